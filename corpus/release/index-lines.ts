import { createHash } from 'node:crypto';
import type { DatasetAnnotation, DatasetArticle, DatasetPiece } from '../interchange/article';

/** One line of `release-index.jsonl`: enough of an article to tell what a later release changes. */
export interface IndexLine {
  readonly article: string;
  readonly sha256: string;
  readonly annotations: number;
  readonly evidence: number;
  /** `ANNOTATION/PART/ORDINAL/PIECE` → a hash of the span and of what its annotation says. */
  readonly spans: Readonly<Record<string, string>>;
}

/** How much of a hash tells spans apart, in hexadecimal digits. */
const DIGITS = 16;

/** Who marked something, and in what words it was reasoned, changes neither article nor span. */
export function indexLine(article: DatasetArticle): IndexLine {
  const { id, headline, deck, byline, places, agency, date, revision, blocks, annotations } = article; // prettier-ignore
  const facts = [headline, deck, byline, places, agency, date, revision.sha256];
  const roles = blocks.map(({ role, start, end, depth, group }) => [role, start, end, depth, group]); // prettier-ignore
  return {
    article: id,
    sha256: hashed([facts, roles]),
    annotations: annotations.length,
    evidence: annotations.reduce((sum, { check }) => sum + (check?.evidence.length ?? 0), 0),
    spans: Object.fromEntries(annotations.flatMap(spansOf)),
  };
}

function spansOf(annotation: DatasetAnnotation): [string, string][] {
  const said = saidBy(annotation);
  return annotation.parts.flatMap(({ part, ordinal, pieces }) =>
    pieces.map(({ start, end, exact }: DatasetPiece, piece): [string, string] => [
      `${annotation.id}/${part}/${ordinal}/${piece}`,
      hashed([start, end, exact, said]).slice(0, DIGITS),
    ]),
  );
}

function saidBy({ kind, types, flags, speech, sourceType, terms, check }: DatasetAnnotation) {
  const judged = check && [check.status, check.finding, check.fidelity, check.disposition];
  return [kind, types, flags, speech, sourceType, terms, judged];
}

function hashed(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
