import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  EndnoteReferenceRun,
  HeadingLevel,
  InsertedTextRun,
  Packer,
  Paragraph,
  TextRun,
  type ICommentOptions,
  type ParagraphChild,
} from 'docx';
import type { CopyArticle, CopyBlock, CopyEvidence, CopyNote } from './model';
import { isShown, piecesOf, type CopyPiece } from './pieces';
import { redlineOf, type RedlinePart } from './redline';
import { dayOf, evidenceLine, headLines, noteLines } from './words';

/** Who stands beside what no person is named for. */
const DESK = 'Stet';
const FALLBACK_DAY = '1970-01-01';

/** A Word file with a comment for each note and its evidence in a numbered endnote. */
export function notesDocx(article: CopyArticle): Promise<Uint8Array> {
  const children = piecesOf(article).map(({ block, pieces }) => paragraph(block, notedChildren(article, pieces), article)); // prettier-ignore
  return pack(article, children, article.notes.map(commentOf));
}

/** A Word file in which every correction is a tracked change that can be accepted or rejected. */
export function redlineDocx(article: CopyArticle): Promise<Uint8Array> {
  let id = 0;
  const children = redlineOf(article)
    .blocks.filter(({ block }) => isShown(article, block))
    .map(({ block, parts }) => paragraph(block, parts.map((part) => trackedRun(part, id++)), article)); // prettier-ignore
  return pack(article, children, []);
}

async function pack(
  article: CopyArticle,
  body: readonly Paragraph[],
  comments: readonly ICommentOptions[],
): Promise<Uint8Array> {
  const head = headLines(article).map((line) => new Paragraph({ children: [new TextRun({ text: legal(line), size: 18, color: '57534A' })] })); // prettier-ignore
  const document = new Document({
    creator: DESK,
    title: legal(article.headline),
    styles: { default: { document: { run: { font: 'Georgia', size: 22 } } } },
    ...(comments.length > 0 ? { comments: { children: [...comments] } } : {}),
    sections: [{ children: [...head, ...body] }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

const STYLES: Partial<Record<CopyBlock['role'], (typeof HeadingLevel)[keyof typeof HeadingLevel]>> = {
  headline: HeadingLevel.HEADING_1,
  crosshead: HeadingLevel.HEADING_2,
}; // prettier-ignore

/** The first letter that has a direction. */
const RIGHT_TO_LEFT = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u;

function paragraph(block: CopyBlock, children: ParagraphChild[], { text }: CopyArticle): Paragraph {
  const heading = STYLES[block.role];
  return new Paragraph({
    children,
    spacing: { after: 160 },
    bidirectional: RIGHT_TO_LEFT.test(text.slice(block.start, block.end)),
    ...(heading === undefined ? {} : { heading }),
    ...(block.role === 'block_quote' || block.role === 'pullquote' ? { indent: { start: 720 } } : {}), // prettier-ignore
  });
}

function notedChildren(article: CopyArticle, pieces: readonly CopyPiece[]): ParagraphChild[] {
  return pieces.flatMap(({ text, opens, closes }): ParagraphChild[] => [
    ...opens.map((number) => new CommentRangeStart(number)),
    run(text),
    ...closes.flatMap((number) => [
      new CommentRangeEnd(number),
      new TextRun({ children: [new CommentReference(number)] }),
      ...endnotesOf(article.notes[number - 1]!),
    ]),
  ]);
}

function endnotesOf({ evidence }: CopyNote): ParagraphChild[] {
  if (evidence.length === 0) return [];
  // The library's list of what a paragraph holds names the footnote's run and forgets the endnote's.
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment
  return [new EndnoteReferenceRun({ children: evidence.flatMap(evidenceParagraphs) })];
}

function evidenceParagraphs(evidence: CopyEvidence): Paragraph[] {
  const line = `${evidenceLine(evidence)} ${evidence.place}`.trim();
  const excerpt = evidence.excerpt?.trim() ?? '';
  return [line, ...(excerpt === '' ? [] : [`“${excerpt}”`])].map((words) => new Paragraph({ children: [run(words)] })); // prettier-ignore
}

function commentOf(note: CopyNote, index: number): ICommentOptions {
  const author = note.checkedBy ?? DESK;
  const said = note.messages.map(({ person, at, body }) => `${person}, ${dayOf(at)}: ${body}`);
  return {
    id: index + 1,
    author: legal(author),
    initials: legal(initials(author)),
    date: new Date(note.signedAt ?? note.messages.at(-1)?.at ?? `${FALLBACK_DAY}T00:00:00Z`),
    children: [...noteLines(note), ...said].map((line) => new Paragraph({ children: [run(line)] })),
  };
} // prettier-ignore

function initials(name: string): string {
  return name.split(/\s+/).map(([first = '']) => first).join('').slice(0, 3); // prettier-ignore
}

function trackedRun({ kind, text, person, day }: RedlinePart, id: number): ParagraphChild {
  if (kind === 'same') return run(text);
  const by = { id, author: legal(person ?? DESK), date: `${day || FALLBACK_DAY}T00:00:00Z` };
  const tracked = { ...broken(text), ...by };
  return kind === 'deleted' ? new DeletedTextRun(tracked) : new InsertedTextRun(tracked);
}

function run(text: string): TextRun {
  return new TextRun(broken(text));
}

/** A hard break of the text is one in Word. */
function broken(text: string): { text: string } | { children: (string | TextRun)[] } {
  const [first = '', ...rest] = legal(text).split('\n');
  if (rest.length === 0) return { text: first };
  return { children: [first, ...rest.map((line) => new TextRun({ text: line, break: 1 }))] };
}

/** Without the few characters that no XML file may hold. */
function legal(text: string): string {
  return text.toWellFormed().replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
} // prettier-ignore
