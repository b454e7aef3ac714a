import { z } from 'zod';
import { answerJson, notUnderstood } from '@/app/server/answers';
import { readJson } from '@/app/server/body';
import { door } from '@/app/server/door';
import { currentDesk } from '@/db/client';
import { endSessions, invitePerson, resetAccount } from '@/db/commands/accounts';

const BODY = z.object({
  personId: z.string().max(40),
  act: z.enum(['invite', 'reset', 'endSessions']),
});

/** What an admin does about a person's account; answers `{path}` of a link where one is made. */
export const POST = door('keepAccounts', async (request, actor) => {
  const body = await readJson(request, BODY);
  if (body === null) return notUnderstood();
  const { personId, act } = body;
  const desk = currentDesk();
  return answerJson(() => {
    if (act === 'endSessions') return endSessions(desk, actor, personId, { except: null });
    const key = (act === 'invite' ? invitePerson : resetAccount)(desk, actor, personId);
    return { path: `/join/${key}` };
  });
});
