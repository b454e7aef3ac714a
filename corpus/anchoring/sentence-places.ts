import type { Span } from '../spans/span';
import type { Alignment } from './alignment';
import { commonSequence, type Pair, type Stretch } from './common-sequence';
import { countOf, placesOfRun, RUN, stands } from './places';
import { rememberedByRange } from './remembered';
import { sentenceRanges } from './sentence-ranges';
import { isWord, type Tokens } from './tokens';
import { wordsIn } from './word-counts';

/** Runs of a sentence are of one place when no more tokens came between them, or went. */
const SLACK = 12;

/** So much of a sentence's edges, in tokens, may have been written anew at a place. */
const MARGIN = 4;

/** A run that stands more often than this is a formula, and no sentence is found by it. */
const FORMULA = 8;

/** With less than this share of the runs of the best place, another has but a phrase of the sentence. */
const PHRASE_SHARE = 0.125;

/** A token that stands more often in a text tells nothing by itself: common words stand everywhere. */
const RARE = 2;

/** Where a sentence of the old text stands in the new one, be it with changes, or its copy. */
export interface SentencePlace {
  /** Its tokens in the new text: where it begins and ends there. */
  readonly start: number;
  readonly end: number;
  /** How many of its words stand there, in order. */
  readonly shared: number;
  /** Each of its tokens → the same one there; −1: none. From the sentence's first token on. */
  readonly tied: Int32Array;
}

/** The tokens of all sentences that a run stands in. */
export function sentencesAt(tokens: Tokens, from: number, to: number): Span {
  const { all, of } = sentenceRanges(tokens);
  return { start: all[of[from]!]!.start, end: all[of[to - 1]!]!.end };
}

/** All places of a sentence that share a run of words with it, found once for each. */
export const sentencePlaces = rememberedByRange(
  (alignment: Alignment, sentence: Span): readonly SentencePlace[] => {
    const clusters = clustersOf(alignment, sentence);
    return clusters.map((cluster, index) =>
      placeOf(alignment, sentence, cluster, clusters[index - 1], clusters[index + 1]),
    );
  },
);

/** Runs that stand together, in order. */
interface Cluster {
  readonly first: number;
  readonly place: number;
  lastFirst: number;
  lastPlace: number;
  runs: number;
}

/** The clusters of a sentence's runs, in the new text's order; of those that overlap the one with most. */
function clustersOf(alignment: Alignment, sentence: Span): Cluster[] {
  const kept: Cluster[] = [];
  const all = allClusters(alignment, sentence).sort((x, y) => y.runs - x.runs);
  for (const cluster of all.filter(({ runs }) => runs >= PHRASE_SHARE * all[0]!.runs)) {
    const isFree = kept.every(
      ({ place, lastPlace }) =>
        cluster.place >= lastPlace + RUN || cluster.lastPlace + RUN <= place,
    );
    if (isFree) kept.push(cluster);
  }
  return kept.sort((x, y) => x.place - y.place);
}

function allClusters(alignment: Alignment, { start, end }: Span): Cluster[] {
  const length = end - start;
  const hits: number[] = [];
  for (let at = start; at + RUN <= end; at++) {
    const places = placesOfRun(alignment, at);
    // One number for each, in the order of places and, for one place, of the sentence.
    if (places.length <= FORMULA)
      for (const place of places) hits.push(place * length + at - start);
  }
  hits.sort((x, y) => x - y);
  const clusters: Cluster[] = [];
  for (const hit of hits) {
    const place = Math.floor(hit / length);
    const at = start + (hit % length);
    let best: Cluster | null = null;
    let least = SLACK + 1;
    for (let index = clusters.length - 1; index >= 0; index--) {
      const cluster = clusters[index]!;
      if (place - cluster.place > 2 * length + 4 * SLACK) break;
      const off = Math.abs(place - at - (cluster.lastPlace - cluster.lastFirst));
      if (at > cluster.lastFirst && place > cluster.lastPlace && off < least) {
        best = cluster;
        least = off;
      }
    }
    if (best === null)
      clusters.push({ first: at, place, lastFirst: at, lastPlace: place, runs: 1 });
    else {
      [best.lastFirst, best.lastPlace] = [at, place];
      best.runs++;
    }
  }
  return clusters;
}

function placeOf(
  alignment: Alignment,
  sentence: Span,
  cluster: Cluster,
  previous: Cluster | undefined,
  next: Cluster | undefined,
): SentencePlace {
  const { a, b, before } = alignment;
  const { start, end } = sentence;
  const { first, place, lastFirst, lastPlace } = cluster;
  const floor = previous !== undefined && previous.lastPlace + RUN <= place ? previous.lastPlace + RUN : 0; // prettier-ignore
  const ceiling = next !== undefined && next.place >= lastPlace + RUN ? next.place : b.length;
  const bFrom = Math.max(floor, place - (first - start) - MARGIN);
  const bTo = Math.min(ceiling, lastPlace + (end - lastFirst) + MARGIN);
  const whole = place - (first - start);
  if (whole >= bFrom && whole + end - start <= bTo && lastPlace - lastFirst === place - first) {
    if (stands(b, whole, a, start, end)) return wholePlace(before, sentence, whole);
  }
  const all = pairsOf({ a, aFrom: start, aTo: end, b, bFrom, bTo }, cluster);
  const own = withoutAnothers(alignment, sentence, all);
  const pairs = own.length > 0 ? own : all;
  const tied = new Int32Array(end - start).fill(-1);
  for (const [x, y] of pairs) tied[x - start] = y;
  const [[x0, y0], [x1, y1]] = [pairs[0]!, pairs.at(-1)!];
  // What stands in the stead of its edges is of the place, unless it is another sentence's.
  const isFree = (there: number) => {
    const at = alignment.back[there]!;
    return at < 0 || (at >= start && at < end);
  };
  let [first0, last1] = [y0, y1 + 1];
  const least = x0 - start > SLACK ? y0 : Math.max(bFrom, y0 - (x0 - start));
  const most = end - x1 > SLACK ? y1 + 1 : Math.min(bTo, y1 + (end - x1));
  while (first0 > least && isFree(first0 - 1)) first0--;
  while (last1 < most && isFree(last1)) last1++;
  return {
    start: first0,
    end: last1,
    shared: pairs.filter(([x]) => isWord(before.keys[x]!)).length,
    tied,
  };
}

/**
 * The pairs without those whose place is another sentence's: tied to that in a row that goes on, by a
 * word, where this one does not.
 */
function withoutAnothers(
  { back, after }: Alignment,
  { start, end }: Span,
  pairs: readonly Pair[],
): Pair[] {
  const isTiedAway = (there: number) =>
    back[there]! >= 0 && (back[there]! < start || back[there]! >= end);
  if (!pairs.some(([, there]) => isTiedAway(there))) return [...pairs];
  const paired = new Set(pairs.map(([, there]) => there));
  const isAnothers = (there: number, step: 1 | -1) => {
    const isWith = (place: number) => back[place] === back[there]! + (place - there);
    let place = there + step;
    while (paired.has(place) && isWith(place)) place += step;
    return isWith(place) && !paired.has(place) && isWord(after.keys[place] ?? '');
  };
  return pairs.filter(
    ([, there]) => !isTiedAway(there) || (!isAnothers(there, 1) && !isAnothers(there, -1)),
  );
}

/** The place at which a sentence stands word for word. */
export function wholePlace(before: Tokens, { start, end }: Span, there: number): SentencePlace {
  const tied = new Int32Array(end - start);
  for (let at = 0; at < tied.length; at++) tied[at] = there + at;
  return { start: there, end: there + end - start, shared: wordsIn(before, { start, end }), tied };
}

/** The tokens of a sentence that stand at a place: in the cluster of its runs, and on both sides of that. */
function pairsOf(stretch: Stretch, cluster: Cluster): Pair[] {
  const { a, b, aFrom, aTo, bFrom, bTo } = stretch;
  let [x0, y0] = [cluster.first, cluster.place];
  let [x1, y1] = [cluster.lastFirst + RUN, cluster.lastPlace + RUN];
  while (x0 > aFrom && y0 > bFrom && a[x0 - 1] === b[y0 - 1]) [x0, y0] = [x0 - 1, y0 - 1];
  while (x1 < aTo && y1 < bTo && a[x1] === b[y1]) [x1, y1] = [x1 + 1, y1 + 1];
  const left = telling(stretch, commonSequence({ ...stretch, aTo: x0, bTo: y0 }));
  const right = telling(stretch, commonSequence({ ...stretch, aFrom: x1, bFrom: y1 }));
  const inner = commonSequence({ a, aFrom: x0, aTo: x1, b, bFrom: y0, bTo: y1 });
  return [...dense(left.reverse(), y0).reverse(), ...inner, ...dense(right, y1 - 1)];
}

/** The pairs of rare tokens, and of those that stand beside another in both texts. */
function telling({ a, b }: Stretch, pairs: readonly Pair[]): Pair[] {
  const isBeside = ([x, y]: Pair, other: Pair | undefined) =>
    other !== undefined && Math.abs(other[0] - x) === 1 && Math.abs(other[1] - y) === 1;
  return pairs.filter(
    (pair, index) =>
      isBeside(pair, pairs[index - 1]) ||
      isBeside(pair, pairs[index + 1]) ||
      countOf(b, a[pair[0]]!) <= RARE,
  );
}

/**
 * Of pairs going away from a place of the new text, as many as make half of what stands there:
 * beyond, other words stand there that are alike.
 */
function dense(pairs: readonly Pair[], from: number): Pair[] {
  const isDense = ([, y]: Pair, index: number) => 2 * (index + 1) >= Math.abs(y - from);
  return pairs.slice(0, pairs.findLastIndex(isDense) + 1);
}
