import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeAccessToken } from '@/db/commands/access-tokens';
import type { Actor } from '@/db/commands/run';
import { makeDesk, type TestDesk } from '@/db/testing/desk';
import { blindProject, type BlindProject } from '@/db/testing/projects';
import { archiveOf, release } from '@/db/testing/releases';
import { main } from './main';

let made: TestDesk;
let project: BlindProject;
let said: string[];
beforeEach(() => {
  made = makeDesk();
  project = blindProject(made);
  said = [];
  for (const way of ['log', 'error'] as const) {
    vi.spyOn(console, way).mockImplementation((line: string) => void said.push(line));
  }
  vi.stubEnv('STET_DATABASE', made.desk.path);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  made.close();
});

const nameOfProject = () =>
  made.desk.sqlite
    .prepare<[string], string>('SELECT name FROM collection WHERE id = ?')
    .pluck()
    .get(project.collectionId)!;

/** Takes the release 1.0 of the blind project as a person; gives the exit code. */
function take(actor: Actor, out: string): Promise<number> {
  const wanted = { name: 'Releases', scopes: ['read' as const], expiresOn: null };
  vi.stubEnv('STET_TOKEN', makeAccessToken(made.desk, actor, wanted));
  return main(['release', '--collection', nameOfProject(), '--version', '1.0', '--out', out]);
}

test('a release of blind layers is taken by who may see them, and by nobody who still marks', async () => {
  project.hand(0);
  project.mark(project.ann, 0, 'two cranes');
  const made10 = release(made, '1.0', { filter: { collectionId: project.collectionId } });
  const out = join(dirname(made.desk.path), 'release.zip');
  expect(await take(project.ben, out)).toBe(1);
  expect(said.at(-1)).toMatch(/^There is no version 1\.0/);
  expect(existsSync(out)).toBe(false);
  expect(await take(made.actor, out)).toBe(0);
  expect(readFileSync(out).equals(archiveOf(made, made10))).toBe(true);
});

test('an article that is not on the desk is refused, and nothing is released', async () => {
  const order = ['--version', '1.0', '--licence', 'CC0'];
  const args = ['release', '--collection', nameOfProject(), ...order, '--article', 'nowhere'];
  expect(await main(args)).toBe(1);
  expect(said.at(-1)).toBe('There is no article “nowhere”.');
  expect(made.desk.sqlite.prepare('SELECT count(*) FROM release').pluck().get()).toBe(0);
});
