import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BLOCK_ROLES, type DraftBlock } from '../document/block';
import { layOut } from '../document/text';
import { cutAgain, type Decided } from './cut-again';
import { ingest } from './ingest';

const PAGE = `Harbor reopens after storm

QUELL, Norland (AP) — The harbor of Quell opened again on Monday after nine days, port master Ines Roth said.

Forty ships had waited in the bay, and two of them had lost their anchors in the night of the storm.

Ferry strike enters second week

PORT ARLEN, Norland (AFP) — The ferry crews of Port Arlen stayed ashore on Tuesday, as 1,200 people waited on the quay.

The company owes them wages of 84,000 crowns, said their speaker, Mara Quist.

Advertisement

Lamp of the old lighthouse is sold

VESSA, Norland (AP) — The museum of Vessa has bought the lamp that lit the coast for a century, its head said.

Advertisement
`;
const NOTHING: Decided = { joined: [], splitOff: [], roles: new Map() };

function read(text = PAGE) {
  const outcome = ingest(new TextEncoder().encode(text), 'page.txt');
  if (!outcome.ok) throw new Error(outcome.refused);
  return outcome;
}

const blocksOf = (text = PAGE) => read(text).articles.flatMap(({ blocks }) => blocks);
const textOf = (blocks: readonly DraftBlock[]) => layOut(blocks).text;

it('leaves everything as it was read where nobody decided anything', () => {
  const { articles } = read();
  expect(articles).toHaveLength(3);
  expect(cutAgain(read(), NOTHING)).toEqual(
    articles.map((article, at) => ({ article, ordinal: at + 1, heldBy: null })),
  );
});

it('keeps a split where the block with which it began has changed', () => {
  const part = blocksOf().slice(2, 3);
  const splitOff = [{ id: 'ships', text: textOf(part), blocks: part }];
  const later = read(PAGE.replace('Forty ships', 'Fifty ships'));
  const cut = cutAgain(later, { ...NOTHING, splitOff });
  expect(cut.map(({ ordinal, heldBy }) => [ordinal, heldBy])).toEqual([
    [1, null],
    [1, 'ships'],
    [2, null],
    [3, null],
  ]);
  expect(cut[1]!.article.blocks.map(({ text }) => text)).toEqual([expect.stringContaining('Fifty ships')]); // prettier-ignore
});

it('joins nothing where what it was joined to no longer stands before it', () => {
  const [harbor, ferry, lamp] = read().articles.map(({ blocks }) => textOf(blocks));
  const joined = [{ text: lamp!, holder: { id: 'ferry', text: `${ferry}\n\n${lamp}` } }];
  expect(cutAgain(read(), { ...NOTHING, joined }).map(({ heldBy }) => heldBy)).toEqual([null, 'ferry']); // prettier-ignore
  const apart = read([ferry, harbor, lamp].join('\n\n'));
  expect(cutAgain(apart, { ...NOTHING, joined }).map(({ heldBy }) => heldBy)).toEqual([null, null, null]); // prettier-ignore
});

it('gives no chosen role to words that stand twice', () => {
  const roles = new Map([['Advertisement', 'kicker'], ['Harbor reopens after storm', 'kicker']] as const); // prettier-ignore
  const blocks = cutAgain(read(), { ...NOTHING, roles }).flatMap(({ article }) => article.blocks);
  expect(blocks.filter(({ role }) => role === 'kicker').map(({ text }) => text)).toEqual(['Harbor reopens after storm']); // prettier-ignore
});

it('neither loses nor doubles a block, whatever was decided', () => {
  const blocks = blocksOf();
  const words = blocks.map(({ text }) => text);
  const range = fc
    .tuple(fc.nat(blocks.length - 1), fc.integer({ min: 1, max: 4 }))
    .map(([start, count]) => blocks.slice(start, start + count));
  const parts = fc.array(range.map((part) => ({ id: textOf(part), text: textOf(part), blocks: part }))); // prettier-ignore
  const joined = fc.array(
    fc.tuple(range, range).map(([one, holder]) => ({
      text: textOf(one),
      holder: { id: textOf(holder), text: textOf([...holder, ...one]) },
    })),
  );
  const roles = fc
    .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(...BLOCK_ROLES)))
    .map((pairs) => new Map(pairs));
  const decided = fc.record({ joined, splitOff: parts, roles });
  fc.assert(
    fc.property(decided, (some) => {
      const cut = cutAgain(read(), some);
      expect(cut.flatMap(({ article }) => article.blocks.map(({ text }) => text))).toEqual(words);
      expect(cut.every(({ article }) => article.blocks.length > 0)).toBe(true);
    }),
    { numRuns: 60 },
  );
});
