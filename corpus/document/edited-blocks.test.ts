import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formattedBlocks } from './awkward.testing';
import { blocksOf, tidyBlocks } from './edited-blocks';
import { isSafeAddress } from './formatting';
import { documentOf, textOf } from './schema';
import { layOut } from './text';

describe('blocksOf', () => {
  it('gives back the blocks of a document, with their formatting', () => {
    fc.assert(
      fc.property(formattedBlocks, (drafts) => {
        const { text, blocks } = layOut(drafts);
        const document = documentOf(blocks);
        expect(blocksOf(document)).toEqual(drafts);
        expect(textOf(document)).toBe(text);
      }),
    );
  });
});

describe('tidyBlocks', () => {
  it('leaves out blank blocks and the edges’ white space, and moves formatting along', () => {
    const block = { role: 'paragraph' as const, depth: 0, group: null, original: null };
    const link = { kind: 'link' as const, href: 'https://example.org/' };
    const tidied = tidyBlocks([
      { ...block, text: ' \n' },
      { ...block, text: '  a link ', formatting: [{ ...link, start: 4, end: 9 }] },
    ]);
    expect(tidied).toEqual([
      { ...block, text: 'a link', formatting: [{ ...link, start: 2, end: 6 }] },
    ]);
    expect(tidyBlocks(tidied)).toEqual(tidied);
  });
});

describe('isSafeAddress', () => {
  it('takes http, https and mailto alone', () => {
    for (const good of ['https://example.org/a?b', 'HTTP://x.org', 'mailto:desk@example.org']) {
      expect(isSafeAddress(good)).toBe(true);
    }
    for (const bad of [
      'javascript:alert(1)',
      ' https://x.org',
      'data:text/html,x',
      '/a',
      'java\nscript:x',
    ]) {
      // prettier-ignore
      expect(isSafeAddress(bad)).toBe(false);
    }
  });
});
