import { inventedArticle } from '@/corpus/agreement/invented.testing';
import { agreementReport } from '@/corpus/agreement/report';
import { median, report } from './report';

/**
 * Six people, 1,000 articles of 400 words with ten things to mark in each: the whole report with its
 * intervals (γ apart), beside the same without intervals.
 */
const LIMIT_MS = 5000;
const ARTICLES = 1000;
const LAYERS = ['Ana', 'Ben', 'Cem', 'Dora', 'Edo', 'Fay'];
const RUNS = 3;

const articles = Array.from({ length: ARTICLES }, (_value, number) =>
  inventedArticle(number, LAYERS, { words: 400, things: 10 }),
);
const annotations = articles.reduce(
  (sum, { layers }) => sum + [...layers.values()].reduce((count, list) => count + list.length, 0),
  0,
);

report({
  bench: 'agreement',
  case: `six layers, ${ARTICLES} articles, ${annotations} annotations`,
  ms: median(timed(1000)),
  baselineMs: median(timed(0)),
  limitMs: LIMIT_MS,
});

function timed(resamples: number): readonly number[] {
  return Array.from({ length: RUNS }, () => {
    const start = performance.now();
    agreementReport(articles, { resamples });
    return performance.now() - start;
  });
}
