import { findShapeProblem, type PartSpan } from '../../annotation/model';
import type { DeskTexts, ReadAnnotation, ReadDocument, ReadRemark } from './model';
import { inTextOrder } from './place';
import { textOfTokens, type FileToken } from './token-text';

/** A piece of an annotation, as the tokens from `first` to `last`. */
export interface TokenPiece extends Pick<PartSpan, 'part' | 'ordinal'> {
  readonly first: number;
  readonly last: number;
}

/** An annotation of tokens that are still to be found in a text. */
export interface TokenMark extends Omit<ReadAnnotation, 'spans'> {
  /** How the file calls it, for remarks. */
  readonly at: string;
  readonly pieces: readonly TokenPiece[];
}

/** The tokens of a text with the annotations that a file has of them. */
export interface TokenDocument {
  readonly name: string;
  readonly articleId: string | null;
  readonly tokens: readonly FileToken[];
  readonly marks: readonly TokenMark[];
}

/** Formats of tokens have no text: an article on the desk lends it, or it is put together and said. */
export function placeTokens(
  documents: readonly TokenDocument[],
  texts: DeskTexts,
): readonly ReadDocument[] {
  const read = new Map<string, ReadDocument>();
  for (const document of documents) {
    if (document.tokens.length === 0) continue;
    const placed = placeDocument(document, texts);
    const key = placed.articleId ?? placed.text;
    const known = read.get(key);
    read.set(key, {
      ...(known ?? placed),
      annotations: [...(known?.annotations ?? []), ...placed.annotations],
      remarks: [...(known?.remarks ?? []), ...placed.remarks.filter((one) => !isKnown(known, one))],
    });
  }
  return [...read.values()];
}

function isKnown(known: ReadDocument | undefined, { at, message }: ReadRemark): boolean {
  return known?.remarks.some((one) => one.at === at && one.message === message) ?? false;
}

function placeDocument(
  { name, articleId: id, tokens, marks }: TokenDocument,
  texts: DeskTexts,
): ReadDocument {
  const { text, articleId, placeOf } = textOfTokens(id, tokens, texts);
  const remarks: ReadRemark[] = [];
  if (articleId === null) {
    const message =
      'The file has no text of its own and no article here has these words, so the text was put together from its tokens.';
    remarks.push({ at: name, outcome: 'repaired', message });
  }
  const annotations: ReadAnnotation[] = [];
  for (const { at, pieces, ...annotation } of marks) {
    const spans: PartSpan[] = [];
    let problem: string | null = null;
    for (const { part, ordinal, first, last } of pieces) {
      const place = placeOf(first, last);
      if (place !== null) spans.push({ part, ordinal, piece: 0, ...place });
      else
        problem ??= `the words “${wordsOf(tokens, first, last)}” are not in the article as they are in the file.`;
    }
    const whole = inTextOrder(withoutOverlaps(spans));
    problem ??= findShapeProblem(annotation.kind, whole);
    if (problem === null) annotations.push({ ...annotation, spans: whole });
    else remarks.push({ at, outcome: 'refused', message: `The mark was left out: ${problem}` });
  }
  return { name, articleId: articleId ?? id, text, facts: null, annotations, remarks };
}

function wordsOf(tokens: readonly FileToken[], first: number, last: number): string {
  const words = tokens.slice(first, last + 1).map((token) => token.words);
  return words.length > 8 ? `${words.slice(0, 8).join(' ')} …` : words.join(' ');
}

/** Two pieces of a part that share a token are one. */
function withoutOverlaps(spans: readonly PartSpan[]): readonly PartSpan[] {
  const whole: PartSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const before = whole.findLastIndex(
      ({ part, ordinal }) => part === span.part && ordinal === span.ordinal,
    );
    const last = whole[before];
    if (last === undefined || last.end <= span.start) whole.push(span);
    else whole[before] = { ...last, end: Math.max(last.end, span.end) };
  }
  return whole;
}
