import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awkwardText, formattedBlocks } from '../document/awkward.testing';
import { layOut } from '../document/text';
import { keepRoles, paragraphBlocks } from './keep-roles';
import { sharedRuns, sharedWords } from './shared-words';
import { foldWords } from './tokens';
import { wordDifference } from './word-difference';

const told = (before: string, after: string) =>
  wordDifference(before, after)
    .map(({ kind, text }) => ({ same: text, removed: `[-${text}-]`, added: `{+${text}+}` })[kind])
    .join('');

describe('the difference of two wordings', () => {
  it('is told word by word', () => {
    expect(told('it will cost 3.4 million crowns', 'it will cost 3.9 million crowns')).toBe('it will cost 3.[-4-]{+9+} million crowns'); // prettier-ignore
    expect(told('Tomas Greel', 'Tomas Grehl')).toBe('Tomas [-Greel-]{+Grehl+}');
    expect(told('the old ferry', 'the ferry')).toBe('the [-old-] ferry');
    expect(told('', 'new')).toBe('{+new+}');
    expect(told('“No,” she said', '"No," she said')).toBe('"No," she said');
  });

  it('holds the words of both', () => {
    const word = fc.constantFrom('a', 'b', 'c', 'the', '12', ',', '“x”', '港');
    const text = fc.array(word, { maxLength: 20 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = wordDifference(before, after);
        const side = (other: string) =>
          foldWords(runs.filter(({ kind }) => kind !== other).map((run) => run.text).join(' ')); // prettier-ignore
        expect(side('added')).toBe(foldWords(before));
        expect(side('removed')).toBe(foldWords(after));
      }),
    );
  });
});

it('an edited text keeps the roles of its blocks, whatever their order', () => {
  const roles = ['headline', 'byline', 'paragraph', 'furniture'] as const;
  const texts = [
    'Ferry late again',
    'By Nell Odgers',
    'The ferry was late on Monday.',
    'Share this',
  ];
  const drafts = texts.map((text, at) => ({ role: roles[at]!, text, depth: 0, group: null, original: null })); // prettier-ignore
  const before = layOut(drafts);
  const edited = 'Ferry very late again\n\nBy Nell Odgers and Sam Pike\n\nShare this\r\n \r\nA new paragraph.\n\nThe ferry was late on Tuesday.'; // prettier-ignore
  expect(keepRoles(before, paragraphBlocks(edited)).map(({ role }) => role)).toEqual([
    ...['headline', 'byline', 'furniture', 'paragraph', 'paragraph'],
  ]);
  expect(keepRoles(before, paragraphBlocks(' \n\n '))).toEqual([]);
  const other = 'In an ice hall on the mainland they sailed late for once, which was no news.';
  expect(keepRoles(before, paragraphBlocks(other))[0]).toMatchObject({ role: 'paragraph' });
});

describe('the formatting of an edited text', () => {
  const href = 'https://example.org/county';
  const plain = { role: 'paragraph' as const, depth: 0, group: null, original: null };
  const words = 'The ferry Ursula will sail, the county council said on Monday.';
  const range = (wanted: string, kind: 'link' | 'emphasis') => {
    const start = words.indexOf(wanted);
    return { kind, start, end: start + wanted.length, ...(kind === 'link' ? { href } : {}) };
  };
  const before = layOut([
    { ...plain, text: 'A first line about the quay.' },
    { ...plain, text: words, formatting: [range('Ursula', 'emphasis'), range('the county council', 'link')] }, // prettier-ignore
  ]);
  const kept = (edited: string) =>
    keepRoles(before, paragraphBlocks(edited)).map(({ text, formatting = [] }) =>
      formatting.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`),
    );

  it('stays on its words where they move, are divided, or have others put between', () => {
    expect(kept(`${words}\n\nA first line about the quay.`)).toEqual([['emphasis: Ursula', 'link: the county council'], []]); // prettier-ignore
    expect(kept(words.replace('sail, the', 'sail.\n\nYes, the').replace('county c', 'county’s own c'))).toEqual([['emphasis: Ursula'], ['link: the county’s own council']]); // prettier-ignore
    expect(kept(words.replace('Ursula', 'Agnes'))).toEqual([['link: the county council']]);
    expect(kept(words.replace('the county council', 'they'))).toEqual([['emphasis: Ursula']]);
  });

  it('is the same for the same text, and never reaches beyond its block for any', () => {
    fc.assert(
      fc.property(formattedBlocks, awkwardText, fc.nat(), (drafts, typed, at) => {
        const older = layOut(drafts);
        const bare = drafts.map(({ formatting: _formatting, ...block }) => block);
        const same = keepRoles(older, bare);
        expect(same.map(({ text }) => text)).toEqual(drafts.map(({ text }) => text));
        const edited = bare.map((block, index) =>
          index !== at % bare.length ? block : { ...block, text: block.text + typed },
        );
        for (const { text, formatting = [] } of [...same, ...keepRoles(older, edited)]) {
          for (const { start, end } of formatting) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
          }
        }
      }),
    );
  });
});

it('two texts of one article share words, two of different ones do not', () => {
  const one = 'The ferry was late on Monday, the harbour master said in Port Hallen.';
  expect(sharedWords(one, one.replace('Monday', 'Tuesday'))).toBeGreaterThan(0.8);
  expect(sharedWords(one, 'A museum in Varnholt has bought a lamp from an old lighthouse.')).toBeLessThan(0.3); // prettier-ignore
  expect(sharedWords('', one)).toBe(0);
  expect(sharedRuns(one, one.replace('Monday', 'Tuesday'))).toBeGreaterThan(0.8);
  const other =
    'The museum, on the hill, was late in the day for a lamp, the keeper said, in Varnholt.';
  expect(sharedRuns(one, other)).toBe(0);
  expect(sharedRuns('', one)).toBe(0);
});
