import type { Desk } from '@/db/client';
import { listCollections } from '@/db/queries/desk';
import { CommandProblem } from './problems';

/** The id of the collection with this name; throws CommandProblem, which names those that there are. */
export function collectionIdOf(desk: Desk, name: string): string {
  const collections = listCollections(desk);
  const found = collections.find((collection) => collection.name === name);
  if (found !== undefined) return found.id;
  const names = collections.map((collection) => `“${collection.name}”`).join(', ');
  throw new CommandProblem(
    `There is no collection “${name}”${names === '' ? '' : `; there are ${names}`}.`,
  );
}
