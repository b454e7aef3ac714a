import { describe, expect, it } from 'vitest';
import { pageOfPasted } from '../pasted';
import { htmlReader } from './html';
import { articlesOf, textsOf } from './html-pages.testing';

async function read(inner: string) {
  const bytes = new TextEncoder().encode(pageOfPasted(inner));
  const facts = { name: 'Pasted text', url: null, contentType: null };
  expect(htmlReader.recognises(bytes, facts)).toBe(true);
  return articlesOf(await htmlReader.read(bytes, facts));
}

describe('a pasted piece of a page', () => {
  it('is the article whole: short lists and lines too', async () => {
    const [article, ...more] = await read(
      '<h1>Ferry fares rise</h1><p>By Ines Roth</p><p>The fares of the Quell ferry rise on Monday, port master Ines Roth said.</p>' +
        '<ul><li>Adults: 4 crowns</li><li>Children: <a href="https://quell.example/children">free</a></li></ul>' +
        '<h2>Dogs</h2><p>They pay <em>nothing</em>.</p><ol><li>On deck</li><li>Below</li></ol>',
    );
    expect(more).toEqual([]);
    expect(article!.blocks.map(({ role, text }) => `${role}: ${text}`)).toEqual([
      'headline: Ferry fares rise',
      'byline: By Ines Roth',
      'paragraph: The fares of the Quell ferry rise on Monday, port master Ines Roth said.',
      'list_item: Adults: 4 crowns',
      'list_item: Children: free',
      'crosshead: Dogs',
      'paragraph: They pay nothing.',
      'list_item: On deck',
      'list_item: Below',
    ]);
    expect(article).toMatchObject({ headline: 'Ferry fares rise', byline: 'Ines Roth' });
    expect(article!.blocks[4]!.formatting).toEqual([
      { kind: 'link', start: 10, end: 14, href: 'https://quell.example/children' },
    ]);
    expect(article!.blocks[6]!.formatting).toEqual([{ kind: 'emphasis', start: 9, end: 16 }]);
  });

  it('may be a list alone, or links alone', async () => {
    const [list] = await read('<ul><li>Bread</li><li>Salt</li></ul>');
    expect(textsOf(list, 'list_item')).toEqual(['Bread', 'Salt']);
    const [links] = await read(
      '<p><a href="https://quell.example/a">One</a></p><p><a href="https://quell.example/b">Two</a></p>',
    );
    expect(links!.blocks.map(({ role }) => role)).toEqual(['paragraph', 'paragraph']);
  });

  it('has its short first lines and what stands in nav and aside', async () => {
    const [article] = await read(
      '<p>Ferry fares rise</p><p><strong>Quell</strong></p><p>The fares rise on Monday.</p><aside><p>Dogs pay nothing.</p></aside><p>Ends.</p>',
    );
    expect(textsOf(article, 'furniture')).toEqual([]);
  });

  it('is not bold as a whole where an editor wraps it in a b that is not', async () => {
    const [article] = await read(
      '<b style="font-weight:normal;" id="docs-internal-guid"><p>The fares rise on <span style="font-weight:700">Monday</span>.</p><p>Dogs pay nothing.</p></b>',
    );
    expect(article!.blocks.map(({ text }) => text)).toEqual(['The fares rise on Monday.', 'Dogs pay nothing.']); // prettier-ignore
    expect(article!.blocks.map(({ formatting = [] }) => formatting)).toEqual([[{ kind: 'strong', start: 18, end: 24 }], []]); // prettier-ignore
  });
});
