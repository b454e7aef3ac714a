import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut } from '../document/text';
import { keepRoles } from './keep-roles';
import { sharedWords } from './shared-words';
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
  expect(keepRoles(before, edited).map(({ role }) => role)).toEqual([
    ...['headline', 'byline', 'furniture', 'paragraph', 'paragraph'],
  ]);
  expect(keepRoles(before, ' \n\n ')).toEqual([]);
});

it('two texts of one article share words, two of different ones do not', () => {
  const one = 'The ferry was late on Monday, the harbour master said in Port Hallen.';
  expect(sharedWords(one, one.replace('Monday', 'Tuesday'))).toBeGreaterThan(0.8);
  expect(sharedWords(one, 'A museum in Varnholt has bought a lamp from an old lighthouse.')).toBeLessThan(0.3); // prettier-ignore
  expect(sharedWords('', one)).toBe(0);
});
