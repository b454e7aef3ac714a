import { userInfo } from 'node:os';
import type { Desk } from '../client';
import { newId } from '../ids';
import { findActor } from '../queries/desk';
import * as schema from '../schema';
import type { Actor } from './run';

/** The desk's first person, made where there is nobody yet, under the name of the computer's user. */
export function ensureFirstPerson(desk: Desk): Actor {
  const known = findActor(desk, null);
  if (known !== null) return known;
  return insertPerson(desk, nameOfUser());
}

/** Puts a person on the desk outside of any command: at setup, and for the samples. */
export function insertPerson(desk: Desk, name: string): Actor {
  const actor: Actor = { id: newId(), role: 'admin' };
  const createdAt = new Date().toISOString();
  desk.orm
    .insert(schema.person)
    .values({ ...actor, name, createdAt, version: 1 })
    .run();
  return actor;
}

function nameOfUser(): string {
  try {
    const { username } = userInfo();
    return username === '' || username === 'root' ? 'Editor' : username;
  } catch {
    return 'Editor';
  }
}
