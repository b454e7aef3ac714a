import fc from 'fast-check';
import type { DraftBlock } from './block';

/** Characters and clusters that break careless code, with plain ones between them. */
export const AWKWARD = [
  'a',
  'Z',
  ' ',
  '.',
  '7',
  '“',
  '”',
  '\n',
  '\r',
  '\r\n',
  '\t',
  '\u0301',
  'e\u0301',
  ' \u0301',
  '\u200d',
  '\ufe0f',
  '\u200f',
  '\u00ad',
  '\u0000',
  '\ufeff',
  '😀',
  '👩‍👩‍👧‍👦',
  '👍🏽',
  '❤️',
  '🇩🇪',
  '🇫',
  '🏴\u{e0067}\u{e0062}\u{e007f}',
  '𝒳',
  '𠮷',
  '\u{1d165}',
  '漢',
  '字',
  'か',
  'が',
  'ｶ\uff9e',
  'สำ',
  '\u0e33',
  'ກຳ',
  'ש',
  'שׁ',
  'م',
  'مُ',
  '\u0600',
  '한',
  '\u1112',
  '\u1161',
  '\u11ab',
  '각',
  'क',
  '्',
  'ष',
  'क्षि',
  'ক্ষ',
  '\u0d4e',
  'ก็',
  '\ud83d',
  '\ude00',
] as const;

export const awkwardText = fc
  .array(fc.constantFrom(...AWKWARD), { maxLength: 40 })
  .map((parts) => parts.join(''));

/** One block of an article: hard breaks inside are allowed, and it may be empty. */
export const awkwardBlock = fc
  .record({
    text: fc.oneof(
      { arbitrary: fc.constant(''), weight: 1 },
      { arbitrary: awkwardText, weight: 4 },
    ),
    role: fc.constantFrom('paragraph', 'headline', 'reader_comment', 'list_item'),
    depth: fc.integer({ min: 0, max: 3 }),
  })
  .map((block): DraftBlock => ({ ...block, group: null, original: null }));

export const awkwardBlocks = fc.array(awkwardBlock, { minLength: 1, maxLength: 8 });
