import { describe, expect, it } from 'vitest';
import type { BlockRole } from '../document/block';
import { ingestText } from './ingest';
import type { IngestedArticle } from './model';

const page = (...paragraphs: string[]): string => paragraphs.join('\n\n');

function only(text: string): IngestedArticle {
  const { articles } = ingestText(text);
  const [article] = articles;
  if (article === undefined || articles.length !== 1) {
    throw new Error(`Found ${articles.length} articles.`);
  }
  return article;
}

const rolesOf = (article: IngestedArticle): BlockRole[] => article.blocks.map(({ role }) => role);
const withRole = (article: IngestedArticle, role: BlockRole): string[] =>
  article.blocks.filter((block) => block.role === role).map(({ text }) => text);

const LEAD = 'The wall along the Ostrel failed on Monday and water ran into forty houses.';
const MORE = 'The mayor said that the wall had been inspected in spring and nothing was found.';
const LAST = 'People slept in the school hall and were given soup by the fire brigade.';

describe('the body of an article', () => {
  it('tells crossheads from short paragraphs', () => {
    const article = only(
      page(
        'Wall fails',
        LEAD,
        'OLD WOUNDS',
        MORE,
        'Walls should be kept.',
        LAST,
        'What now?',
        LAST,
      ),
    );
    expect(withRole(article, 'crosshead')).toEqual(['OLD WOUNDS', 'What now?']);
  });

  it('takes words after a colon for a block quotation only where somebody speaks', () => {
    const words = 'We regret that the wall did not hold and that nobody was warned.';
    const quote = (introduction: string, next: string): string[] =>
      withRole(only(page('Wall fails', LEAD, introduction, next, LAST)), 'block_quote');
    expect(quote('The council said in a statement:', words)).toEqual([words]);
    expect(quote('He told reporters:', `“${words}”`)).toEqual([]);
    expect(quote('Three things went wrong:', words)).toEqual([]);
    expect(quote('The council said:', 'The engineer replied to that:')).toEqual([LAST]);
  });

  it('takes what is set in for a block quotation', () => {
    const article = only(page('Wall fails', LEAD, `    ${MORE}`, LAST, LEAD, MORE, LAST));
    expect(withRole(article, 'block_quote')).toEqual([MORE]);
  });

  it('keeps two paragraphs of one speech apart', () => {
    const article = only(page('Wall fails', LEAD, `“${MORE}`, `“${LAST}”`));
    expect(withRole(article, 'paragraph')).toHaveLength(3);
  });

  it('knows lists, nested ones too', () => {
    const article = only(
      page('Wall fails', LEAD, '- one house\n- two barns\n    - a red one\n    - a grey one', MORE),
    );
    const items = article.blocks.filter(({ role }) => role === 'list_item');
    expect(items.map(({ text, depth }) => [text, depth])).toEqual([
      ['one house', 0],
      ['two barns', 0],
      ['a red one', 1],
      ['a grey one', 1],
    ]);
  });

  it('knows rows of a table', () => {
    const article = only(page('Wall fails', LEAD, 'Year\tDepth\n2020\t3 m\n2021\t4 m', MORE));
    expect(withRole(article, 'table_row')).toHaveLength(3);
  });

  it('keeps links and notices at the end as furniture', () => {
    const article = only(
      page(
        'Wall fails',
        LEAD,
        MORE,
        '(Editing by Bo Lind)',
        'Related Articles',
        '- Mayor resigns\n- Ferry returns',
        'Report Page',
      ),
    );
    expect(rolesOf(article).slice(3)).toEqual([
      'credit',
      'furniture',
      'furniture',
      'furniture',
      'furniture',
    ]);
  });

  it('takes headlines under “Related posts” for links, in the middle and at the end', () => {
    const links =
      'Related posts\n\nMayor resigns\nFerry returns to Port Arlen\nWho pays for the wall?';
    const middle = only(page('Wall fails', LEAD, links, MORE, LAST));
    expect(rolesOf(middle).slice(2, 6)).toEqual(Array<BlockRole>(4).fill('furniture'));
    const end = only(
      page('Wall fails', LEAD, MORE, '(Editing by Bo Lind)', 'Share this:', 'Print · Share', links),
    );
    expect(withRole(end, 'furniture')).toHaveLength(6);
  });

  it('holds a credit together that is broken over lines or paragraphs', () => {
    for (const gap of ['\n', '\n\n']) {
      const article = only(
        page(
          'Wall fails',
          LEAD,
          MORE,
          `(Reporting by Bo Lind${gap}in Vessa; Editing by${gap}Ana Delmar)`,
        ),
      );
      expect(article.credit).toBe('(Reporting by Bo Lind in Vessa; Editing by Ana Delmar)');
    }
  });

  it('reads Markdown', () => {
    const article = only(
      page(
        '# Wall fails',
        'By Mira Tolland',
        LEAD,
        '## Old wounds',
        MORE,
        '> No way back.',
        '***',
        LAST,
      ),
    );
    expect(rolesOf(article)).toEqual([
      'headline',
      'byline',
      'paragraph',
      'crosshead',
      'paragraph',
      'block_quote',
      'furniture',
      'paragraph',
    ]);
  });

  it('reads texts without capitals, from right to left, and without spaces', () => {
    const blog = only(
      page(
        'the wall, again',
        'i went to see the wall today. it was gone.',
        'so what now',
        'nobody knows, i think. they knew for years.',
      ),
    );
    expect(withRole(blog, 'crosshead')).toEqual(['so what now']);
    const arabic = only(
      page(
        'إغلاق الجسر القديم',
        'فيسا (رويترز) - أغلقت السلطات الجسر القديم يوم الخميس.',
        'ولم يصب أحد.',
      ),
    );
    expect(arabic).toMatchObject({
      headline: 'إغلاق الجسر القديم',
      places: ['فيسا'],
      agency: 'رويترز',
    });
    const chinese = only(
      page(
        '大桥关闭',
        '镇上周四宣布关闭大桥，因为发现两根桥墩出现裂缝。没有人受伤。',
        '居民的反应',
        '“我们早就知道了。”一位居民说。',
      ),
    );
    expect(rolesOf(chinese)).toEqual(['headline', 'paragraph', 'crosshead', 'paragraph']);
  });
});
