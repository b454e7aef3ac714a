import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROLES, SCOPES } from '@/corpus/people/model';
import { INPUTS } from '../commands/inputs';
import { ACTS, OTHER_ACTS, findObstacle, mayRun, scopeOf } from '.';
import { listRoleRows } from './words';

const DOCUMENT = join(import.meta.dirname, '..', '..', 'docs', 'roles.md');

/** The table as docs/roles.md has it, cells parted by one space. */
function tableInDocs(): readonly string[] {
  return readFileSync(DOCUMENT, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.replaceAll(/ +/g, ' ').trim());
}

function tableOfPolicies(): readonly string[] {
  const rows = listRoleRows().map(({ words, allowed }) => [
    words,
    ...ROLES.map((role) => (allowed[role] ? 'yes' : '–')),
  ]);
  return rows.map((cells) => `| ${cells.join(' | ')} |`);
}

it('says in docs/roles.md what the policies say', () => {
  const [head, , ...rows] = tableInDocs();
  expect(head).toBe(`| may | ${ROLES.join(' | ')} |`);
  expect(rows).toEqual(tableOfPolicies());
});

it('decides on every command and on nothing that is none', () => {
  expect([...ACTS].sort()).toEqual([...Object.keys(INPUTS), ...OTHER_ACTS].sort());
});

describe.each(ACTS)('%s', (act) => {
  it('is allowed to a role and to all above it, to an admin at least', () => {
    const allowed = ROLES.map((role) => mayRun(role, act));
    expect(allowed).toEqual([...allowed].sort());
    expect(allowed.at(-1)).toBe(true);
  });

  it('takes from a token both the scope and the role of its person', () => {
    for (const role of ROLES) {
      for (const scope of SCOPES) {
        const expected = mayRun(role, act) && scope === scopeOf(act);
        expect(findObstacle({ role, scopes: [scope] }, act) === null).toBe(expected);
      }
      expect(findObstacle({ role, scopes: SCOPES }, act)).toBe(findObstacle({ role }, act));
      expect(findObstacle({ role, scopes: [] }, act)).not.toBeNull();
    }
  });
});
