import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresIn } from './figures';

const read = (text: string) => figuresIn(text, { start: 0, end: text.length });
const brief = (text: string) =>
  read(text).map(({ value, upTo, kind, unit, approximate, bound }) =>
    [
      bound === null ? '' : bound,
      approximate ? 'about' : '',
      upTo === null ? String(value) : `${value}–${upTo}`,
      kind,
      unit ?? '',
    ]
      .filter((word) => word !== '')
      .join(' '),
  );

describe('figures', () => {
  it.each([
    ['Orm counted 1,234 boats.', ['1234 count boats']],
    ['Some two dozen fishing boats sank.', ['about 24 count boats']],
    ['Hundreds of thousands of sheep drowned.', ['over about 100000 count sheep']],
    ['It cost half a million crowns.', ['500000 money crowns']],
    ['A quarter of a million people left.', ['250000 count people']],
    ['Between 30 and 40 pupils were ill.', ['30–40 count pupils']],
    ['It hired 30-40 people.', ['30–40 count people']],
    ['Prices rose by 3 to 5 percent.', ['3–5 percent percent']],
    ['It lost $3-5 billion.', ['3000000000–5000000000 money $']],
    ['They paid £4.5m for it.', ['4500000 money £']],
    ['At least 60 people slept there.', ['over 60 count people']],
    ['Up to 300,000 residents have no water.', ['under 300000 count residents']],
    ['More than 7.5 per cent agreed.', ['over 7.5 percent percent']],
    ['Twenty-five men and two hundred and six women came.', ['25 count men', '206 count women']],
    ['Two and a half million visitors came.', ['2500000 count visitors']],
    ['A 33-mile road leads there.', ['33 length mile']],
    ['The 34-year-old smiled.', ['34 duration year old']],
    ['The number fell from about 20 to 7 a day.', ['about 20 count', '7 count']],
    ['About one in five households has no car.', ['about 20 percent percent']],
    ['More than two thirds of the pupils were ill.', ['over 66.7 percent percent']],
    ['A third of the ward and half the town left.', ['33.3 percent percent', '50 percent percent']],
    ['A baker aged 34 saw it.', ['34 duration year old']],
    ['It was the third flood and her 12th award.', ['3 ordinal flood', '12 ordinal award']],
    ['Nine out of ten agreed.', ['90 percent percent']],
    ['He met 12 and 30 men.', ['12 count men', '30 count men']],
  ])('%s', (text, expected) => {
    expect(brief(text)).toEqual(expected);
  });

  it.each([
    'In 2014 the harbour closed.',
    'He came on March 3 at 5 p.m. and left at 10:30.',
    'An F-16 and a Su-34 flew over the G20.',
    'Call 555-0134 or +44 20 7946 0018.',
    'See page 3 and Article 5.',
    'One should not forget the one who came.',
    'The mill burned down two years ago.',
    'The file is version 1.2.3.',
    'He was born on March 3rd.',
    'The quarter of the old port burned.',
  ])('are none: %s', (text) => {
    expect(brief(text)).toEqual([]);
  });

  it('are read back the same however they are written', () => {
    const written: readonly ((n: number) => string)[] = [
      (n) => n.toLocaleString('en-GB'),
      (n) => `about ${n.toLocaleString('en-GB')}`,
      (n) => `at least ${n.toLocaleString('en-GB')}`,
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 99_999_999 }),
        fc.constantFrom(...written),
        (n, write) => {
          const [figure] = read(`They saw ${write(n)} birds there.`);
          expect(figure?.value).toBe(n);
          expect(figure?.unit).toBe('birds');
        },
      ),
    );
    fc.assert(
      fc.property(fc.integer({ min: 11, max: 999 }), (n) => {
        expect(read(`It cost ${n / 10} million euros.`)[0]?.value).toBe(n * 100_000);
        expect(read(`It cost €${n / 10}m.`)[0]?.value).toBe(n * 100_000);
      }),
    );
  });

  it('lie in any text, in order and apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(99_999), (around, n) => {
        const text = `${around} ${n} people ${around}`;
        let last = 0;
        for (const { span } of read(text)) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThan(span.start);
          last = span.end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
