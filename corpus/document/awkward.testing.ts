import fc from 'fast-check';
import { FORMATTINGS, type DraftBlock, type Formatting } from './block';

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

/** A block with emphasis and links over words of it, as a format brings them. */
export const formattedBlock = fc
  .tuple(awkwardBlock, fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 4 }))
  .map(([block, edges]): DraftBlock => {
    const taken = new Map<string, number>();
    const formatting = edges.flatMap(([one, two], index): Formatting[] => {
      const kind = FORMATTINGS[index % FORMATTINGS.length]!;
      const [low, high] = [Math.min(one, two), Math.max(one, two)];
      // Ranges of one kind stand apart: touching ones are one.
      const start = Math.max(low, (taken.get(kind) ?? -1) + 1);
      const end = Math.min(high, block.text.length);
      if (start >= end) return [];
      taken.set(kind, end);
      return [{ start, end, kind, ...(kind === 'link' ? { href: 'https://example.org/a' } : {}) }];
    });
    const order = (a: Formatting, b: Formatting) =>
      a.start - b.start || b.end - a.end || (a.kind < b.kind ? -1 : 1);
    return formatting.length === 0 ? block : { ...block, formatting: formatting.sort(order) };
  });

export const formattedBlocks = fc.array(formattedBlock, { minLength: 1, maxLength: 8 });

export const awkwardBlocks = fc.array(awkwardBlock, { minLength: 1, maxLength: 8 });
