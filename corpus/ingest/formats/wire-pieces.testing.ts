import fc from 'fast-check';
import { expect } from 'vitest';
import type { IngestedArticle, IngestOutcome } from '../model';
import type { FormatReader } from './reader';

/** Facts of a file with a name. */
export const factsOf = (name: string) => ({ name, url: null, contentType: null });

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Reads a file that must be good. */
export async function articlesIn(
  reader: FormatReader,
  bytes: Uint8Array,
  name = 'file',
): Promise<readonly IngestedArticle[]> {
  const outcome = await reader.read(bytes, factsOf(name));
  if (!outcome.ok) throw new Error(outcome.refused);
  expectSound(outcome);
  return outcome.articles;
}

/** Reads a file that must be refused; its one sentence. */
export async function refusalOf(reader: FormatReader, bytes: Uint8Array): Promise<string> {
  const outcome = await reader.read(bytes, factsOf('file'));
  if (outcome.ok) throw new Error('The file was read.');
  expectSound(outcome);
  return outcome.refused;
}

/** "role: text" of each block. */
export function rolesOf(article: IngestedArticle | undefined): string[] {
  return (article?.blocks ?? []).map(({ role, text }) => `${role}: ${text}`);
}

/** What holds for every outcome of every reader. */
export function expectSound(outcome: IngestOutcome): void {
  if (!outcome.ok) {
    expect(outcome.refused).toMatch(/^\S[^\n]*[.]$/u);
    return;
  }
  expect(outcome.articles.length).toBeGreaterThan(0);
  for (const article of outcome.articles) expectSoundArticle(article);
}

function expectSoundArticle({ headline, blocks, notes = [] }: IngestedArticle): void {
  expect(headline.trim()).not.toBe('');
  expect(blocks.length).toBeGreaterThan(0);
  for (const { text, formatting = [] } of blocks) {
    expect(text.trim()).toBe(text);
    expect(text).not.toBe('');
    expect(text).not.toContain('\n\n');
    expect(text.isWellFormed()).toBe(true);
    for (const { start, end, href } of formatting) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(text.length);
      if (href !== undefined) expect(href).toMatch(/^(?:https?|mailto):/);
    }
  }
  for (const { block, start, end } of notes.flatMap(({ places }) => places)) {
    const length = blocks[block]?.text.length ?? -1;
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(length);
  }
}

/** A good file with bytes flipped, cut out or doubled. */
export function damaged(file: Uint8Array): fc.Arbitrary<Uint8Array> {
  const place = fc.nat(Math.max(0, file.length - 1));
  const change = fc.record({
    kind: fc.constantFrom('flip', 'cut', 'double'),
    place,
    length: fc.integer({ min: 1, max: 40 }),
    byte: fc.nat(255),
  });
  return fc.array(change, { minLength: 1, maxLength: 6 }).map((changes) => {
    let bytes = [...file];
    for (const { kind, place: at, length, byte } of changes) {
      if (kind === 'flip') bytes[at % bytes.length] = byte;
      else if (kind === 'cut') bytes = [...bytes.slice(0, at), ...bytes.slice(at + length)];
      else bytes = [...bytes.slice(0, at + length), ...bytes.slice(at)];
      if (bytes.length === 0) bytes = [byte];
    }
    return Uint8Array.from(bytes);
  });
}

/** Reads many damaged copies of a good file: all are read or refused, and what is read is sound. */
export async function expectSoundWhenDamaged(
  reader: FormatReader,
  file: Uint8Array,
  name: string,
  numRuns = 200,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(damaged(file), async (bytes) => {
      reader.recognises(bytes, factsOf(name));
      expectSound(await reader.read(bytes, factsOf(name)));
    }),
    { numRuns },
  );
}
