import { z } from 'zod';
import { answerJson, notUnderstood } from '@/app/server/answers';
import { readJson } from '@/app/server/body';
import { findForeign } from '@/app/server/guard';
import { addressOf, rates, tooMany, TRIES_FROM } from '@/app/server/rates';
import { currentDesk } from '@/db/client';
import { takeInvitation } from '@/db/commands/accounts';

const BODY = z.object({
  key: z.string().max(100),
  email: z.string().max(320),
  password: z.string().max(1000),
});

/** Uses a link for an account or a new password; answers `{email}`. The link's key is the right to it. */
export async function POST(request: Request): Promise<Response> {
  const foreign = findForeign(request);
  if (foreign !== null) return Response.json({ message: foreign }, { status: 403 });
  const wait = rates().take(`tries from ${addressOf(request.headers)}`, TRIES_FROM);
  if (wait > 0) return tooMany(wait);
  const body = await readJson(request, BODY);
  if (body === null) return notUnderstood();
  return answerJson(async () => ({ email: await takeInvitation(currentDesk(), body.key, body) }));
}
