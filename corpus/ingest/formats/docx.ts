import type { IngestedNote, IngestOutcome, NoteMessage } from '../model';
import { commentFacts, type CommentFacts } from './docx-comments';
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
  const notes = notesOf(document.comments, commentFacts(parts), pieces);
  const full = notes.length === 0 ? article : { ...article, notes };
  return { ok: true, text: '', encoding: 'DOCX', notes: notesOnFile(parts), articles: [full] };
}

/** Each comment once, with its replies: at the words it is about, else where it is referred to. */
function notesOf(
  comments: readonly WordComment[],
  facts: ReadonlyMap<string, CommentFacts>,
  pieces: readonly WordPiece[],
): IngestedNote[] {
  const places = pieces.flatMap((piece, block) =>
    piece.places.map((place) => ({ ...place, block })),
  );
  const written = comments.filter(({ body }) => textOfNodes(body) !== '');
  const known = new Set(written.map(({ commentId }) => commentId));
  return written
    .filter(({ commentId }) => firstOf(commentId, facts, known) === commentId)
    .map((comment) => {
      const { commentId } = comment;
      const own = places.filter(({ id }) => id === commentId).map(({ id: _id, ...place }) => place);
      const worded = own.filter(({ start, end }) => start < end);
      const replies = written.filter(
        (reply) => reply !== comment && firstOf(reply.commentId, facts, known) === commentId,
      );
      return {
        ...messageOf(comment, facts),
        places: worded.length > 0 ? worded : own.slice(0, 1),
        replies: replies.map((reply) => messageOf(reply, facts)),
        isResolved: facts.get(commentId)?.isResolved ?? false,
      };
    });
}

/** The first comment of the thread that a comment is in: itself, where answers go round. */
function firstOf(
  id: string,
  facts: ReadonlyMap<string, CommentFacts>,
  known: ReadonlySet<string>,
): string {
  const seen = new Set<string>();
  let first = id;
  for (let next: string | undefined = id; next !== undefined && known.has(next);) {
    if (seen.has(next)) return id;
    seen.add(next);
    first = next;
    next = facts.get(next)?.answers;
  }
  return first;
}

function messageOf(
  { commentId, body, authorName, authorInitials }: WordComment,
  facts: ReadonlyMap<string, CommentFacts>,
): NoteMessage {
  const writtenAt = facts.get(commentId)?.writtenAt ?? null;
  return { author: authorName ?? authorInitials, body: textOfNodes(body), writtenAt };
}

function notesOnFile(parts: ReadonlyMap<string, string>): string[] {
  const isTracked = [...parts].some(
    ([name, text]) => name.startsWith('word/') && /<w:(?:ins|del|moveFrom|moveTo)\s/.test(text),
  );
  return isTracked ? ['The document’s tracked changes were taken as accepted.'] : [];
}
