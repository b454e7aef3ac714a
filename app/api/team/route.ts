import { z } from 'zod';
import { answerJson, notUnderstood } from '@/app/server/answers';
import { readJson } from '@/app/server/body';
import { door } from '@/app/server/door';
import { currentDesk } from '@/db/client';
import { setUpTeam } from '@/db/commands/accounts';

const BODY = z.object({ email: z.string().max(320), password: z.string().max(1000) });

/** Turns a solo desk into a team desk: the admin who asks gets its first account. */
export const POST = door('keepAccounts', async (request, actor) => {
  const body = await readJson(request, BODY);
  if (body === null) return notUnderstood();
  return answerJson(() => setUpTeam(currentDesk(), actor, body));
});
