import { eq } from 'drizzle-orm';
import { newId } from '../ids';
import * as schema from '../schema';
import { RefusedError } from './errors';
import type { Input } from './inputs';
import type { Ledger } from './ledger';

export function postMessage(ledger: Ledger, input: Input<'postMessage'>): void {
  const annotation = ledger.read('annotation', input.annotationId).state;
  write(ledger, input, threadOf(ledger, String(annotation['targetId'])));
}

export function replyToThread(ledger: Ledger, input: Input<'replyToThread'>): void {
  const { state } = ledger.read('thread', input.threadId);
  if (state['removed'] === true) throw new RefusedError('missing', 'This discussion is gone.');
  write(ledger, input, input.threadId);
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
