import type { Kind, Part } from '../annotation/model';
import { wordsOf } from '../spans/words';
import type { Span } from '../spans/span';
import type { AttributeValue, LayeredAnnotation, LayeredArticle } from './layers';
import { runsOf, wordsIn, type WordSet } from './word-sets';

/** An annotation with the words of its parts; a part that it has not is empty. */
export interface Marking {
  readonly id: string;
  readonly kind: Kind;
  readonly words: Readonly<Record<Part, WordSet>>;
  /** Runs of words that its pieces cover, part by part, pieces apart. */
  readonly pieces: Readonly<Record<Part, readonly Span[]>>;
  readonly values: Readonly<Record<string, AttributeValue>>;
}

/** An article's words and, layer by layer, its markings. Annotations whose content has no word are left out. */
export interface MarkedArticle {
  readonly id: string;
  readonly words: readonly Span[];
  readonly layers: readonly { readonly name: string; readonly markings: readonly Marking[] }[];
}

/** Layers stand by name, so that no figure depends on the order in which they came. */
export function markingsOf({ id, text, layers }: LayeredArticle): MarkedArticle {
  const words = wordsOf(text);
  const names = [...layers.keys()].sort();
  return {
    id,
    words,
    layers: names.map((name) => ({
      name,
      markings: layers
        .get(name)!
        .map((annotation) => markingOf(words, annotation))
        .filter((marking) => marking.words.content.length > 0)
        .sort((a, b) => a.words.content[0]! - b.words.content[0]!),
    })),
  };
}

function markingOf(words: readonly Span[], annotation: LayeredAnnotation): Marking {
  const { id, kind, spans, values } = annotation;
  const of = (part: Part) => spans.filter((span) => span.part === part);
  const parts = { content: of('content'), source: of('source'), cue: of('cue') };
  const all = { ...parts, addressee: of('addressee') };
  const sets = mapParts(all, (pieces) => wordsIn(words, pieces));
  const runs = mapParts(all, (pieces) =>
    pieces.flatMap((piece) => runsOf(wordsIn(words, [piece]))),
  );
  return { id, kind, words: sets, pieces: runs, values };
}

function mapParts<From, To>(
  parts: Readonly<Record<Part, From>>,
  map: (from: From) => To,
): Readonly<Record<Part, To>> {
  return {
    content: map(parts.content),
    source: map(parts.source),
    cue: map(parts.cue),
    addressee: map(parts.addressee),
  };
}
