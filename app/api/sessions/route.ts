import { z } from 'zod';
import { answerJson, notUnderstood } from '@/app/server/answers';
import { readJson } from '@/app/server/body';
import { door } from '@/app/server/door';
import { currentDesk } from '@/db/client';
import { endSessions } from '@/db/commands/accounts';

const BODY = z.object({ end: z.string().max(60) });

/** Who is signed in here: `{id, name, role}`. */
export const GET = door('readDesk', (_request, { id, name, role }) =>
  Response.json({ id, name, role }, { headers: { 'cache-control': 'no-store' } }),
);

/** Ends one session of one's own by its id, `others`, or `all` of them. */
export const POST = door('keepOwnAccount', async (request, actor) => {
  const body = await readJson(request, BODY);
  if (body === null) return notUnderstood();
  const { end } = body;
  const which =
    end === 'all' || end === 'others'
      ? { except: end === 'all' ? null : (actor.sessionId ?? null) }
      : { only: end };
  return answerJson(() => endSessions(currentDesk(), actor, actor.id, which));
});
