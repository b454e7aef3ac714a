import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLOCK_ROLES } from '../document/block';
import { applyArrangement, readingOf } from './arrange';
import {
  asRead,
  chooseRole,
  cutBefore,
  dropOrKeep,
  joinAbove,
  rangesOf,
  type Arrangement,
} from './arrangement';
import { ingest } from './ingest';
import type { IngestedArticle, IngestOutcome } from './model';

type Read = Extract<IngestOutcome, { ok: true }>;

const PAGE = `Harbor reopens after storm

By Ines Roth

QUELL, Norland (AP) — The harbor of Quell opened again on Monday after nine days, port master Ines Roth said.

Forty ships had waited in the bay, and two of them had lost their anchors in the night of the storm.

Ferry strike enters second week

PORT ARLEN, Norland (AFP) — The ferry crews of Port Arlen stayed ashore on Tuesday, as 1,200 people waited on the quay.

The company owes them wages of 84,000 crowns, said their speaker, Mara Quist.
`;

function readPage(text = PAGE): Read {
  const outcome = ingest(new TextEncoder().encode(text), 'page.txt');
  if (!outcome.ok) throw new Error(outcome.refused);
  return outcome;
}

const asItIs = ({ articles }: Read) => asRead(readingOf(articles), articles);

function arranged(read: Read, arrangement: Arrangement): readonly IngestedArticle[] {
  const outcome = applyArrangement(read, arrangement);
  if (!outcome.ok) throw new Error(outcome.refused);
  return outcome.articles;
}

const textsOf = (articles: readonly IngestedArticle[]) =>
  articles.map(({ blocks }) => blocks.map(({ text }) => text));

describe('an arrangement', () => {
  const read = readPage();
  const [first, second] = read.articles as [IngestedArticle, IngestedArticle];

  it('that changes nothing is what an import does without it', () => {
    expect(read.articles).toHaveLength(2);
    expect(applyArrangement(read, asItIs(read))).toEqual(read);
  });

  it('joins two articles; the first keeps what was read of it', () => {
    const [joined, ...more] = arranged(read, joinAbove(asItIs(read), first.blocks.length));
    expect(more).toEqual([]);
    expect(joined).toEqual({ ...first, blocks: [...first.blocks, ...second.blocks] });
  });

  it('cuts an article; the rest has its own headline', () => {
    const cut = arranged(read, cutBefore(asItIs(read), 3));
    expect(textsOf(cut)).toEqual([
      first.blocks.slice(0, 3).map(({ text }) => text),
      [first.blocks[3]!.text],
      second.blocks.map(({ text }) => text),
    ]);
    expect(cut[0]).toMatchObject({ headline: first.headline, byline: 'Ines Roth' });
    expect(cut[1]!.headline).toMatch(/^Forty ships/);
    expect(cut[1]!.byline).toBeNull();
    expect(cut[2]).toBe(second);
  });

  it('reads headline and byline anew where their blocks take another role', () => {
    const one = chooseRole(asItIs(read), 0, 'kicker');
    const two = chooseRole(chooseRole(one, 1, 'paragraph'), 3, 'headline');
    const [changed, untouched] = arranged(read, two);
    expect(changed!.headline).toMatch(/^Forty ships/);
    expect(changed!.byline).toBeNull();
    expect(changed!.places).toEqual(first.places);
    expect(changed!.blocks.map(({ role }) => role)).toEqual(['kicker', 'paragraph', 'paragraph', 'headline']); // prettier-ignore
    expect(untouched).toBe(second);
  });

  it('leaves an article out, and refuses to store nothing', () => {
    const none = dropOrKeep(asItIs(read), 0);
    expect(arranged(read, none)).toEqual([second]);
    const outcome = applyArrangement(read, dropOrKeep(none, first.blocks.length));
    expect(outcome).toMatchObject({ ok: false, refused: expect.stringMatching(/nothing is stored/) }); // prettier-ignore
    expect(arranged(read, dropOrKeep(none, 0))).toEqual(read.articles);
  });

  it('is refused for a text that reads otherwise, and for blocks that it does not have', () => {
    const other = readPage(PAGE.replace('Forty', 'Fifty'));
    const sentence = { ok: false, refused: expect.stringMatching(/does not read the same/) };
    expect(applyArrangement(other, asItIs(read))).toMatchObject(sentence);
    const whole = asItIs(read);
    for (const unfit of [
      { ...whole, starts: [1] },
      { ...whole, starts: [] },
      { ...whole, starts: [0, 4, 4] },
      { ...whole, starts: [0, 700] },
      { ...whole, dropped: [2] },
      { ...whole, roles: [{ block: 700, role: 'deck' as const }] },
    ]) {
      expect(applyArrangement(read, unfit)).toMatchObject({ ok: false, refused: expect.stringMatching(/do not fit/) }); // prettier-ignore
    }
  });

  it('leaves a refusal as it is', () => {
    const refused = { ok: false, refused: 'The file is empty.' } as const;
    expect(applyArrangement(refused, asItIs(read))).toBe(refused);
  });

  it('lets the remarks of a file go with their words', () => {
    const note = { author: 'Ed', body: '', writtenAt: null, replies: [], isResolved: false };
    const at = (block: number) => ({ block, start: 0, end: 5 });
    const notes = [
      { ...note, body: 'kept', places: [at(0)] },
      { ...note, body: 'moved', places: [at(3)] },
      { ...note, body: 'both', places: [at(2), at(3)] },
      { ...note, body: 'nowhere', places: [] },
    ];
    const noted = { ...read, articles: [{ ...first, notes }, second] };
    const [one, two] = arranged(noted, cutBefore(asItIs(noted), 3));
    expect(one!.notes).toEqual([notes[0], { ...notes[2], places: [at(2)] }, notes[3]]);
    expect(two!.notes).toEqual([{ ...notes[1], places: [at(0)] }]);
    const [joined] = arranged(noted, joinAbove(asItIs(noted), 4));
    expect(joined!.notes).toEqual(notes);
  });
});

/** What a person does one after the other, each by numbers that are taken for what is there. */
const ACTS = fc.array(
  fc.record({
    act: fc.constantFrom('cut', 'join', 'role', 'drop'),
    at: fc.nat(40),
    role: fc.constantFrom(...BLOCK_ROLES),
  }),
  { maxLength: 25 },
);

const ARTICLES = fc.array(
  fc.array(fc.tuple(fc.constantFrom(...BLOCK_ROLES), fc.string({ maxLength: 20 })), {
    minLength: 1,
    maxLength: 6,
  }),
  { minLength: 1, maxLength: 6 },
);

function readOf(articles: readonly (readonly [(typeof BLOCK_ROLES)[number], string][])[]): Read {
  return {
    ok: true,
    text: '',
    encoding: 'test',
    notes: [],
    articles: articles.map((blocks, at) => ({
      headline: `Article ${at}`,
      deck: null,
      byline: null,
      places: [],
      agency: null,
      date: null,
      credit: null,
      warnings: [],
      blocks: blocks.map(([role, text]) => ({ role, text, depth: 0, group: null, original: null })),
    })),
  };
}

describe('any arrangement', () => {
  it('loses no block, keeps their order and words, and gives each the role that was chosen last', () => {
    fc.assert(
      fc.property(ARTICLES, ACTS, (articles, acts) => {
        const read = readOf(articles);
        const all = read.articles.flatMap(({ blocks }) => blocks);
        const roles = all.map(({ role }) => role);
        let now = asItIs(read);
        for (const { act, at, role } of acts) {
          const block = at % all.length;
          const start = now.starts[at % now.starts.length]!;
          if (act === 'cut') now = cutBefore(now, block);
          else if (act === 'join') now = joinAbove(now, start);
          else if (act === 'drop') now = dropOrKeep(now, start);
          else {
            now = chooseRole(now, block, role);
            roles[block] = role;
          }
        }
        const expected = rangesOf(now, all.length).filter(({ isDropped }) => !isDropped);
        const outcome = applyArrangement(read, now);
        expect(outcome.ok).toBe(expected.length > 0);
        if (!outcome.ok) return;
        const kept = expected.map(({ start, end }) => all.slice(start, end).map(({ text }, index) => [roles[start + index], text])); // prettier-ignore
        const got = outcome.articles.map(({ blocks }) => blocks.map(({ role, text }) => [role, text])); // prettier-ignore
        expect(got).toEqual(kept);
        const whole = rangesOf({ ...now, dropped: [] }, all.length);
        expect(whole.map(({ start }) => start)).toEqual([0, ...whole.slice(0, -1).map(({ end }) => end)]); // prettier-ignore
        expect(whole.at(-1)!.end).toBe(all.length);
      }),
    );
  });

  it('that is undone act by act changes nothing', () => {
    fc.assert(
      fc.property(ARTICLES, fc.nat(40), (articles, at) => {
        const read = readOf(articles);
        const count = read.articles.flatMap(({ blocks }) => blocks).length;
        const before = asItIs(read);
        const block = at % count;
        if (!before.starts.includes(block)) {
          expect(joinAbove(cutBefore(before, block), block)).toEqual(before);
        }
        const start = before.starts[at % before.starts.length]!;
        expect(dropOrKeep(dropOrKeep(before, start), start)).toEqual(before);
        if (start > 0) expect(cutBefore(joinAbove(before, start), start)).toEqual(before);
      }),
    );
  });
});
