import type { Part } from '../../annotation/model';
import { offsetTable } from '../../document/positions';
import { layOut } from '../../document/text';
import type { DatasetAnnotation, DatasetArticle, DatasetPart } from '../article';
import { EXAMPLE } from './example';
import { hashOfText } from './hash';

const PLAIN = EXAMPLE.annotations[1]!;

/** An article of these blocks, without annotations. */
export function articleOf(id: string, texts: readonly string[]): DatasetArticle {
  const drafts = texts.map((text, index) => ({
    ...{ role: index === 0 ? ('headline' as const) : ('paragraph' as const), text },
    ...{ depth: 0, group: null, original: null },
  }));
  const { text, blocks } = layOut(drafts);
  const offsets = offsetTable(text);
  return {
    ...EXAMPLE,
    ...{ id, headline: texts[0]!, text, annotations: [] },
    revision: { number: 1, sha256: hashOfText(text) },
    blocks: blocks.map(({ role, start, end, depth, group }) => ({
      ...offsets.rangeToCodePoints({ start, end }),
      ...{ role, depth, group },
    })),
  };
}

/** The part that has these words, each of them the first of its kind in the text. */
export function partOf(
  { text }: DatasetArticle,
  part: Part,
  ordinal: number,
  ...words: readonly string[]
): DatasetPart {
  const offsets = offsetTable(text);
  const pieces = words.map((exact) => {
    const start = text.indexOf(exact);
    if (start < 0) throw new Error(`“${exact}” is not in the text`);
    return { ...offsets.rangeToCodePoints({ start, end: start + exact.length }), exact };
  });
  return { part, ordinal, pieces };
}

function marked(
  article: DatasetArticle,
  ...marks: readonly (Partial<DatasetAnnotation> & Pick<DatasetAnnotation, 'parts'>)[]
): DatasetArticle {
  const annotations = marks.map((mark, index) => ({
    ...PLAIN,
    ...{ types: [], flags: [], check: null },
    ...{ id: `${article.id}-${index}`, ...mark },
  }));
  const startOf = ({ parts }: DatasetAnnotation) =>
    Math.min(...parts.flatMap(({ pieces }) => pieces.map(({ start }) => start)));
  return { ...article, annotations: annotations.sort((a, b) => startOf(a) - startOf(b)) };
}

const TRAM = articleOf('AWKWARD01TRAM', [
  'Mayor denies cuts 🚆🚆',
  'The plan 👩‍👩‍👧 is “on track,” said Mayor Rui Cabral, “and cheap.”',
  'Ridership fell 12% in 2025. Fares, "as planned", rose; the café\u0301 closed.',
]);
const NEWS = articleOf('AWKWARD02NEWS', [
  'خبر عاجل 🚢',
  '𠮷 قال العمدة إن “الخطة جاهزة” اليوم.',
  '=SUM(A1) costs +3, -4 and @5, she said.',
]);

/**
 * Articles that break careless code: astral characters before every span, combining marks, right to
 * left, quotation marks and formulas in cells, and spans that overlap, nest, touch, have gaps, and
 * are several annotators'.
 */
export const AWKWARD_ARTICLES: readonly DatasetArticle[] = [
  marked(
    TRAM,
    {
      ...{ kind: 'attribution', layer: 'Ana', speech: 'mixed', sourceType: 'named_person' },
      parts: [
        partOf(TRAM, 'content', 0, '“on track,”', '“and cheap.”'),
        partOf(TRAM, 'source', 0, 'Mayor Rui Cabral'),
        partOf(TRAM, 'cue', 0, 'said'),
      ],
    },
    { kind: 'quote', layer: 'Ana', parts: [partOf(TRAM, 'content', 0, '“on track,”')] },
    {
      ...{ kind: 'claim', layer: 'Bo', types: ['number', 'date'], flags: ['harm'] },
      parts: [partOf(TRAM, 'content', 0, 'Ridership fell 12%')],
    },
    { kind: 'claim', layer: 'Bo', parts: [partOf(TRAM, 'content', 0, 'fell 12% in 2025')] },
    { kind: 'claim', layer: 'shared', parts: [partOf(TRAM, 'content', 0, ' in 2025')] },
    {
      kind: 'claim',
      layer: 'shared',
      parts: [partOf(TRAM, 'content', 0, 'Fares, "as planned", rose')],
    },
    {
      kind: 'claim',
      layer: 'shared',
      parts: [partOf(TRAM, 'content', 0, 'the café\u0301 closed')],
    },
  ),
  marked(
    NEWS,
    {
      ...{
        kind: 'attribution',
        layer: 'shared',
        terms: 'background',
        anonymityReason: 'none_given',
      },
      parts: [
        partOf(NEWS, 'content', 0, '“الخطة جاهزة”'),
        partOf(NEWS, 'content', 1, 'اليوم'),
        partOf(NEWS, 'source', 0, 'العمدة'),
        partOf(NEWS, 'addressee', 0, '𠮷'),
      ],
    },
    { kind: 'claim', layer: 'shared', parts: [partOf(NEWS, 'content', 0, '=SUM(A1) costs +3')] },
  ),
  { ...articleOf('AWKWARD03EMPTY', ['Nothing marked 🚆', 'Nor here.']) },
];
