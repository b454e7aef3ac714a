import { PERSON_COOKIE } from '@/app/server/actor';
import { readBody } from '@/app/server/body';
import { findForeign } from '@/app/server/guard';
import { currentDesk } from '@/db/client';
import { findActor } from '@/db/queries/desk';

/** Chooses who acts in this browser; takes `{id}`. */
export async function POST(request: Request): Promise<Response> {
  const foreign = findForeign(request);
  if (foreign !== null) return Response.json({ message: foreign }, { status: 403 });
  const { id } = JSON.parse(Buffer.from(await readBody(request, 1000)).toString()) as {
    id?: string;
  };
  const actor = findActor(currentDesk(), id ?? null);
  if (actor === null || actor.id !== id) {
    return Response.json({ message: 'This person is not on the desk.' }, { status: 404 });
  }
  const cookie = `${PERSON_COOKIE}=${actor.id}; Path=/; SameSite=Strict; HttpOnly; Max-Age=31536000`;
  return Response.json({ id: actor.id }, { headers: { 'set-cookie': cookie } });
}
