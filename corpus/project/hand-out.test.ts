import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextArticle, type Handed, type HandOut } from './hand-out';
import type { Use } from './model';

const article = (id: string, use: Use, holders: string[] = [], lapsed: string[] = []): Handed => ({
  ...{ id, use, holders, lapsed },
});

const of = (articles: readonly Handed[], perArticle = 2, members = ['ann', 'ben', 'cal']): HandOut => ({ perArticle, members, articles }); // prettier-ignore

describe('what is handed out next', () => {
  it('is training before work, and work before the reserve', () => {
    const [t, w, r] = [article('t', 'training', ['ben']), article('w', 'work'), article('r', 'reserve')]; // prettier-ignore
    expect(nextArticle(of([r, w, t]), 'ann')).toEqual({ articleId: 't' });
    expect(nextArticle(of([r, w]), 'ann')).toEqual({ articleId: 'w' });
    expect(nextArticle(of([r, article('w', 'work', ['ben', 'cal'])]), 'ann')).toEqual({ articleId: 'r' }); // prettier-ignore
    expect(nextArticle(of([]), 'ann')).toMatchObject({ why: 'There is nothing left to hand out.' });
  });

  it('gives a training article to everybody, however many each article gets', () => {
    const full = article('t', 'training', ['ben', 'cal']);
    expect(nextArticle(of([full], 1), 'ann')).toEqual({ articleId: 't' });
  });

  it('completes what is begun, with whom the person has shared least', () => {
    const begun = of([
      article('a', 'work', ['ann', 'ben']),
      article('b', 'work'),
      article('c', 'work', ['ben']),
      article('d', 'work', ['cal']),
    ]);
    expect(nextArticle(begun, 'ann')).toEqual({ articleId: 'd' });
  });

  it('gives a place to the next one when somebody is away too long, and not to them again', () => {
    const left = of([article('a', 'work', ['ben'], ['cal'])]);
    expect(nextArticle(left, 'ann')).toEqual({ articleId: 'a' });
    expect(nextArticle(left, 'cal').articleId).toBeNull();
  });

  it('keeps everybody to an equal share', () => {
    const two = of([article('a', 'work', ['ann']), article('b', 'work')], 1, ['ann', 'ben']);
    expect(nextArticle(two, 'ann')).toMatchObject({ articleId: null, why: expect.stringContaining('share') }); // prettier-ignore
    expect(nextArticle(two, 'ben')).toEqual({ articleId: 'b' });
  });

  it('fills every place in whatever order people ask, never one twice', () => {
    const sizes = fc.record({
      people: fc.integer({ min: 1, max: 6 }),
      articles: fc.integer({ min: 0, max: 12 }),
      perArticle: fc.integer({ min: 1, max: 4 }),
    });
    const asks = fc.infiniteStream(fc.nat());
    fc.assert(
      fc.property(sizes, asks, (size, order) => {
        const members = Array.from({ length: size.people }, (_, n) => `p${n}`);
        const held = new Map(Array.from({ length: size.articles }, (_, n) => [`a${n}`, [] as string[]])); // prettier-ignore
        const state = () => of([...held].map(([id, holders]) => article(id, 'work', holders)), size.perArticle, members); // prettier-ignore
        let waiting = [...members];
        while (waiting.length > 0) {
          const turn = order.next().value! % waiting.length;
          const who = waiting[turn]!;
          const next = nextArticle(state(), who);
          if (next.articleId === null) waiting.splice(turn, 1);
          else {
            held.get(next.articleId)!.push(who);
            waiting = [...members];
          }
        }
        const most = Math.min(size.perArticle, size.people);
        for (const holders of held.values()) {
          expect(new Set(holders).size).toBe(holders.length);
          expect(holders.length).toBe(most);
        }
      }),
    );
  });
});
