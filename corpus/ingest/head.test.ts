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

describe('the head of an article', () => {
  it('tells kicker, headline, deck, byline, date and caption', () => {
    const article = only(
      page(
        'The Region',
        'Wall fails at Ostrel after weeks of rain',
        'Council had been warned twice',
        'By Mira Tolland and Jon Ashgrove',
        'Published 3 May 2021 14:05',
        'Water stands in Mill Lane, May 3, 2021. REUTERS/Bo Lind',
        `OSTREL, Norland (Reuters) – ${LEAD}`,
        MORE,
      ),
    );
    expect(rolesOf(article)).toEqual([
      'kicker',
      'headline',
      'deck',
      'byline',
      'byline',
      'caption',
      'paragraph',
      'paragraph',
    ]);
    expect(article).toMatchObject({
      headline: 'Wall fails at Ostrel after weeks of rain',
      deck: 'Council had been warned twice',
      byline: 'Mira Tolland and Jon Ashgrove',
      places: ['OSTREL, Norland'],
      agency: 'Reuters',
      date: { value: '2021-05-03', basis: 'stated' },
      warnings: [],
    });
  });

  it('takes a sentence for a deck only where the article plainly starts later', () => {
    const deck = 'The wall was known to be weak.';
    expect(only(page('Wall fails', 'By Mira Tolland', deck, `OSTREL — ${LEAD}`, MORE)).deck).toBe(
      deck,
    );
    expect(only(page('Wall fails at Ostrel', deck, 'By Mira Tolland', LEAD, MORE)).deck).toBe(deck);
    expect(only(page('Wall fails at Ostrel', deck, LEAD, MORE)).deck).toBeNull();
  });

  it('keeps a navigation bar and a repeated headline apart', () => {
    const article = only(
      page(
        'Home\nNews\nSport\nWeather',
        'Wall fails at Ostrel after weeks of rain',
        'WALL FAILS AT OSTREL AFTER WEEKS OF RAIN',
        'the river watch',
        'https://t.me/river_watch',
        LEAD,
        MORE,
      ),
    );
    expect(article.headline).toBe('Wall fails at Ostrel after weeks of rain');
    expect(withRole(article, 'kicker')).toEqual(['Weather']);
    expect(withRole(article, 'furniture')).toHaveLength(6);
    expect(article.deck).toBeNull();
  });

  it('knows a name and a date on their own lines', () => {
    const article = only(page('Wall fails at Ostrel', 'Mira Tolland\n3 May 2021', LEAD, MORE));
    expect(article).toMatchObject({ byline: 'Mira Tolland', date: { value: '2021-05-03' } });
  });

  it('reads the lines of an agency’s capitals', () => {
    const article = only(
      `WALL FAILS AT OSTREL\nBy MIRA TOLLAND\nAssociated Press\n\nOSTREL, Norland (AP) — ${LEAD}\n\n${MORE}`,
    );
    expect(article).toMatchObject({
      byline: 'MIRA TOLLAND',
      agency: 'AP',
      places: ['OSTREL, Norland'],
    });
    expect(rolesOf(article).slice(0, 3)).toEqual(['headline', 'byline', 'byline']);
  });

  it('makes do without a headline and says so', () => {
    const article = only(`VESSA (AP) — ${LEAD} ${MORE}`);
    expect(article.headline).toBe(LEAD);
    expect(rolesOf(article)).toEqual(['paragraph']);
    expect(article.warnings[0]).toMatch(/no headline/);
    const long = only(`${LEAD.slice(0, -1)} and ${MORE}`);
    expect(long.headline.length).toBeLessThanOrEqual(101);
    expect(long.headline).toMatch(/\S…$/);
  });

  it('reads names and times as papers on the web set them', () => {
    const article = only(
      page(
        'Ostrel',
        'Mayor of Ostrel quits over wall',
        'She should have listened, she says',
        'Mira Tolland in Ostrel\nMon 3 May 2021 17.04 BST\nLast modified on Tue 4 May 2021 09.12 BST',
        LEAD,
        MORE,
        'Topics\nOstrel\nFloods',
      ),
    );
    expect(article).toMatchObject({ byline: 'Mira Tolland', date: { value: '2021-05-03' } });
    expect(rolesOf(article)).toEqual([
      ...(['kicker', 'headline', 'deck', 'byline', 'byline', 'byline'] as const),
      ...(['paragraph', 'paragraph', 'furniture', 'furniture', 'furniture'] as const),
    ]);
  });

  it('lets a headline point, quote, ask or end in a full stop', () => {
    for (const headline of [
      'Watch: wall fails at Ostrel',
      '“No way back” for Ostrel',
      'Who knew?',
    ]) {
      expect(only(page(headline, 'By Mira Tolland', LEAD, MORE)).headline).toBe(headline);
    }
    expect(only(page('It is over.', 'By Mira Tolland', LEAD, MORE)).headline).toBe('It is over.');
  });
});
