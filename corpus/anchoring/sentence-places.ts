import type { Span } from '../spans/span';
import type { Alignment } from './alignment';
import { commonSequence, type Pair, type Stretch } from './common-sequence';
import { countOf, placesOfRun, RUN } from './places';
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

/** Tokens of a sentence that stand in a row in the new text, as many as agree. */
interface Row {
  readonly first: number;
  readonly place: number;
  readonly length: number;
}

/** Rows that stand together, in order; `runs`: how many runs are in them. */
interface Cluster {
  readonly rows: Row[];
  runs: number;
}

/** The clusters of a sentence's rows, in the new text's order; of those that overlap the one with most. */
function clustersOf(alignment: Alignment, sentence: Span): Cluster[] {
  const kept: Cluster[] = [];
  const all = allClusters(rowsOf(alignment, sentence)).sort((x, y) => y.runs - x.runs);
  for (const cluster of all.filter(({ runs }) => runs >= PHRASE_SHARE * all[0]!.runs)) {
    const isFree = kept.every(
      (other) => startOf(cluster) >= endOf(other) || endOf(cluster) <= startOf(other),
    );
    if (isFree) kept.push(cluster);
  }
  return kept.sort((x, y) => startOf(x) - startOf(y));
}

function startOf({ rows }: Cluster): number {
  return rows[0]!.place;
}

function endOf({ rows }: Cluster): number {
  const { place, length } = rows.at(-1)!;
  return place + length;
}

/** All rows of a sentence, the longest first. */
function rowsOf(alignment: Alignment, { start, end }: Span): Row[] {
  const { a, b } = alignment;
  const rows: Row[] = [];
  /** How far off a row is → where the last one that is so far off ends. */
  const ends = new Map<number, number>();
  for (let at = start; at + RUN <= end; at++) {
    const places = placesOfRun(alignment, at);
    if (places.length > FORMULA) continue;
    for (const place of places) {
      if ((ends.get(place - at) ?? 0) > at) continue;
      let first = at;
      while (first > start && a[first - 1] === b[first - 1 + place - at]) first--;
      let last = at + RUN;
      while (last < end && a[last] === b[last + place - at]) last++;
      ends.set(place - at, last);
      rows.push({ first, place: first + place - at, length: last - first });
    }
  }
  return rows.sort((x, y) => y.length - x.length || x.place - y.place);
}

/** Each row goes to the cluster in which it is least out of place; its tokens are of no other one. */
function allClusters(rows: readonly Row[]): Cluster[] {
  const clusters: Cluster[] = [];
  for (const whole of rows) {
    const row = clusters.reduce(besideRows, whole);
    if (row.length < RUN) continue;
    let best: { readonly cluster: Cluster; readonly index: number; readonly part: Row } | null =
      null;
    let least = SLACK + 1;
    for (const cluster of clusters) {
      const index = cluster.rows.findLastIndex(({ place }) => place < row.place) + 1;
      const [left, right] = [cluster.rows[index - 1], cluster.rows[index]];
      const part = between(row, left, right);
      const off = Math.max(shift(part, left), shift(part, right));
      if (part.length < RUN || off >= least) continue;
      if (isApart(clusters, cluster, part, left) || isApart(clusters, cluster, part, right))
        continue;
      [best, least] = [{ cluster, index, part }, off];
    }
    if (best === null) {
      const runs = row.length - RUN + 1;
      // One that is so small cannot become a place by itself.
      if (2 * runs >= PHRASE_SHARE * (clusters[0]?.runs ?? 0)) clusters.push({ rows: [row], runs });
    } else {
      best.cluster.rows.splice(best.index, 0, best.part);
      best.cluster.runs += best.part.length - RUN + 1;
    }
  }
  return clusters;
}

/** True where a row of another cluster stands between two in the new text. */
function isApart(
  clusters: readonly Cluster[],
  cluster: Cluster,
  row: Row,
  other: Row | undefined,
): boolean {
  if (other === undefined) return false;
  const [low, high] = [Math.min(row.place, other.place), Math.max(row.place, other.place)];
  const isBetween = ({ place }: Row) => place > low && place < high;
  return clusters.some((one) => one !== cluster && one.rows.some(isBetween));
}

/** What of a row is not of a cluster's rows in the new text. */
function besideRows(row: Row, { rows }: Cluster): Row {
  return rows.reduce((part, { place, length }) => {
    if (part.place >= place + length || part.place + part.length <= place) return part;
    const before = place - part.place;
    const after = part.place + part.length - place - length;
    return before >= after ? cut(part, 0, before) : cut(part, part.length - after, part.length);
  }, row);
}

/** What of a row stands between two others in the sentence. */
function between(row: Row, left: Row | undefined, right: Row | undefined): Row {
  const from = left === undefined ? 0 : Math.max(0, left.first + left.length - row.first);
  const to = right === undefined ? row.length : Math.min(row.length, right.first - row.first);
  return cut(row, from, to);
}

function cut({ first, place }: Row, from: number, to: number): Row {
  return { first: first + from, place: place + from, length: Math.max(0, to - from) };
}

/** How many tokens more or fewer are between two rows in the new text. */
function shift(row: Row, other: Row | undefined): number {
  return other === undefined ? 0 : Math.abs(row.place - row.first - (other.place - other.first));
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
  const [top, bottom] = [cluster.rows[0]!, cluster.rows.at(-1)!];
  if (top.length === end - start) return wholePlace(before, sentence, top.place);
  const floor = previous === undefined ? 0 : endOf(previous);
  const ceiling = next === undefined ? b.length : startOf(next);
  const bFrom = Math.max(floor, top.place - (top.first - start) - MARGIN);
  const bTo = Math.min(ceiling, bottom.place + (end - bottom.first) + MARGIN);
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
  const [top, bottom] = [cluster.rows[0]!, cluster.rows.at(-1)!];
  let [x0, y0] = [top.first, top.place];
  let [x1, y1] = [bottom.first + bottom.length, endOf(cluster)];
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
