import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGuide, type GuideBlock, type GuideInline } from './guide';

function hrefs(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(hrefs);
  if (typeof node !== 'object' || node === null) return [];
  const own = 'href' in node ? [String(node.href)] : [];
  return [...own, ...Object.values(node).flatMap(hrefs)];
}

const words = (inline: readonly GuideInline[]): string =>
  inline.map((one) => ('words' in one ? words(one.words) : one.text)).join('');

describe('a guide', () => {
  it('is headings, lists, quotations, tables and code', () => {
    const blocks = readGuide('# Claims\n\nMark *every* **fact**.\n\n- one\n  - two\n\n> “Yes,” she said.\n\n| a | b |\n| - | - |\n| c | d |\n\n    x < y\n\n---\n'); // prettier-ignore
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'list', 'quote', 'table', 'code', 'rule']); // prettier-ignore
    expect(words((blocks[1] as Extract<GuideBlock, { kind: 'paragraph' }>).words)).toBe('Mark every fact.'); // prettier-ignore
    const list = blocks[2] as Extract<GuideBlock, { kind: 'list' }>;
    expect(list.items[0]!.map(({ kind }) => kind)).toEqual(['paragraph', 'list']);
  });

  it('shows HTML as text and follows no address that runs something', () => {
    const blocks = readGuide('<script>alert(1)</script>\n\nSee [this](javascript:alert(1)), <b>b</b> and [that](https://guide.example).'); // prettier-ignore
    expect(JSON.stringify(blocks[0])).toContain('<script>');
    expect(hrefs(blocks)).toEqual(['https://guide.example']);
  });

  it('reads whatever is written, with safe addresses alone', () => {
    const bits = fc.constantFrom('# ', '- ', '> ', '[a](', 'javascript:x', 'https://a.example', ')', '<a href="', '*', '`', '|', '\n', '![', ']', 'data:text/html,x', '\\'); // prettier-ignore
    const text = fc.array(fc.oneof(bits, fc.string({ maxLength: 4 })), { maxLength: 30 });
    fc.assert(
      fc.property(text, (parts) => {
        for (const href of hrefs(readGuide(parts.join(''))))
          expect(href).toMatch(/^(https?:|mailto:)/i);
      }),
    );
  });
});
