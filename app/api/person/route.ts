import { PERSON_COOKIE } from '@/app/server/actor';
import { z } from 'zod';
import { readJson } from '@/app/server/body';
import { findForeign } from '@/app/server/guard';
import { currentDesk } from '@/db/client';
import { findPerson } from '@/db/queries/desk';
import { isTeam } from '@/db/queries/people';

/** Chooses who acts in this browser, on a solo desk; takes `{id}`. */
export async function POST(request: Request): Promise<Response> {
  const foreign = findForeign(request);
  if (foreign !== null) return Response.json({ message: foreign }, { status: 403 });
  const body = await readJson(request, z.object({ id: z.string() }));
  if (isTeam(currentDesk())) {
    const message = 'On a team desk you are who you signed in as.';
    return Response.json({ message }, { status: 409 });
  }
  const actor = findPerson(currentDesk(), body?.id ?? '');
  if (actor === null) {
    return Response.json({ message: 'This person is not on the desk.' }, { status: 404 });
  }
  const cookie = `${PERSON_COOKIE}=${actor.id}; Path=/; SameSite=Strict; HttpOnly; Max-Age=31536000`;
  return Response.json({ id: actor.id }, { headers: { 'set-cookie': cookie } });
}
