import { writeSync } from 'node:fs';
import { closeDesk, openDesk } from '../client';
import { ensureFirstPerson } from '../commands/people';
import { runCommand } from '../commands/run';
import { newId } from '../ids';

/** A process of its own that saves views and prints each name once its command has returned. */
const [path, prefix, count] = process.argv.slice(2) as [string, string, string];
const desk = openDesk(path);
const actor = ensureFirstPerson(desk);
for (let number = 0; number < Number(count); number++) {
  const name = `${prefix} ${number}`;
  const input = { id: newId(), name, query: 'status=open' };
  runCommand(desk, actor, { id: newId(), steps: [{ name: 'saveView', input }] });
  writeSync(1, `${name}\n`);
}
closeDesk(desk);
