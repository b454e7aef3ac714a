import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const APP = join(import.meta.dirname, '..');

/** What takes the desk itself: it writes, is about people and accounts, or shows nothing of a mark. */
const WHOLE_DESK = [
  'account/page.tsx',
  'answer/[key]/route.ts',
  'api/access-tokens/route.ts',
  'api/accounts/route.ts',
  'api/archive/route.ts',
  'api/articles/[id]/revisions/route.ts',
  'api/assignments/[id]/time/route.ts',
  'api/auth/[...path]/route.ts',
  'api/checks/[id]/lock/route.ts',
  'api/commands/route.ts',
  'api/events/route.ts',
  'api/import/route.ts',
  'api/join/route.ts',
  'api/notices/route.ts',
  'api/person/route.ts',
  'api/sessions/route.ts',
  'api/suggestions/route.ts',
  'api/team/route.ts',
  'join/[key]/page.tsx',
  'layout.tsx',
];

it('lets every page and every route read through what its person may see', () => {
  const files = readdirSync(APP, { recursive: true, encoding: 'utf8' });
  const whole = files.filter((file) => {
    if (!/\.tsx?$/.test(file) || file.startsWith('server')) return false;
    return readFileSync(join(APP, file), 'utf8').includes('currentDesk()');
  });
  expect(whole.sort()).toEqual(WHOLE_DESK);
});
