import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CommandRequest, CommandStep } from '@/corpus/commands/requests';
import { CommandClient } from './command-client';

/** The desk as far as the client knows it: one check, whose version is asked for and grows. */
let version = 1;
/** What the desk cannot be reached with. */
let lost: string | null = null;
const sent: CommandRequest[] = [];

const stepSeeing = (seen: number, rationale: string): CommandStep => ({
  name: 'recordFinding',
  input: { checkId: 'check', version: seen, rationale },
});

function answer(body: string): Response {
  const request = JSON.parse(body) as CommandRequest;
  sent.push(request);
  const { version: seen } = request.steps[0]!.input as { readonly version: number };
  if (seen !== version) {
    const current = { entity: 'check', id: 'check', version, by: 'Ada', own: true, at: '', fields: {} }; // prettier-ignore
    return Response.json({ refused: 'stale', message: '', current }, { status: 409 });
  }
  version += 1;
  const written = [{ entity: 'check', id: 'check', version }];
  return Response.json({ id: request.id, written, seq: version });
}

const open = () => new CommandClient('ada', () => undefined, () => undefined); // prettier-ignore

beforeEach(() => {
  version = 1;
  lost = null;
  sent.length = 0;
  const kept = new Map<string, string>();
  const storage = {
    setItem: (key: string, value: string) => Reflect.set(shown, key, value) && kept.set(key, value),
    removeItem: (key: string) => Reflect.deleteProperty(shown, key) && kept.delete(key),
    getItem: (key: string) => kept.get(key) ?? null,
  };
  // `Object.keys` of a storage are the keys of what it holds.
  const shown = Object.create(storage) as Record<string, string>;
  vi.stubGlobal('localStorage', shown);
  vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) => {
    if (lost !== null && body.includes(lost)) throw new TypeError('the desk is away');
    return answer(body);
  });
});

afterEach(() => vi.unstubAllGlobals());

test('quick saves of one window follow each other, whatever version it had read', async () => {
  const client = open();
  const outcomes = await Promise.all(['One', 'One call', 'One call.'].map((words) => client.submit([stepSeeing(1, words)]))); // prettier-ignore
  expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true]);
  expect(version).toBe(4);
});

test('what another window wrote between is not written over by a save that has not seen it', async () => {
  const [mine, other] = [open(), open()];
  expect((await mine.submit([stepSeeing(1, 'Mine')])).ok).toBe(true);
  expect((await other.submit([stepSeeing(2, 'The other')])).ok).toBe(true);
  // This window has seen the other's and writes something else of the check …
  expect((await mine.submit([stepSeeing(3, 'Seen')])).ok).toBe(true);
  // … but a text that was begun before that is refused.
  expect((await mine.submit([stepSeeing(2, 'Begun before')])).ok).toBe(false);
  expect((await mine.submit([stepSeeing(3, 'Begun after')])).ok).toBe(true);
});

test('what a window could not send outlives it, also where another window sends meanwhile', async () => {
  lost = 'Typed on the train';
  const mine = open();
  void mine.submit([stepSeeing(1, lost)]);
  await vi.waitFor(() => expect(mine.getSnapshot().state).toBe('waiting'));
  expect((await open().submit([stepSeeing(1, 'Typed at the desk')])).ok).toBe(true);
  const [unsent] = Object.values(localStorage) as string[];
  expect(unsent).toContain(lost);

  lost = null;
  open().resume();
  await vi.waitFor(() => expect(Object.keys(localStorage)).toEqual([]));
  expect(JSON.stringify(sent)).toContain('Typed on the train');
});
