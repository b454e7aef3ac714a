import { articleOf } from './article';
import { decode } from './decode';
import type { IngestedArticle, IngestOutcome } from './model';
import { paragraphsOf } from './paragraphs';
import { shapesOf } from './shapes';
import { articleStarts } from './split';

export type { IngestedArticle, IngestOutcome, InferredDate } from './model';

/**
 * Reads a file into articles: decodes it, cuts it into blocks, finds where articles begin, and
 * gives each block its role. Nothing but white space, line wrapping and list markers is left out,
 * and each block knows its range in the decoded text. Never throws: what cannot be read is
 * refused with one sentence. `fileName` is the file's own name, for its ending only.
 */
export function ingest(bytes: Uint8Array, fileName: string): IngestOutcome {
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const { text, encoding, notes } = decoded;
  const { articles } = ingestText(text);
  return { ok: true, text, encoding, notes: [...notes, ...notesOnName(fileName)], articles };
}

/**
 * Reads pasted text into articles, in order; none for a text of white space alone. `original`
 * ranges are UTF-16 offsets of `text`. The limits of files do not apply.
 */
export function ingestText(text: string): { readonly articles: readonly IngestedArticle[] } {
  const items = shapesOf(paragraphsOf(text));
  const starts = articleStarts(items);
  const articles = starts.map((start, index) => articleOf(items.slice(start, starts[index + 1])));
  return { articles };
}

function notesOnName(fileName: string): string[] {
  const ending = /\.(html?|xml|json|csv|tsv|rtf|docx?|pdf)$/i.exec(fileName)?.[1];
  if (ending === undefined) return [];
  return [`The file’s name ends in .${ending.toLowerCase()}, but it was read as plain text.`];
}
