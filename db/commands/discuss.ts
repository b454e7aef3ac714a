import { eq } from 'drizzle-orm';
import { findMentions } from '@/corpus/people/mentions';
import { newId } from '../ids';
import { listPeople } from '../queries/reading';
import * as schema from '../schema';
import { RefusedError } from './errors';
import type { Input } from './inputs';
import type { Ledger } from './ledger';
import { notify } from './notify';
import type { State } from './table-store';

export function postMessage(ledger: Ledger, input: Input<'postMessage'>): void {
  say(ledger, input.annotationId, input);
}

/** Writes into the discussion of an annotation, which begins with its first message. */
export function say(
  ledger: Ledger,
  annotationId: string,
  message: { readonly id: string; readonly body: string },
): void {
  const { state } = ledger.read('annotation', annotationId);
  const about = { articleId: String(state['articleId']), annotationId };
  write(ledger, message, threadOf(ledger, String(state['targetId'])), about);
}

export function replyToThread(ledger: Ledger, input: Input<'replyToThread'>): void {
  const { state } = ledger.read('thread', input.threadId);
  if (state['removed'] === true) throw new RefusedError('missing', 'This discussion is gone.');
  const about = {
    articleId: String(state['articleId']),
    annotationId: annotationOf(ledger, state),
  };
  write(ledger, input, input.threadId, about);
}

export function resolveThread(
  ledger: Ledger,
  { id, version, resolved }: Input<'resolveThread'>,
): void {
  ledger.change('thread', id, version, { resolved });
}

function write(
  ledger: Ledger,
  { id, body }: { readonly id: string; readonly body: string },
  threadId: string,
  about: Parameters<typeof notify>[3],
): void {
  ledger.create('message', id, {
    threadId,
    personId: ledger.act.personId,
    authorName: null,
    writtenAt: null,
    body,
    createdAt: ledger.act.at,
    removed: false,
  });
  const mentioned = findMentions(body, listPeople(ledger.desk)).map(({ person }) => person.id);
  notify(ledger, 'mentioned', mentioned, about);
}

function annotationOf(ledger: Ledger, thread: State): string | null {
  const { annotation } = schema;
  const row = ledger.desk.orm
    .select({ id: annotation.id })
    .from(annotation)
    .where(eq(annotation.targetId, String(thread['targetId'])))
    .get();
  return row?.id ?? null;
}

function threadOf(ledger: Ledger, targetId: string): string {
  const { thread } = schema;
  const found = ledger.desk.orm
    .select({ id: thread.id })
    .from(thread)
    .where(eq(thread.targetId, targetId))
    .get();
  if (found !== undefined) return found.id;
  const id = newId();
  ledger.desk.orm.insert(thread).values({ id, targetId, createdAt: ledger.act.at }).run();
  return id;
}
