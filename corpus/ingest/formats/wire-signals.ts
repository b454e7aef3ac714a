/** A sign that a text corrects or updates an earlier one. */
export interface CorrectionSignal {
  /** In capitals where it stood in the headline ("CORRECTED", "UPDATE 2"); else "correction". */
  readonly signal: string;
  /** The headline without its sign. */
  readonly bareHeadline: string;
}

const WORDS =
  'CORRECTED|CORRECTION|CORRECTING|CORRECTS|REFILED|REFILE|REFILING|RPT|REPEAT|CLARIFICATION|CLARIFIED|CLARIFIES|ADVISORY|RECASTS?|KILL|WITHDRAWN|RETRACTION|RETRACTED';

/** "CORRECTED-Title", "CORRECTION: Title", "REFILE - Title". A comma or nothing at all is no sign. */
const PREFIX = new RegExp(
  `^(?<signal>(?:${WORDS})(?: \\d{1,2})?)\\s?(?:[-–—]+|:)\\s*(?=\\S)`,
  'iu',
);

/** "UPDATE 2-Title", "WRAPUP 1-Title", "CORRECTED-UPDATE 3-Title" by its parts. */
const NUMBERED = /^(?<signal>(?:UPDATE|WRAPUP|WRAP) \d{1,2})\s?(?:[-–—]+|:)\s*(?=\S)/u;

/** "(Corrected) Title", "Title (Corrected)". */
const BRACKETED =
  /^[([](?<signal>corrected|correction|updated|clarified|refiled)[)\]][\s:-]*(?=\S)/iu;
const TRAILING = /\S(?<tail>\s*[([](?<signal>corrected|correction|clarified|refiled)[)\]])$/iu;

const NOTES: readonly RegExp[] = [
  /^\(?\s*(?:corrects|correcting|corrected to|refiles|refiling|clarifies)\b[^.]{3,}/iu,
  /^\(?\s*this (?:(?:\p{L}+\.? \d{1,2}|\d{1,2} \p{L}+)(?:,? \d{4})? )?(?:story|article|report|version|item|dispatch|post) (?:has been|was|is|corrects)\b.{0,40}\b(?:correct|clarif|amend|refile|fix)/iu,
  /^\(?\s*(?:an? )?(?:editor[’']?s[’']? note|correction|clarification|note to readers)\s*[:–—-]/iu,
  /^\(?\s*an (?:earlier|previous|original) version of this (?:story|article|report|item|post)\b/iu,
];

/** A note of an editor's that says nothing of an earlier version is no correction. */
const SPEAKS_OF_EARLIER =
  /\b(?:correct(?:s|ed|ing|ion|ions)?|clarif(?:y|ies|ied|ication)|misstated|misspelled|misidentified|incorrectly|erroneously|error|earlier version|previous version|updated to|amended)\b/i;

/**
 * Reads the signs of agencies and papers that a text corrects or updates an earlier one: a prefix
 * of the headline, or a note that the first paragraph consists of. Null where there is neither.
 */
export function correctionSignal(
  headline: string,
  firstParagraph: string,
): CorrectionSignal | null {
  const title = headline.trim();
  const found = fromHeadline(title);
  if (found !== null) return found;
  return isCorrectionNote(firstParagraph) ? { signal: 'correction', bareHeadline: title } : null;
}

/** True for a paragraph that tells what was corrected: "(Corrects spelling of name …)". */
export function isCorrectionNote(paragraph: string): boolean {
  const text = paragraph.trim().slice(0, 600);
  return NOTES.some((note, at) => {
    if (!note.test(text)) return false;
    return at === 0 ? text.startsWith('(') : at === 1 || SPEAKS_OF_EARLIER.test(text);
  });
}

/** Several signs may follow each other; they are joined: "CORRECTED, UPDATE 2". */
function fromHeadline(headline: string): CorrectionSignal | null {
  const signals: string[] = [];
  let rest = headline;
  for (let match = signAt(rest); match !== null && signals.length < 4; match = signAt(rest)) {
    signals.push((match.groups?.['signal'] ?? '').toUpperCase());
    rest = rest.slice(match[0].length);
  }
  const tail = TRAILING.exec(rest)?.groups;
  if (tail?.['signal'] !== undefined) {
    signals.push(tail['signal'].toUpperCase());
    rest = rest.slice(0, rest.length - (tail['tail'] ?? '').length);
  }
  return signals.length === 0 ? null : { signal: signals.join(', '), bareHeadline: rest };
}

/** Words that a headline in capitals may join to another: "KILL-SWITCH", "REPEAT-OFFENDER". */
const COMMON_WORD = /^(?:KILL|REPEAT|ADVISORY|RECASTS?)$/;

/** Small letters need a colon or a dash straight after the word: "Corrections officer" has none. */
function signAt(text: string): RegExpExecArray | null {
  const match = NUMBERED.exec(text) ?? BRACKETED.exec(text) ?? PREFIX.exec(text);
  if (match === null || BRACKETED.test(text)) return match;
  const signal = match.groups?.['signal'] ?? '';
  if (signal === signal.toUpperCase()) {
    return COMMON_WORD.test(signal) && !/[\s:]/.test(match[0].slice(signal.length)) ? null : match;
  }
  return /^(?:correct|clarif|refil|retract)/i.test(signal) && /:\s*$/.test(match[0]) ? match : null;
}
