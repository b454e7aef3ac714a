import { cookies } from 'next/headers';
import { currentDesk } from '@/db/client';
import { findActor } from '@/db/queries/desk';
import type { Actor } from '@/db/commands/run';

export const PERSON_COOKIE = 'stet-person';

/** Who acts in this browser: the person it chose, else the desk's first. */
export async function currentActor(): Promise<Actor & { name: string }> {
  const chosen = (await cookies()).get(PERSON_COOKIE)?.value ?? null;
  const actor = findActor(currentDesk(), chosen);
  if (actor === null) throw new Error('The desk has nobody on it: run npm start once.');
  return actor;
}
