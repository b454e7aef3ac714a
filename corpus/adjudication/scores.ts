import { valuesOf, type LayeredAnnotation, type LayeredArticle } from '../agreement/layers';
import { agreementReport, type AgreementReport } from '../agreement/report';
import { ADJUDICATED_LAYER } from '../annotation/model';
import { cardsOf } from './cards';
import { layersToDecide, type Adjudicable, type CardState, type LayerMark } from './model';

/** How far the cases of one article are decided. */
export interface ArticleProgress {
  readonly id: string;
  readonly layers: readonly string[];
  readonly counts: Readonly<Record<CardState, number>>;
}

type Pair = AgreementReport['rows'][number]['pairs'][number];

/** One layer against what was adjudicated, which is the standard; null stands for the suggestions. */
export interface LayerScore {
  readonly layer: string | null;
  readonly articles: number;
  /** Decided cases of those articles, also such that the layer did not mark. */
  readonly cases: number;
  readonly exact: Pair['exact'];
  readonly overlap: Pair['overlap'];
  readonly words: Pair['words'];
  /** Where both mark the same: how often they say the same of it. */
  readonly attributes: readonly {
    readonly attribute: string;
    readonly same: AgreementReport['attributes'][number]['same'];
  }[];
}

export interface AdjudicationReport {
  readonly articles: readonly ArticleProgress[];
  /** Layers by name, then the suggestions. */
  readonly scores: readonly LayerScore[];
}

/** An article with what detectors proposed for it. */
export interface ScoredArticle extends Adjudicable {
  readonly proposed: () => readonly LayerMark[];
}

/** Sorts the standard before what is compared with it. */
const STANDARD = '0';
const COMPARED = '1';

/**
 * How far each article is decided, and how near each layer comes to what was decided. Scores are of
 * articles of which every case is decided: on others nobody knows yet who is right.
 */
export function adjudicationReport(articles: Iterable<ScoredArticle>): AdjudicationReport {
  const told: ArticleProgress[] = [];
  const byLayer = new Map<string | null, LayeredArticle[]>();
  const cases = new Map<string | null, number>();
  for (const article of articles) {
    const progress = progressOf(article);
    told.push(progress);
    if (!isDecided(progress)) continue;
    const standard = (article.layers.get(ADJUDICATED_LAYER) ?? []).map(comparable);
    const compare = (layer: string | null, marks: readonly LayerMark[]) => {
      const layers = new Map([[STANDARD, standard], [COMPARED, marks.map(comparable)]]); // prettier-ignore
      const list = byLayer.get(layer) ?? [];
      list.push({ id: article.id, text: article.text, layers });
      cases.set(layer, (cases.get(layer) ?? 0) + progress.counts.decided);
      byLayer.set(layer, list);
    };
    for (const layer of progress.layers) compare(layer, article.layers.get(layer)!);
    const proposed = article.proposed();
    if (proposed.length > 0) compare(null, proposed);
  }
  const layers = [...byLayer.keys()].sort((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1)); // prettier-ignore
  return {
    articles: told,
    scores: layers.flatMap((layer) => scoreOf(layer, byLayer.get(layer)!, cases.get(layer)!) ?? []),
  };
}

/** Whether every case of an article is decided, and there is one. */
export function isDecided({ counts }: ArticleProgress): boolean {
  return counts.agreed + counts.open + counts.raised === 0 && counts.decided > 0;
}

function progressOf(article: Adjudicable): ArticleProgress {
  const counts = { agreed: 0, open: 0, decided: 0, raised: 0 };
  for (const { state } of cardsOf(article)) counts[state] += 1;
  return { id: article.id, layers: layersToDecide(article.layers.keys()), counts };
}

/** Null where neither has a mark with a word. */
function scoreOf(
  layer: string | null,
  articles: readonly LayeredArticle[],
  cases: number,
): LayerScore | null {
  const { rows, attributes } = agreementReport(articles);
  const pair = rows.find(({ kind, part }) => kind === null && part === null)?.pairs[0];
  if (pair === undefined) return null;
  const { exact, overlap, words } = pair;
  const said = attributes.map(({ attribute, same }) => ({ attribute, same }));
  return { layer, articles: articles.length, cases, exact, overlap, words, attributes: said };
}

function comparable({ id, kind, spans, attributes }: LayerMark): LayeredAnnotation {
  return { id, kind, spans, values: valuesOf(kind, attributes) };
}
