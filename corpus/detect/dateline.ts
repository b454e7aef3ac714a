import type { Span } from '../spans/span';

/** "PORT ARLEN, Norland (Agency) – ", "LONDON—", "FILE PHOTO: ": says where from, and claims nothing. */
const DATELINE =
  /^(?:FILE PHOTO: |\p{Lu}[\p{Lu} .'’/-]{2,60}(?:, \p{Lu}[\p{L}\d., /-]{1,60})?(?: \([\p{L} ]{2,40}\))?(?: ?[–—―] ?| --? ))(?=\S)/u;

/** A sentence without the dateline that it begins with. */
export function withoutDateline(text: string, sentence: Span): Span {
  const lead = DATELINE.exec(
    text.slice(sentence.start, Math.min(sentence.end, sentence.start + 200)),
  );
  return { start: sentence.start + (lead?.[0].length ?? 0), end: sentence.end };
}
