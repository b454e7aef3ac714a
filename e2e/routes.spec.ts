import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROLES, SCOPES, type Role } from '@/corpus/people/model';
import { mayRun, scopeOf, type Act } from '@/db/policies';
import { expect, test, type Desk } from './support/desk';
import { ROOT } from './support/root';
import { cookieOf, makeAccount, post } from './support/team';

/** An id of the right form that nothing on the desk has. */
const NOBODY = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

interface Route {
  readonly path: string;
  readonly method: 'GET' | 'POST';
  /** What the route is for; null where it is open to whoever is not signed in. */
  readonly act: Act | null;
  readonly body?: unknown;
}

const get = (path: string, act: Act): Route => ({ path, method: 'GET', act });
const send = (path: string, act: Act | null, body: unknown = {}): Route => ({ path, method: 'POST', act, body }); // prettier-ignore

/** Every API route with the act that its door asks for. Bodies do nothing that lasts. */
const ROUTES: readonly Route[] = [
  get('/api/archive/[id]', 'readDesk'),
  send('/api/archive', 'keepCopy'),
  get('/api/articles/[id]', 'readDesk'),
  get('/api/articles/[id]/annotations', 'readDesk'),
  get('/api/articles/[id]/coverage', 'readDesk'),
  get('/api/articles/[id]/proof', 'readDesk'),
  get('/api/articles/[id]/discussions', 'readDesk'),
  get('/api/articles/[id]/suggestions', 'readDesk'),
  get('/api/articles/[id]/overrides', 'readDesk'),
  get('/api/articles/[id]/presence', 'readDesk'),
  get('/api/articles/[id]/project', 'readDesk'),
  get('/api/checks/[id]', 'readDesk'),
  get('/api/copies/[id]', 'exportDataset'),
  get('/api/events', 'readDesk'),
  get('/api/evidence', 'readDesk'),
  get('/api/notices', 'readDesk'),
  get('/api/originals/[id]', 'readDesk'),
  get('/api/queue', 'readDesk'),
  get('/api/queue/counts', 'readDesk'),
  get('/api/sessions', 'readDesk'),
  get('/api/suggestions', 'readDesk'),
  get('/api/workload', 'readDesk'),
  get('/api/export', 'exportDataset'),
  get('/api/releases/[id]', 'exportDataset'),
  send('/api/releases', 'makeRelease'),
  send('/api/agreement/gamma', 'readDesk'),
  send('/api/assignments/[id]/time', 'submitLayer', { seconds: 0 }),
  send('/api/notices', 'readDesk'),
  send('/api/articles/[id]/presence', 'readDesk'),
  send('/api/checks/[id]/lock', 'recordFinding'),
  send('/api/commands', 'readDesk', { nonsense: true }),
  send('/api/suggestions', 'suggestAnnotations', { stop: true }),
  send('/api/import', 'importFiles'),
  send('/api/import/look', 'importFiles'),
  send('/api/bring-in', 'importFiles'),
  send('/api/articles/[id]/revisions', 'reviseArticle'),
  send('/api/sessions', 'keepOwnAccount'),
  send('/api/access-tokens', 'keepOwnAccount'),
  send('/api/accounts', 'keepAccounts'),
  send('/api/team', 'keepAccounts'),
  send('/api/auth/[...path]', null),
  send('/api/join', null),
  send('/api/person', null),
];

const addressOf = ({ path }: Route) =>
  path.replace('[id]', NOBODY).replace('[...path]', 'sign-out');

async function statusOf(desk: Desk, route: Route, headers: Record<string, string>) {
  const response = await fetch(`${desk.url}${addressOf(route)}`, {
    method: route.method,
    headers: { 'content-type': 'application/json', ...headers },
    redirect: 'manual',
    ...(route.method === 'POST' ? { body: JSON.stringify(route.body) } : {}),
  });
  // The event stream has no end to wait for.
  if (route.path === '/api/events') await response.body?.cancel();
  else await response.text();
  return response.status;
}

/** A team desk with a person of each role; the cookie and a token with all scopes of each. */
async function makePeople(desk: Desk) {
  const people = new Map<Role, { cookie: string; all: string; own: string }>();
  for (const role of [...ROLES].reverse()) {
    const name = `The ${role}`.replace(' ', '');
    await makeAccount(desk, name, role);
    const cookie = await cookieOf(desk, name);
    const token = async (scopes: readonly string[]) => {
      const make = { name: 'Test', scopes, expiresOn: null };
      const made = await post(desk, '/api/access-tokens', { make }, { cookie });
      return `Bearer ${((await made.json()) as { secret: string }).secret}`;
    };
    people.set(role, { cookie, all: await token(SCOPES), own: await token(['read']) });
  }
  return people;
}

test('the table has every route of the desk, and each stands behind a door', () => {
  const folder = join(ROOT, 'app', 'api');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const found = files
    .filter((file) => file.endsWith('route.ts'))
    .flatMap((file) => {
      const source = readFileSync(join(folder, file), 'utf8');
      const path = `/api/${file.replaceAll('\\', '/').replace('/route.ts', '')}`;
      return [
        ...source.matchAll(/^export (?:const|async function|function) ([A-Z]+)\b(.*)$/gm),
      ].map(([, method, rest]) => {
        const act = /= door(?:<[^(]+>)?\('(\w+)'/.exec(rest!)?.[1] ?? null;
        return `${method!} ${path} ${String(act)}`;
      });
    });
  const known = ROUTES.map(({ method, path, act }) => `${method} ${path} ${String(act)}`);
  expect(found.sort()).toEqual(known.sort());
});

test('every role reaches the routes of its policies and no others, signed in or by token', async ({
  desk,
}) => {
  test.slow();
  const people = await makePeople(desk);
  for (const route of ROUTES) {
    const { act } = route;
    if (act === null) continue;
    const nobody = await statusOf(desk, route, { origin: desk.url });
    expect(nobody, `nobody, ${route.method} ${route.path}`).toBe(401);
    const false_ = await statusOf(desk, route, { authorization: 'Bearer stet_invented' });
    expect(false_, `an invented token, ${route.method} ${route.path}`).toBe(401);
    for (const [role, { cookie, all, own }] of people) {
      const what = `${role}, ${route.method} ${route.path}`;
      const signedIn = await statusOf(desk, route, { cookie, origin: desk.url });
      const byToken = await statusOf(desk, route, { authorization: all });
      const tooLittle = await statusOf(desk, route, { authorization: own });
      const allowed = mayRun(role, act);
      expect([signedIn === 403, signedIn === 401], what).toEqual([!allowed, false]);
      if (act !== 'keepOwnAccount') expect(byToken === 403, `${what}, by token`).toBe(!allowed);
      const enough = allowed && scopeOf(act) === 'read';
      if (act !== 'keepOwnAccount') expect(tooLittle === 403, `${what}, read only`).toBe(!enough);
    }
  }
});

test('no write is taken from another site, whoever is signed in', async ({ desk }) => {
  await makeAccount(desk, 'Ada', 'admin');
  const cookie = await cookieOf(desk, 'Ada');
  for (const route of ROUTES.filter(({ method }) => method === 'POST')) {
    for (const origin of [{}, { origin: 'https://evil.example' }, { origin: 'null' }]) {
      const status = await statusOf(desk, route, { cookie, ...origin });
      expect(status, `${route.path} from ${JSON.stringify(origin)}`).toBe(403);
    }
  }
});

test('no page is shown to somebody who is not signed in, whole or in part', async ({ desk }) => {
  await makeAccount(desk, 'Ada', 'admin');
  const cookie = await cookieOf(desk, 'Ada');
  const make = { name: 'Test', scopes: SCOPES, expiresOn: null };
  const made = await post(desk, '/api/access-tokens', { make }, { cookie });
  const authorization = `Bearer ${((await made.json()) as { secret: string }).secret}`;
  const folder = join(ROOT, 'app');
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('page.tsx'))
    .map((file) => `/${file.replaceAll('\\', '/').replace(/\/?page\.tsx$/, '')}`)
    .map((path) => path.replace('[id]', NOBODY).replace('[key]', 'no-such-link'));
  expect(pages).toContain('/queue');
  const unknown = await fetch(`${desk.url}/api/no-such-route`, { redirect: 'manual' });
  expect(unknown.status, 'a route that nobody has made yet').toBe(401);
  for (const path of pages) {
    const open = path === '/sign-in' || path.startsWith('/join/');
    const whole = await fetch(`${desk.url}${path}`, { redirect: 'manual' });
    expect(whole.status, path).toBe(open ? 200 : 307);
    if (!open) {
      const to = new URL(whole.headers.get('location')!, desk.url);
      expect([to.origin, to.pathname, to.searchParams.get('next')]).toEqual([desk.url, '/sign-in', path]); // prettier-ignore
      const byToken = { headers: { authorization }, redirect: 'manual' } as const;
      expect((await fetch(`${desk.url}${path}`, byToken)).status, path).toBe(307);
      const part = { rsc: '1', 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' };
      const direct = await fetch(`${desk.url}${path}`, { headers: part, redirect: 'manual' });
      expect(direct.status, path).toBe(307);
      const headers = { ...part, 'sec-fetch-dest': 'empty' };
      expect((await fetch(`${desk.url}${path}`, { headers })).status, path).toBe(401);
      const signedIn = await fetch(`${desk.url}${path}`, { headers: { cookie } });
      expect([200, 404], path).toContain(signedIn.status);
    }
  }
});

test('the session’s cookie is not for scripts, and stands for nothing when it is changed', async ({
  desk,
}) => {
  await makeAccount(desk, 'Ada', 'admin');
  const body = { email: 'ada@desk.example', password: 'seven grey herons' };
  const answer = await post(desk, '/api/auth/sign-in/email', body);
  const [line] = answer.headers.getSetCookie();
  expect(line).toMatch(/^stet\.session_token=[^;]+;.*HttpOnly; SameSite=Lax$/);
  expect(line).not.toContain('Secure');
  const value = line!.split(';')[0]!;
  const secret = decodeURIComponent(value.split('=')[1]!).split('.')[0]!;
  expect(await answer.text()).not.toContain(secret);
  const statusWith = async (cookie: string) =>
    (await fetch(`${desk.url}/api/sessions`, { headers: { cookie } })).status;
  expect(await statusWith(value)).toBe(200);
  expect(await statusWith(`stet.session_token=${secret}.`)).toBe(401);
  expect(await statusWith(`stet.session_token=${secret}.${'A'.repeat(43)}%3D`)).toBe(401);
  expect(await statusWith('stet-person=whoever')).toBe(401);
});

test('the icon is there for a browser that asks for it by its old name, also before signing in', async ({
  desk,
}) => {
  await makeAccount(desk, 'Ada', 'admin');
  const answer = await fetch(`${desk.url}/favicon.ico`, { redirect: 'manual' });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toContain('image/svg+xml');
});
