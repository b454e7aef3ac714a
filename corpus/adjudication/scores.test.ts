import { expect, it } from 'vitest';
import { annotationOf } from '../agreement/invented.testing';
import { ADJUDICATED_LAYER, NO_ATTRIBUTES } from '../annotation/model';
import { isOwnLayer, type Adjudication, type LayerMark } from './model';
import { adjudicationReport, type ScoredArticle } from './scores';

const TEXT = 'The ferry was late on Monday and the council paid for it on Friday';

function claim(layer: string, id: string, content: readonly [number, number]): LayerMark {
  const { spans } = annotationOf(TEXT, id, 'claim', { content });
  return { id, layer, kind: 'claim', spans, attributes: NO_ATTRIBUTES };
}

/** Ana has the one thing and another edge of the other; Ben has the one only; the first is decided as both have it. */
function article(id: string, isDone: boolean): ScoredArticle {
  const [a, b] = [claim('Ana', `${id}A`, [0, 4]), claim('Ben', `${id}B`, [0, 4])];
  const more = claim('Ana', `${id}C`, [7, 11]);
  const stands = [claim(ADJUDICATED_LAYER, `${id}R`, [0, 4]), claim(ADJUDICATED_LAYER, `${id}S`, [7, 14])]; // prettier-ignore
  const decide = (
    one: string,
    members: readonly LayerMark[],
    annotationId: string,
  ): Adjudication => ({
    // prettier-ignore
    ...{ id: one, version: 1, outcome: 'taken', annotationId, reason: null, person: 'Ada', at: '', changed: [] }, // prettier-ignore
    members: members.map((mark) => ({ annotation: mark.id, layer: mark.layer, isTaken: true })),
  });
  return {
    ...{ id, text: TEXT, proposed: () => [claim('shared', `${id}P`, [7, 14])] },
    layers: new Map([
      ['Ana', [a, more]],
      ['Ben', [b]],
      [ADJUDICATED_LAYER, stands],
    ]),
    decisions: isDone ? [decide('D1', [a, b], `${id}R`), decide('D2', [more], `${id}S`)] : [],
  };
}

it('scores layers and suggestions against what stands, on articles of which every case is decided', () => {
  const extra = claim('Cem', 'X', [12, 14]);
  const open = article('2', true);
  const unfinished = { ...open, layers: new Map([...open.layers, ['Cem', [extra]]]) };
  const { articles, scores } = adjudicationReport([article('1', true), unfinished]);
  expect(articles.map(({ counts }) => [counts.decided, counts.open])).toEqual([[2, 0], [2, 1]]); // prettier-ignore
  const told = scores.map(({ layer, articles: count, cases, overlap, exact }) => [
    layer,
    count,
    cases,
    overlap.precision.value,
    overlap.recall.value,
    exact.f1.value,
  ]);
  expect(told).toEqual([
    ['Ana', 1, 2, 1, 1, 0.5],
    ['Ben', 1, 2, 1, 0.5, 2 / 3],
    [null, 1, 2, 1, 0.5, 2 / 3],
  ]);
});

it('a layer is a person’s own by their id or their name', () => {
  const ana = { id: '01ANA', name: 'Ana' };
  expect(['01ANA', 'Ana', 'ana', 'shared'].map((layer) => isOwnLayer(layer, ana))).toEqual([true, true, false, false]); // prettier-ignore
});
