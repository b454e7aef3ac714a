import { z } from 'zod';
import { answerJson, notUnderstood } from '@/app/server/answers';
import { readJson } from '@/app/server/body';
import { door } from '@/app/server/door';
import { currentDesk } from '@/db/client';
import { makeAccessToken, NEW_TOKEN, revokeAccessToken } from '@/db/commands/access-tokens';

const BODY = z.union([z.object({ make: NEW_TOKEN }), z.object({ revoke: z.string().max(40) })]);

/** Makes an access token, answering `{secret}` this once, or revokes one. */
export const POST = door('keepOwnAccount', async (request, actor) => {
  const body = await readJson(request, BODY);
  if (body === null) return notUnderstood();
  const desk = currentDesk();
  return answerJson(() =>
    'make' in body
      ? { secret: makeAccessToken(desk, actor, body.make) }
      : revokeAccessToken(desk, actor, body.revoke),
  );
});
