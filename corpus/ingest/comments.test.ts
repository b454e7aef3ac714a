import { describe, expect, it } from 'vitest';
import { ingestText } from './ingest';

const ARTICLE = [
  'Wall fails at Ostrel',
  'The wall along the Ostrel failed on Monday and water ran into forty houses.',
  'The mayor said that the wall had been inspected in spring and nothing was found.',
  'People slept in the school hall and were given soup by the fire brigade.',
].join('\n\n');

function commentsOf(text: string): [number | null, number, string][] {
  return ingestText(`${ARTICLE}\n\n${text}`)
    .articles.flatMap(({ blocks }) => blocks)
    .filter(({ role }) => role === 'reader_comment')
    .map((block) => [block.group, block.depth, block.text]);
}

const furnitureOf = (text: string): string[] =>
  ingestText(`${ARTICLE}\n\n${text}`)
    .articles.flatMap(({ blocks }) => blocks)
    .filter(({ role }) => role === 'furniture')
    .map((block) => block.text);

describe('readers’ comments', () => {
  it('are read from an indented, nested list at the end of a page', () => {
    const text = [
      'Related Posts',
      '  1. I saw it coming.',
      '    And so did you.',
      '    • You did not.',
      '      • I did.',
      '    • Nobody did.',
      '  2. First line\n    second line here\n    third.',
      'Leave a Comment',
    ].join('\n\n');
    expect(commentsOf(text)).toEqual([
      [1, 0, 'I saw it coming.'],
      [1, 0, 'And so did you.'],
      [2, 1, 'You did not.'],
      [3, 2, 'I did.'],
      [4, 1, 'Nobody did.'],
      [5, 0, 'First line\nsecond line here\nthird.'],
    ]);
    expect(furnitureOf(text)).toEqual(['Related Posts', 'Leave a Comment']);
  });

  it('go back to the comment above after a reply', () => {
    const text = ['2 comments', '1. One is here.', '   • A reply.', '  Still one.', '2. Two.'].join(
      '\n\n',
    );
    expect(commentsOf(text).map(([group]) => group)).toEqual([1, 2, 1, 3]);
  });

  it('are read from names and times under a heading', () => {
    const text =
      '2 comments\n\nWalt says:\nMay 3, 2021 at 3:15 pm\n\nThey knew.\nFor years!\n\nAll of them.\n\nReply\n\nIna says:\n\nNot true.\n\nReply\n\nLeave a Reply';
    expect(commentsOf(text)).toEqual([
      [1, 0, 'Walt says:\nMay 3, 2021 at 3:15 pm'],
      [1, 0, 'They knew.\nFor years!'],
      [1, 0, 'All of them.'],
      [2, 0, 'Ina says:'],
      [2, 0, 'Not true.'],
    ]);
    expect(furnitureOf(text)).toEqual(['2 comments', 'Reply', 'Reply', 'Leave a Reply']);
  });

  it('are not found in an article’s own list, in links, or under the headline', () => {
    expect(commentsOf('What to take along:\n\n- warm clothes\n- a lamp\n- bread')).toEqual([]);
    expect(
      commentsOf('Related Posts\n\n1. Mayor resigns\n2. Ferry returns\n\nLeave a Comment'),
    ).toEqual([]);
    const { articles } = ingestText(ARTICLE.replace('\n\n', '\n\n12 Comments\n\nShare\n\n'));
    expect(articles[0]?.blocks.map(({ role }) => role)).not.toContain('reader_comment');
  });
});
