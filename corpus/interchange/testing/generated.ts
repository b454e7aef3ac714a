import fc from 'fast-check';
import type { DatasetAnnotation, DatasetArticle } from '../article';
import type { DeskTexts } from '../read/model';
import { articleOf, partOf } from './awkward';
import { EXAMPLE } from './example';

/** The articles as a desk that has them lends their texts. */
export function textsOf(articles: readonly DatasetArticle[]): DeskTexts {
  return {
    byId: (id) => articles.find((article) => article.id === id)?.text ?? null,
    all: () => articles.map(({ id, text }) => [id, text] as const),
  };
}

const word = fc.constantFrom(
  'tram',
  'é',
  '🚢',
  'שלום',
  '𠮷',
  'cafe\u0301',
  '“so”',
  '=A1',
  '12%',
  'a,b',
);
const layers = fc.constantFrom('shared', 'Ana', 'Bo');
/** A few articles of words in several scripts, with marks of several layers that overlap and nest. */
export const GENERATED_ARTICLES = fc
  .array(
    fc.record({
      words: fc.array(word, { minLength: 6, maxLength: 20 }),
      marks: fc.array(fc.tuple(fc.nat(5), fc.nat(5), layers, fc.boolean()), { maxLength: 5 }),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((drafts) =>
    drafts.map(({ words, marks }, number): DatasetArticle => {
      const numbered = words.map((each, index) => `${each}-${number}x${index}.`);
      const article = articleOf(`PROPERTY${number}`, [`Head ${number} 🚆`, numbered.join(' ')]);
      const annotations = marks.map(([a, b, layer, isAttribution], index): DatasetAnnotation => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const content = partOf(article, 'content', 0, numbered.slice(from, to + 1).join(' '));
        const source = isAttribution && to < 5 ? [partOf(article, 'source', 0, numbered[5]!)] : [];
        const kind = isAttribution ? 'attribution' : index % 2 === 0 ? 'claim' : 'quote';
        const about = { id: `P${number}-${index}`, layer, check: null, types: [], flags: [] };
        return { ...EXAMPLE.annotations[1]!, ...about, kind, parts: [content, ...source] };
      });
      const startOf = ({ parts }: DatasetAnnotation) => parts[0]!.pieces[0]!.start;
      return {
        ...article,
        annotations: annotations.sort((one, two) => startOf(one) - startOf(two)),
      };
    }),
  );
