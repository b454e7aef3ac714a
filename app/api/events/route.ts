import { findSignedIn } from '@/app/server/actor';
import { door } from '@/app/server/door';
import { onShutdown, subscribe, tellPerson, type LiveNotice } from '@/app/server/event-feed';
import { viewOf } from '@/app/server/view';
import { currentDesk } from '@/db/client';
import { listEventsAfter, type EventNotice } from '@/db/queries/desk';
import { countUnread } from '@/db/queries/notices';
import { keepVisible } from '@/db/queries/visible-notices';

const HEARTBEAT_MS = 15_000;

/** Events after which somebody may no longer be who they were. */
const ABOUT_PEOPLE = ['account', 'person'];

/**
 * The event stream: one message for each batch of EventNotice, its id the newest event's number.
 * `?after=` or Last-Event-ID says where to go on from. It ends where its reader is signed out.
 */
export const GET = door('readDesk', (request, actor) => {
  const query = new URL(request.url).searchParams;
  const after = Number(request.headers.get('last-event-id') ?? query.get('after') ?? NaN);
  const encoder = new TextEncoder();
  const sent = new Headers(request.headers);
  let end = (): void => undefined;
  const endIfSignedOut = async (): Promise<void> => {
    const now = await findSignedIn(sent, actor.id);
    if (now?.id !== actor.id) end();
  };
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string): void => controller.enqueue(encoder.encode(text));
      let unread = countUnread(currentDesk(), actor.id);
      const announce = (notices: readonly LiveNotice[]): void => {
        const own = notices.filter(({ entity, entityId }) => entity !== 'notice' || entityId === actor.id); // prettier-ignore
        const shown = keepVisible(viewOf(actor), own);
        const last = shown.at(-1);
        if (last !== undefined) send(`id: ${last.seq}\ndata: ${JSON.stringify(shown)}\n\n`);
        const now = countUnread(currentDesk(), actor.id);
        if (now !== unread && last?.entity !== 'notice') tellPerson(actor.id);
        unread = now;
        if (notices.some(({ entity }) => ABOUT_PEOPLE.includes(entity))) void endIfSignedOut();
      };
      send('retry: 500\n\n');
      const unsubscribe = subscribe(announce);
      if (Number.isInteger(after)) for (const notices of eventsSince(after)) announce(notices);
      const heartbeat = setInterval(() => {
        send(': here\n\n');
        void endIfSignedOut();
      }, HEARTBEAT_MS);
      const forget = onShutdown(() => end());
      end = () => {
        end = () => undefined;
        unsubscribe();
        clearInterval(heartbeat);
        forget();
        controller.close();
      };
      request.signal.addEventListener('abort', () => end());
    },
    cancel: () => end(),
  });
  const headers = {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store, no-transform',
  };
  return new Response(stream, { headers });
});

/** All events after one, some hundred at a time: also what a window missed in ten minutes. */
function* eventsSince(after: number): Generator<readonly EventNotice[]> {
  for (let seq = after; ;) {
    const notices = listEventsAfter(currentDesk(), seq);
    if (notices.length === 0) return;
    yield notices;
    seq = notices.at(-1)!.seq;
  }
}
