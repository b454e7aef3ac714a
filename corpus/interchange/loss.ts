/** What an export counted on its way; the reader of the rows adds to it while it reads. */
export interface Tally {
  articles: number;
  annotations: number;
  spans: number;
  evidence: number;
  /** Citations of off-record and deep-background evidence: counted, never described. */
  withheld: number;
  /** Annotations whose words are not in the exported revision. */
  unplaced: number;
  /** Revisions before the exported ones. */
  earlierRevisions: number;
}

export function newTally(): Tally {
  return {
    articles: 0,
    annotations: 0,
    spans: 0,
    evidence: 0,
    withheld: 0,
    unplaced: 0,
    earlierRevisions: 0,
  };
}

export interface LossReport {
  readonly format: 'jsonl' | 'csv';
  /** What belongs to the chosen articles and this format could not carry; only what occurred. */
  readonly lost: readonly { readonly what: string; readonly count: number }[];
  /** What no dataset of Stet holds, by kind. */
  readonly leftOut: readonly string[];
  /** Kept back on purpose: counted, never described. */
  readonly withheld: { readonly evidence: number };
}

/** The content of `loss.json`. Both formats carry the same, so they lose the same. */
export function lossReport(format: LossReport['format'], tally: Tally): LossReport {
  const lost = [
    { what: 'earlier revisions of the articles', count: tally.earlierRevisions },
    { what: 'annotations whose words are not in the newest revision', count: tally.unplaced },
  ];
  return {
    format,
    lost: lost.filter(({ count }) => count > 0),
    leftOut: [
      'suggestions that nobody accepted',
      'removed annotations, citations and evidence',
      'originals and places in them',
      'discussions',
      'the history',
      'assignees, due times and reasons of a status',
    ],
    withheld: { evidence: tally.withheld },
  };
}
