import type { Kind, Part, PartSpan } from '../annotation/model';
import { randomOf, type Random } from '../evaluate/random';
import type { LayeredAnnotation, LayeredArticle } from './layers';

const WORDS =
  'the ferry council 🚢 was late said Ana Ruiz of Marvão on Monday budget rose by 12 %'.split(' ');
const SPEECH = ['direct', 'indirect', 'mixed'];

/** An annotation of words `from` up to `to` of a text whose words are separated by one space. */
export function annotationOf(
  text: string,
  id: string,
  kind: Kind,
  parts: Partial<Record<Part, readonly [from: number, to: number]>>,
  values: LayeredAnnotation['values'] = {},
): LayeredAnnotation {
  const starts = [...text.matchAll(/\S+/g)].map((match) => [
    match.index,
    match.index + match[0].length,
  ]);
  const spans = Object.entries(parts).map(([part, [from, to]]): PartSpan => ({
    part: part as Part,
    ...{ ordinal: 0, piece: 0, start: starts[from]![0]!, end: starts[to - 1]![1]! },
  }));
  return { id, kind, spans, values };
}

/** An article with what each of these layers sees of the same things, now and then otherwise. */
export function inventedArticle(
  number: number,
  layers: readonly string[],
  { words = 60, things = 4 } = {},
): LayeredArticle {
  const random = randomOf(number + 1);
  const text = Array.from({ length: words }, () => random.pick(WORDS)).join(' ');
  const count = text.split(' ').length;
  const seen = Array.from({ length: things }, (_thing, index) =>
    thingAt(random, index, count, things),
  );
  return {
    id: `article-${number}`,
    text,
    layers: new Map(
      layers.map((layer) => [
        layer,
        seen
          .filter(() => random.chance(0.85))
          .map((thing, index) => seenBy(random, text, `${layer}-${number}-${index}`, thing)),
      ]),
    ),
  };
}

interface Thing {
  readonly kind: Kind;
  readonly from: number;
  readonly length: number;
  readonly speech: string;
}

/** Things stand one after the other, six words apart at least. */
function thingAt(random: Random, index: number, words: number, things: number): Thing {
  const room = Math.floor(words / things);
  return {
    kind: random.pick(['claim', 'quote', 'attribution'] as const),
    from: index * room + 4,
    length: 3 + random.below(room - 9),
    speech: random.pick(SPEECH),
  };
}

function seenBy(random: Random, text: string, id: string, thing: Thing): LayeredAnnotation {
  const from = thing.from + (random.chance(0.2) ? 1 : 0);
  const to = thing.from + thing.length + (random.chance(0.2) ? 1 : 0);
  const speech = random.chance(0.85) ? thing.speech : random.pick(SPEECH);
  const values = thing.kind === 'claim' ? {} : { speech };
  const parts = { content: [from, to] as const };
  if (thing.kind !== 'attribution') return annotationOf(text, id, thing.kind, parts, values);
  const source = [thing.from - 4, thing.from - (random.chance(0.8) ? 2 : 3)] as const;
  const cue = [thing.from - 1, thing.from] as const;
  return annotationOf(text, id, 'attribution', { ...parts, source, cue }, values);
}
