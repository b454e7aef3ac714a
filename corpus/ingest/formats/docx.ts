import type { IngestedNote, IngestOutcome } from '../model';
import { docxParts, refusalOfCompound } from './docx-parts';
import { piecesOfWord, textOfNodes, type WordPiece } from './docx-pieces';
import { documentOf, type WordComment } from './docx-tree';
import type { FileFacts, FormatReader } from './reader';
import { articleOfPieces } from './wire-pieces';

const NO_WORDS =
  'The Word document holds no text; if its words are in pictures, run text recognition on it first.';
const UNREADABLE =
  'The Word document cannot be read; open it in a word processor, save it again as DOCX and import that.';

/** Word documents (DOCX): tracked changes are taken as accepted, comments become notes. */
export const docxReader: FormatReader = { format: 'Word (DOCX)', recognises, read };

function recognises(bytes: Uint8Array, { name }: FileFacts): boolean {
  const isNamed = /\.(?:docx|docm|dotx)$/i.test(name);
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return isNamed || /\.docx?$/i.test(name);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return isNamed;
  return isNamed || holds(bytes, 'word/document');
}

function holds(bytes: Uint8Array, word: string): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1 << 16)).includes(word);
}

async function read(bytes: Uint8Array): Promise<IngestOutcome> {
  try {
    const compound = refusalOfCompound(bytes);
    if (compound !== null) return { ok: false, refused: compound };
    const found = await docxParts(bytes);
    return found.ok ? await outcomeOf(found.parts) : found;
  } catch {
    return { ok: false, refused: UNREADABLE };
  }
}

async function outcomeOf(parts: ReadonlyMap<string, string>): Promise<IngestOutcome> {
  const document = await documentOf(parts);
  if (document === null) return { ok: false, refused: UNREADABLE };
  const pieces = piecesOfWord(document);
  const article = articleOfPieces(pieces);
  if (article === null) return { ok: false, refused: NO_WORDS };
  const notes = notesOf(document.comments, pieces);
  const full = notes.length === 0 ? article : { ...article, notes };
  return { ok: true, text: '', encoding: 'DOCX', notes: notesOnFile(parts), articles: [full] };
}

/** Each comment once: at the words it is about, else where it is referred to, else at the start. */
function notesOf(comments: readonly WordComment[], pieces: readonly WordPiece[]): IngestedNote[] {
  const places = pieces.flatMap((piece, block) =>
    piece.places.map((place) => ({ ...place, block })),
  );
  return comments.flatMap((comment) => {
    const body = textOfNodes(comment.body);
    if (body === '') return [];
    const own = places.filter(({ id }) => id === comment.commentId);
    const place = own.find(({ start, end }) => start < end) ?? own[0];
    const { block, start, end } = place ?? { block: 0, start: 0, end: 0 };
    return [{ author: comment.authorName ?? comment.authorInitials, body, block, start, end }];
  });
}

function notesOnFile(parts: ReadonlyMap<string, string>): string[] {
  const isTracked = [...parts].some(
    ([name, text]) => name.startsWith('word/') && /<w:(?:ins|del|moveFrom|moveTo)\s/.test(text),
  );
  return isTracked ? ['The document’s tracked changes were taken as accepted.'] : [];
}
