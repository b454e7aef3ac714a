import { KINDS, type Kind } from '../annotation/model';
import type { Marking, MarkedArticle } from './marking';
import { pairUp } from './matching';

/** Two layers of one article, and which of their markings of a kind are about the same words. */
export interface LayerPair {
  /** The layers' places in the article. */
  readonly first: number;
  readonly second: number;
  /** What the pair is called in the counts, whichever article it is met in. */
  readonly name: string;
  readonly kinds: Readonly<Record<Kind, KindPairs>>;
  /** The matched markings of all kinds. */
  readonly matched: KindPairs['matched'];
}

export interface KindPairs {
  readonly first: readonly Marking[];
  readonly second: readonly Marking[];
  readonly matched: readonly (readonly [Marking, Marking])[];
}

export function layerPairsOf({ layers }: MarkedArticle): readonly LayerPair[] {
  return layers.flatMap((one, first) =>
    layers.slice(first + 1).map((other, place): LayerPair => {
      const pairs = KINDS.map((kind) => pairKind(one.markings, other.markings, kind));
      return {
        first,
        second: first + 1 + place,
        name: pairName(one.name, other.name),
        kinds: Object.fromEntries(
          KINDS.map((kind, index) => [kind, pairs[index]!]),
        ) as LayerPair['kinds'],
        matched: pairs.flatMap(({ matched }) => matched),
      };
    }),
  );
}

/** Stands between two layers' names; no name holds it. */
const BETWEEN = '\u0000';

/** Two layers' names as one, in the order of names. */
export function pairName(first: string, second: string): string {
  return `${first}${BETWEEN}${second}`;
}

export function layersOfPair(name: string): readonly [string, string] {
  return name.split(BETWEEN) as [string, string];
}

function pairKind(
  firstLayer: readonly Marking[],
  secondLayer: readonly Marking[],
  kind: Kind,
): KindPairs {
  const first = firstLayer.filter((marking) => marking.kind === kind);
  const second = secondLayer.filter((marking) => marking.kind === kind);
  const pairs = pairUp(
    first.map(({ words }) => words.content),
    second.map(({ words }) => words.content),
  );
  return { first, second, matched: pairs.map(([a, b]) => [first[a]!, second[b]!]) };
}
