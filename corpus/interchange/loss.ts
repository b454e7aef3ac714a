import type { Format } from './format-names';

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

/** How many ids of what was lost are listed. */
const LISTED = 1000;

/** One thing that a format could not carry. */
interface Loss {
  readonly what: string;
  readonly count: number;
  /** The articles or annotations concerned, the first thousand; absent where only counts are kept. */
  readonly ids?: readonly string[];
}

/** What a format cannot carry, noted while it is written. */
export class Losses {
  private readonly noted = new Map<string, { count: number; ids: string[] }>();

  /** Notes that something of the article or annotation with this id is lost, `count` times. */
  note(what: string, id: string, count = 1): void {
    if (count === 0) return;
    const entry = this.noted.get(what) ?? { count: 0, ids: [] };
    entry.count += count;
    if (entry.ids.length < LISTED) entry.ids.push(id);
    this.noted.set(what, entry);
  }

  list(): readonly Loss[] {
    return [...this.noted].map(([what, entry]) => ({ what, ...entry }));
  }
}

export interface LossReport {
  readonly format: Format;
  /** What belongs to the chosen articles and this format could not carry; only what occurred. */
  readonly lost: readonly Loss[];
  /** What no dataset of Stet holds, by kind. */
  readonly leftOut: readonly string[];
  /** Kept back on purpose: counted, never described. */
  readonly withheld: { readonly evidence: number };
}

/** The content of a bundle's `loss.json`: what stays on the desk on purpose. */
export function bundleLoss(withheld: number, leftOut: readonly string[]): LossReport {
  return { format: 'bundle', lost: [], leftOut, withheld: { evidence: withheld } };
}

/** The content of `loss.json`: what no format carries, and what this one could not. */
export function lossReport(format: Format, tally: Tally, losses = new Losses()): LossReport {
  const lost = [
    { what: 'earlier revisions of the articles', count: tally.earlierRevisions },
    { what: 'annotations whose words are not in the newest revision', count: tally.unplaced },
  ];
  return {
    format,
    lost: [...lost.filter(({ count }) => count > 0), ...losses.list()],
    leftOut: [
      'suggestions that nobody accepted',
      'removed annotations, citations and evidence',
      'originals and places in them',
      'archived copies of evidence',
      'discussions',
      'the history',
      'assignees, due times and reasons of a status',
    ],
    withheld: { evidence: tally.withheld },
  };
}
