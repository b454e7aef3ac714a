import { KINDS, type Kind } from '../annotation/model';
import type { Span } from '../spans/span';
import {
  AttributeCounts,
  type AttributeFigures,
  type AttributePairFigures,
} from './attribute-counts';
import type { Resampling } from './bootstrap';
import { CaseIndex, type Confusion } from './case-index';
import { casesOf, isAgreed, type AgreementCase } from './cases';
import { OWN_ATTRIBUTES, type ComparedAttribute, type LayeredArticle } from './layers';
import { markingsOf, type MarkedArticle } from './marking';
import type { Measured } from './measured';
import { layerPairsOf, pairName, type LayerPair } from './pairs';
import { RowCounts, type PairFigures, type RowFigures } from './row-figures';
import { ROWS } from './rows';
import { spanScores } from './span-scores';
import { markedByAny, wordMarks } from './word-marks';

/** The cases that stand behind a figure: those in which the layers differ. */
interface Behind {
  readonly cases: readonly string[];
}

/** A run of words that the same layers marked with one kind; UTF-16 offsets. */
export interface MarkedWords extends Span {
  /** Places of the layers in the article's list. */
  readonly by: readonly number[];
}

/** One article's share in the agreement. */
export interface ArticleAgreement {
  readonly id: string;
  /** The layers that worked on it. */
  readonly layers: readonly string[];
  readonly words: number;
  readonly cases: number;
  readonly agreed: number;
  /** Overlap F1 of all kinds, pooled over the pairs of layers. */
  readonly overlap: Measured;
  /** Who marked which words: for each kind, the runs that at least one layer marked. */
  readonly marked: Readonly<Record<Kind, readonly MarkedWords[]>>;
}

/** All that is told of how far layers agree. */
export interface AgreementReport extends Resampling {
  readonly layers: readonly string[];
  readonly articles: readonly ArticleAgreement[];
  readonly rows: readonly (Omit<RowFigures, 'pairs'> &
    Behind & { readonly pairs: readonly (PairFigures & Behind)[] })[];
  readonly attributes: readonly (Omit<AttributeFigures, 'pairs'> &
    Behind & { readonly pairs: readonly (AttributePairFigures & Behind)[] })[];
  readonly confusions: readonly Confusion[];
  readonly cases: readonly AgreementCase[];
}

export interface AgreementOptions extends Partial<Resampling> {
  readonly attributes?: readonly ComparedAttribute[];
}

/**
 * How far the layers of these articles agree. Articles are taken one at a time and forgotten; what
 * is kept grows with annotations, not with texts. Rows and attributes of which no layer has anything
 * are left out.
 */
export function agreementReport(
  articles: Iterable<LayeredArticle>,
  { seed = 1, resamples = 1000, attributes = OWN_ATTRIBUTES }: AgreementOptions = {},
): AgreementReport {
  const rows = ROWS.map((row) => new RowCounts(row));
  const compared = attributes.map((attribute) => new AttributeCounts(attribute));
  const index = new CaseIndex(attributes);
  const layers = new Set<string>();
  const told: ArticleAgreement[] = [];
  for (const article of articles) {
    const marked = markingsOf(article);
    const pairs = layerPairsOf(marked);
    const cases = casesOf(marked, attributes);
    for (const { name } of marked.layers) layers.add(name);
    for (const row of rows) row.add(marked, pairs);
    for (const attribute of compared) attribute.add(pairs, cases);
    index.add(cases);
    told.push(
      articleAgreement(
        marked,
        pairs,
        cases.map((open) => open.told),
      ),
    );
  }
  const resampling = { seed, resamples };
  return {
    ...resampling,
    layers: [...layers].sort(),
    articles: told,
    rows: rows.filter((row) => row.marked).map((row) => rowOf(row.figures(resampling), index)),
    attributes: compared
      .filter((attribute) => attribute.judged)
      .map((attribute) => attributeOf(attribute.figures(resampling), index)),
    confusions: index.confusions(),
    cases: index.cases,
  };
}

function rowOf(row: RowFigures, index: CaseIndex): AgreementReport['rows'][number] {
  const pairs = row.pairs.map((pair) => ({
    ...pair,
    cases: index.behindRow(row, pairName(...pair.layers)),
  }));
  return { ...row, pairs, cases: index.behindRow(row) };
}

function attributeOf(
  figures: AttributeFigures,
  index: CaseIndex,
): AgreementReport['attributes'][number] {
  const pairs = figures.pairs.map((pair) => ({
    ...pair,
    cases: index.behindAttribute(figures.attribute, pairName(...pair.layers)),
  }));
  return { ...figures, pairs, cases: index.behindAttribute(figures.attribute) };
}

function articleAgreement(
  article: MarkedArticle,
  pairs: readonly LayerPair[],
  cases: readonly AgreementCase[],
): ArticleAgreement {
  const kinds = pairs.flatMap((pair) => KINDS.map((kind) => pair.kinds[kind]));
  const sum = (count: (kind: (typeof kinds)[number]) => number) =>
    kinds.reduce((total, kind) => total + count(kind), 0);
  const counts = {
    correct: sum(({ matched }) => matched.length),
    found: sum(({ second }) => second.length),
    gold: sum(({ first }) => first.length),
  };
  return {
    id: article.id,
    layers: article.layers.map(({ name }) => name),
    words: article.words.length,
    cases: cases.length,
    agreed: cases.filter(isAgreed).length,
    overlap: spanScores(counts).f1,
    marked: Object.fromEntries(
      KINDS.map((kind) => [kind, markedRuns(article, kind)]),
    ) as ArticleAgreement['marked'],
  };
}

/** Runs of neighbouring words that the same layers marked. */
function markedRuns({ words, layers }: MarkedArticle, kind: Kind): readonly MarkedWords[] {
  const marks = layers.map(({ markings }) => wordMarks(markings, words.length, kind, 'content'));
  const alike = (a: number, b: number) => marks.every((layer) => layer[a] === layer[b]);
  const runs: { start: number; end: number; by: readonly number[]; last: number }[] = [];
  for (const word of markedByAny(marks, words.length)) {
    const { start, end } = words[word]!;
    const run = runs.at(-1);
    if (run?.last === word - 1 && alike(run.last, word)) [run.end, run.last] = [end, word];
    else {
      const by = [...marks.keys()].filter((layer) => marks[layer]![word] === 1);
      runs.push({ start, end, by, last: word });
    }
  }
  return runs.map(({ last: _last, ...run }) => run);
}
