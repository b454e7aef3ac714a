import { and, asc, eq, isNull } from 'drizzle-orm';
import { layOut } from '@/corpus/document/text';
import type { IngestedArticle, IngestedNote, NoteMessage, NotePlace } from '@/corpus/ingest/model';
import { anchorSpan, snapToGraphemes, type Span } from '@/corpus/spans/span';
import { newId } from '../ids';
import * as schema from '../schema';
import { targetCarrier } from './carry-over';
import type { Ledger } from './ledger';
import { latestRevisionId, readSpans } from './stores';

/**
 * Stores the remarks that came with a file as discussions of the words that they are about, on the
 * revision that has the file's text, and carries them to the article's newest one. A remark that
 * the article has already gets the replies that it has not; one that the file says is resolved is
 * resolved. Returns how many discussions are new.
 */
export function storeNotes(
  ledger: Ledger,
  articleId: string,
  revisionId: string,
  { blocks, notes = [] }: IngestedArticle,
): number {
  if (notes.length === 0) return 0;
  const known = listThreads(ledger, articleId);
  const { text, blocks: laid } = layOut(blocks);
  const newest = latestRevisionId(ledger.desk, articleId);
  const carry = newest === revisionId ? null : targetCarrier(ledger, newest);
  let made = 0;
  for (const note of notes) {
    const places = note.places.flatMap((place) => placeOf(text, laid[place.block], place) ?? []);
    const thread = known.find(({ messages }) => isSame(messages[0], note));
    if (thread === undefined) {
      const targetId = createThread(ledger, articleId, note);
      writePlaces(ledger, targetId, revisionId, text, places);
      const outcome = places.length === 0 ? 'lost' : 'unchanged';
      ledger.desk.orm.insert(schema.anchoring).values({ targetId, revisionId, outcome }).run();
      carry?.(targetId);
      made += 1;
    } else {
      addToThread(ledger, thread, note);
      findAgain(ledger, thread.targetId, revisionId, text, places);
    }
  }
  return made;
}

/** Each place is a piece of the discussion's target. */
function writePlaces(
  { desk }: Ledger,
  targetId: string,
  revisionId: string,
  text: string,
  places: readonly Span[],
): void {
  const key = { targetId, revisionId, part: 'content', ordinal: 0 } as const;
  for (const [piece, place] of places.entries()) {
    const row = { ...key, piece, ...anchorSpan(text, place) };
    desk.orm.insert(schema.span).values(row).run();
  }
}

/** A discussion whose words were not found again stands where the file says that it does. */
function findAgain(
  ledger: Ledger,
  targetId: string,
  revisionId: string,
  text: string,
  places: readonly Span[],
): void {
  if (places.length === 0 || readSpans(ledger.desk, targetId, revisionId).length > 0) return;
  writePlaces(ledger, targetId, revisionId, text, places);
  ledger.desk.orm
    .insert(schema.anchoring)
    .values({ targetId, revisionId, outcome: 'changed' })
    .onConflictDoUpdate({
      target: [schema.anchoring.targetId, schema.anchoring.revisionId],
      set: { outcome: 'changed', places: null },
    })
    .run();
}

/** The words of a block that a remark is about; the whole block where it names none. */
function placeOf(text: string, block: Span | undefined, { start, end }: NotePlace): Span | null {
  if (block === undefined) return null;
  const own = { start: block.start + start, end: Math.min(block.start + end, block.end) };
  if (own.start < own.end) return snapToGraphemes(text, own) ?? own;
  return block.start < block.end ? { start: block.start, end: block.end } : null;
}

interface KnownThread {
  readonly id: string;
  readonly targetId: string;
  readonly resolved: boolean;
  readonly messages: readonly Written[];
}

type Written = Pick<typeof schema.message.$inferSelect, 'authorName' | 'writtenAt' | 'body'>;

/** The discussions of an article that came with a file, removed ones and messages too. */
function listThreads({ desk }: Ledger, articleId: string): readonly KnownThread[] {
  const { annotation, message, target, thread } = schema;
  const rows = desk.orm
    .select({ id: thread.id, targetId: target.id, resolved: thread.resolved, message })
    .from(thread)
    .innerJoin(target, eq(target.id, thread.targetId))
    .innerJoin(message, eq(message.threadId, thread.id))
    .leftJoin(annotation, eq(annotation.targetId, target.id))
    .where(and(eq(target.articleId, articleId), isNull(annotation.id)))
    .orderBy(asc(thread.id), asc(message.id))
    .all();
  const threads = new Map<string, KnownThread & { messages: Written[] }>();
  for (const { message: written, ...row } of rows) {
    const found = threads.get(row.id);
    if (found === undefined) threads.set(row.id, { ...row, messages: [written] });
    else found.messages.push(written);
  }
  return [...threads.values()];
}

function isSame(known: Written | undefined, { author, body, writtenAt }: NoteMessage): boolean {
  return (
    known?.authorName === (author ?? '') && known.body === body && known.writtenAt === writtenAt
  );
}

/** Returns the id of the thread's target. */
function createThread(ledger: Ledger, articleId: string, note: IngestedNote): string {
  const [threadId, targetId] = [newId(), newId()];
  const resolved = note.isResolved;
  const thread = { targetId, articleId, resolved, createdAt: ledger.act.at, removed: false };
  ledger.create('thread', threadId, thread);
  for (const message of [note, ...note.replies]) createMessage(ledger, threadId, message);
  return targetId;
}

function addToThread(
  ledger: Ledger,
  { id, resolved, messages }: KnownThread,
  note: IngestedNote,
): void {
  const fresh = note.replies.filter((reply) => !messages.some((known) => isSame(known, reply)));
  for (const reply of fresh) createMessage(ledger, id, reply);
  if (note.isResolved && !resolved) ledger.change('thread', id, null, { resolved: true });
}

function createMessage(ledger: Ledger, threadId: string, written: NoteMessage): void {
  ledger.create('message', newId(), {
    threadId,
    personId: ledger.act.personId,
    authorName: written.author ?? '',
    writtenAt: written.writtenAt,
    body: written.body,
    createdAt: ledger.act.at,
    removed: false,
  });
}
