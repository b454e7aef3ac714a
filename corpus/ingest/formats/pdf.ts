import { MAX_FILE_BYTES } from '../limits';
import type { IngestedArticle, IngestOutcome } from '../model';
import { linesOfPages, type PdfLine } from './pdf-lines';
import { mostCommon, paragraphsOfLines, type PdfParagraph } from './pdf-paragraphs';
import { readPdf, type PdfContent } from './pdf-words';
import type { FormatReader } from './reader';
import { articleOfPieces, hasWords, type Piece, type PieceKind } from './wire-pieces';
import { plainText } from './wire-runs';

const NO_TEXT =
  'This PDF holds pictures of pages and no text; run text recognition on it and import the result.';
const TOO_LARGE =
  'This PDF has more than 20 MB; split it into smaller ones and import them in turn.';
const CUT = 'This PDF is cut off before its end; get it again from where it comes and import that.';
const DAMAGED =
  'This PDF is damaged or cut off; save it again from where it comes and import that.';

/** PDF with text in it: columns are read one after the other, and lines joined to paragraphs. */
export const pdfReader: FormatReader = {
  format: 'PDF',
  recognises: (bytes) => latin1(bytes.subarray(0, 1024)).includes('%PDF-'),
  read: async (bytes) => {
    try {
      return await read(bytes);
    } catch {
      return { ok: false, refused: DAMAGED };
    }
  },
};

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

async function read(bytes: Uint8Array): Promise<IngestOutcome> {
  if (bytes.length > MAX_FILE_BYTES) return { ok: false, refused: TOO_LARGE };
  if (!latin1(bytes.subarray(-(1 << 16))).includes('%%EOF')) return { ok: false, refused: CUT };
  const found = await readPdf(bytes);
  if (!found.ok) return found;
  const article = articleOfContent(found.content);
  if (article === null) return { ok: false, refused: NO_TEXT };
  const warnings = [...warningsOn(found.content), ...article.warnings];
  return { ok: true, text: '', encoding: 'PDF', notes: [], articles: [{ ...article, warnings }] };
}

function articleOfContent({ pages, title, author }: PdfContent): IngestedArticle | null {
  const { own, repeated } = linesOfPages(pages);
  const body = piecesOf(paragraphsOfLines(own), title);
  const tail = furnitureOf(
    repeated,
    pages.flatMap(({ turned }) => turned),
  );
  if (body.length === 0) return null;
  const article = articleOfPieces([...body, ...tail]);
  if (article === null) return null;
  const head = headFrom(article, title, author);
  return head.length === 0 ? article : articleOfPieces([...head, ...body, ...tail]);
}

/** What the file says of itself, where its pages do not. */
function headFrom(article: IngestedArticle, title: string, author: string): Piece[] {
  const hasHeadline = article.blocks.some(({ role }) => role === 'headline');
  const isTitle =
    /\p{L}.*\s.*\p{L}/u.test(title) && !/^microsoft |^untitled|\.\w{2,4}$/i.test(title);
  const isName = /^\p{Lu}[\p{L}.’'-]*(?: [\p{L}.’'-]+){1,4}$/u.test(author);
  return [
    ...(!hasHeadline && isTitle ? [said(title, 'headline')] : []),
    ...(article.byline === null && isName && (hasHeadline || isTitle)
      ? [said(author, 'byline')]
      : []),
  ];
}

function said(text: string, kind: PieceKind): Piece {
  return { ...plainText(text), kind, depth: 0 };
}

/** Paragraphs above the text proper among which the headline is looked for. */
const HEAD_PARAGRAPHS = 6;

function piecesOf(paragraphs: readonly PdfParagraph[], title: string): Piece[] {
  const size = bodySize(paragraphs);
  const headline = headlineIn(paragraphs, size, title);
  return paragraphs.flatMap(({ text, size: own }, at) => {
    const isLarge =
      own >= size * 1.12 && text.length <= 120 && headline !== -1 && at > headline + 1;
    const item = /^(?:[•‣◦●▪∙])\s*/u.exec(text)?.[0];
    if (at === headline) return said(text, 'headline');
    if (item !== undefined) return said(text.slice(item.length), 'list_item');
    return said(text, isLarge ? 'crosshead' : 'paragraph');
  });
}

/** The size that most characters have, in points. */
function bodySize(paragraphs: readonly PdfParagraph[]): number {
  const long = paragraphs.flatMap(({ text, size }) =>
    new Array<number>(Math.min(200, Math.ceil(text.length / 20))).fill(Math.round(size * 2) / 2),
  );
  return mostCommon(long) ?? 10;
}

/** The largest type at the start; or the line that the file names as its title. */
function headlineIn(paragraphs: readonly PdfParagraph[], size: number, title: string): number {
  const head = paragraphs.slice(0, HEAD_PARAGRAPHS);
  const most = head.reduce((largest, paragraph) => Math.max(largest, paragraph.size), 0);
  if (most >= size * 1.15) {
    const at = head.findIndex(
      (paragraph) => paragraph.size === most && paragraph.text.length <= 300,
    );
    if (at !== -1 && hasWords(head[at]?.text ?? '')) return at;
  }
  return title === '' ? -1 : head.findIndex(({ text }) => text === title);
}

/** Each running line once, digits aside; page numbers alone are left out. */
function furnitureOf(repeated: readonly PdfLine[], turned: readonly string[]): Piece[] {
  const texts = new Map<string, string>();
  for (const text of [...repeated.map((line) => line.text), ...turned]) {
    const key = text.replace(/\d+/g, '#').toLowerCase();
    if (/\p{L}/u.test(text) && !texts.has(key)) texts.set(key, text);
  }
  return [...texts.values()].map((text) => said(text, 'furniture'));
}

function warningsOn({ pages }: PdfContent): string[] {
  const empty = pages.filter(({ words }) => words.length === 0).map(({ number }) => number);
  if (empty.length === 0) return [];
  const named = empty.slice(0, 20).join(', ') + (empty.length > 20 ? ' and others' : '');
  return [
    empty.length === 1
      ? `Page ${named} holds no text, perhaps a picture of one; it was left out.`
      : `Pages ${named} hold no text, perhaps pictures of it; they were left out.`,
  ];
}
