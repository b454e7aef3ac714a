import fc from 'fast-check';
import { expect } from 'vitest';
import type { BlockRole } from '../../document/block';
import type { IngestedArticle, IngestOutcome } from '../model';

/** A paragraph of news about Port Hallen; `day` makes each one different. */
export function prose(day: string): string {
  return (
    `The harbour board of Port Hallen said on ${day} that both cranes would stay closed, ` +
    'because the winter storms had bent the rails on which they stand, and that ships would ' +
    'be sent on to Vessa, where the quays are short but the water is deep enough.'
  );
}

export const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;

/** A page with a head, an article and a frame. */
export function page(article: string, head = '', after = ''): string {
  return (
    `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Harbour cranes stay ` +
    `closed | Port Hallen Post</title>${head}</head><body><nav><ul><li><a href="/">Front page</a>` +
    `</li><li><a href="/sport">Sport</a></li></ul></nav><main>${article}</main>${after}` +
    '<footer><p>Port Hallen Post, Quay Street</p></footer></body></html>'
  );
}

/** Five paragraphs under a headline, with `extra` after the second. */
export function story(extra = ''): string {
  const paragraphs = DAYS.map((day) => `<p>${prose(day)}</p>`);
  paragraphs.splice(2, 0, extra);
  return `<article><h1>Harbour cranes stay closed</h1>${paragraphs.join('\n')}</article>`;
}

export function articlesOf(outcome: IngestOutcome): readonly IngestedArticle[] {
  if (!outcome.ok) throw new Error(outcome.refused);
  return outcome.articles;
}

export function textsOf(article: IngestedArticle | undefined, role: BlockRole): string[] {
  return (article?.blocks ?? []).filter((block) => block.role === role).map(({ text }) => text);
}

/** What holds for every outcome, whatever the bytes were. */
export function expectSound(outcome: IngestOutcome): void {
  if (!outcome.ok) {
    expect(outcome.refused).toMatch(/\S/);
    return;
  }
  expect(outcome.articles.length).toBeGreaterThan(0);
  for (const { headline, blocks } of outcome.articles) {
    expect(headline.trim()).not.toBe('');
    for (const { text, formatting } of blocks) {
      expect(text.trim()).not.toBe('');
      for (const { start, end, href } of formatting ?? []) {
        expect(start >= 0 && start < end && end <= text.length).toBe(true);
        if (href !== undefined) expect(href).toMatch(/^(?:https?|mailto):/);
      }
    }
  }
}

/** What is done to a file: flip, cut, double or end; where; how many bytes. */
export type Damage = readonly [number, number, number];

/** Bytes with one place flipped, cut out or doubled. */
export function damaged(bytes: Uint8Array, [kind, at, length]: Damage): Uint8Array {
  if (bytes.length === 0) return bytes;
  const start = at % bytes.length;
  const end = Math.min(bytes.length, start + length);
  const [before, middle, after] = [
    bytes.slice(0, start),
    bytes.slice(start, end),
    bytes.slice(end),
  ];
  if (kind === 0)
    return joined(
      before,
      middle.map((byte) => byte ^ (1 << (at % 8))),
      after,
    );
  if (kind === 1) return joined(before, after);
  return kind === 2 ? joined(before, middle, middle, after) : before;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** Up to five damages in a row. */
export const DAMAGES: fc.Arbitrary<Damage[]> = fc.array(
  fc.tuple(fc.nat(3), fc.nat(), fc.integer({ min: 1, max: 80 })),
  { maxLength: 5 },
);
