import { describe, expect, it } from 'vitest';
import { ingestText } from './ingest';

const page = (...paragraphs: string[]): string => paragraphs.join('\n\n');

const LEAD = 'The wall along the Ostrel failed on Monday and water ran into forty houses.';
const MORE = 'The mayor said that the wall had been inspected in spring and nothing was found.';
const LAST = 'People slept in the school hall and were given soup by the fire brigade.';

describe('pages that hold several articles', () => {
  const headlines = (text: string): string[] =>
    ingestText(text).articles.map(({ headline }) => headline);

  it('parts dispatches that have nothing but headline and dateline', () => {
    const text = page(
      'Harbor reopens after storm',
      `QUELL, Maine (AP) — ${LEAD}`,
      MORE,
      'Ferry strike enters second week',
      `PORT ARLEN (AP) — ${LEAD}`,
      'Museum returns bronze head',
      `VESSA, March 3 (AFP) - ${LEAD}`,
    );
    expect(headlines(text)).toEqual([
      'Harbor reopens after storm',
      'Ferry strike enters second week',
      'Museum returns bronze head',
    ]);
  });

  it('parts after credits, with captions on either side of the headline', () => {
    const credit = '(Reporting by Bo Lind; Editing by Ana Delmar)';
    const caption = 'Water stands in Mill Lane, May 3, 2021. REUTERS/Bo Lind';
    const text = page(
      'Wall fails',
      caption,
      LEAD,
      credit,
      caption,
      'Mill burns down at Ostrel',
      LEAD,
      credit,
      'Ferry returns to Port Arlen',
      LEAD,
    );
    const { articles } = ingestText(text);
    expect(articles.map(({ headline }) => headline)).toEqual([
      'Wall fails',
      'Mill burns down at Ostrel',
      'Ferry returns to Port Arlen',
    ]);
    expect(articles[1]?.blocks[0]?.role).toBe('caption');
  });

  it('parts a paper’s pieces by their bylines', () => {
    const text = page(
      'Wall fails',
      'By Mira Tolland',
      LEAD,
      MORE,
      LAST,
      'Mill burns',
      'By Jon Ashgrove',
      LEAD,
      MORE,
    );
    expect(headlines(text)).toEqual(['Wall fails', 'Mill burns']);
  });

  it('parts dispatches without any headline', () => {
    const text = page(
      `VESSA (AP) — ${LEAD}`,
      '(Editing by Bo Lind)',
      `OSTREL (AP) — ${LEAD}`,
      MORE,
    );
    expect(ingestText(text).articles.map(({ places }) => places)).toEqual([['VESSA'], ['OSTREL']]);
  });

  it('does not part at crossheads, captions, or what readers paste', () => {
    const text = page(
      'Wall fails',
      LEAD,
      MORE,
      LAST,
      'Old Wounds of the Town',
      'Water stands in Mill Lane, May 3, 2021. REUTERS/Bo Lind',
      LEAD,
      'OTHER WALLS',
      MORE,
      '2 comments',
      '1. Mayor meets minister\n\n   VESSA (AP) — I read this: the minister came to you.\n\n2. And then?',
    );
    expect(headlines(text)).toEqual(['Wall fails']);
  });

  it('never mixes up dates of neighbours', () => {
    const caption = 'Water stands in Mill Lane, May 3, 2021. REUTERS/Bo Lind';
    const { articles } = ingestText(
      page(
        'Wall fails',
        caption,
        `OSTREL (Reuters) – ${LEAD}`,
        '(Editing by Bo Lind)',
        'Mill burns',
        `VESSA (Reuters) – ${LEAD}`,
      ),
    );
    expect(articles.map(({ date }) => date?.value ?? null)).toEqual(['2021-05-03', null]);
  });

  it('parts at a long rule, not at a short one', () => {
    const text = (rule: string): string => page('Wall fails', LEAD, MORE, rule, 'Mill burns', LEAD);
    expect(headlines(text('-'.repeat(40)))).toEqual(['Wall fails', 'Mill burns']);
    expect(headlines(text('***'))).toEqual(['Wall fails']);
  });

  it('keeps a timeline together', () => {
    const { articles } = ingestText(
      page('How it failed', LEAD, MORE, 'May 1, 2021', LEAD, 'May 2, 2021', MORE),
    );
    expect(articles).toHaveLength(1);
    expect(articles[0]?.blocks.filter(({ role }) => role === 'crosshead')).toHaveLength(2);
    expect(articles[0]?.date).toBeNull();
  });
});
