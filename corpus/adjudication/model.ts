import {
  ADJUDICATED_LAYER,
  SHARED_LAYER,
  type Attributes,
  type Kind,
  type PartSpan,
} from '../annotation/model';
import type { Span } from '../spans/span';

/** How a case was decided. `agreed`: accepted together with all others in which nobody differed. */
export const OUTCOMES = ['agreed', 'taken', 'merged', 'written', 'rejected', 'guide_unclear'] as const; // prettier-ignore
export type Outcome = (typeof OUTCOMES)[number];

/** Outcomes that leave nothing in the adjudicated layer, and say why. */
export const WITHOUT_MARK: readonly Outcome[] = ['rejected', 'guide_unclear'];

/** What a mark says; spans are UTF-16 offsets of the newest revision's text. */
export interface Marked {
  readonly kind: Kind;
  readonly spans: readonly PartSpan[];
  readonly attributes: Attributes;
}

/** One annotation of a layer. */
export interface LayerMark extends Marked {
  readonly id: string;
  readonly layer: string;
}

/** A mark that a decision is about; `isTaken` where its words went into what stands. */
export interface DecidedMember {
  readonly annotation: string;
  readonly layer: string;
  readonly isTaken: boolean;
}

/** That somebody decided a case. */
export interface Adjudication {
  readonly id: string;
  readonly version: number;
  readonly outcome: Outcome;
  readonly members: readonly DecidedMember[];
  /** The annotation of the adjudicated layer that it left; null for none. */
  readonly annotationId: string | null;
  readonly reason: string | null;
  readonly person: string;
  readonly at: string;
  /** What people did since to its marks, each mark once. */
  readonly changed: readonly { readonly annotation: string; readonly isRemoved: boolean }[];
}

/** In what layers differ over one thing. */
export const SORTS = ['label', 'boundary', 'link', 'attribute', 'missing'] as const;
export type Sort = (typeof SORTS)[number];

/** `raised`: decided, and somebody marked, changed or took away a mark of it since. */
export type CardState = 'agreed' | 'open' | 'decided' | 'raised';

/** One thing that layers marked, as a curator decides it. */
export interface Card extends Span {
  /** The decision's id, or that of its first mark; the same as long as the marks are. */
  readonly id: string;
  readonly state: CardState;
  readonly sorts: readonly Sort[];
  /** By layer; a decided card may hold several of one. */
  readonly members: readonly LayerMark[];
  /** Layers that worked on the article and did not mark it. */
  readonly missing: readonly string[];
  readonly decision: Adjudication | null;
  /** What stands for it in the adjudicated layer; without a decision where it came with a file. */
  readonly result: LayerMark | null;
  /** The layers of marks that came after the decision. */
  readonly added: readonly string[];
}

/** An article with its marks by layers, the adjudicated one among them, and what was decided. */
export interface Adjudicable {
  readonly id: string;
  readonly text: string;
  /** A layer that did not work on the article is absent; one that marked nothing is there and empty. */
  readonly layers: ReadonlyMap<string, readonly LayerMark[]>;
  readonly decisions: readonly Adjudication[];
}

/** Words of which a curator said that the guide does not settle them. */
export interface UnclearCase {
  readonly id: string;
  readonly articleId: string;
  readonly headline: string;
  readonly note: string;
  readonly person: string;
  readonly at: string;
  /** The content of its first mark; empty where its words are gone. */
  readonly words: string;
}

/** The layers that are brought together: all but the adjudicated one, and the desk's only where there is no other. */
export function layersToDecide(layers: Iterable<string>): readonly string[] {
  const own = [...layers].filter((layer) => layer !== ADJUDICATED_LAYER).sort();
  const annotators = own.filter((layer) => layer !== SHARED_LAYER);
  return annotators.length > 0 ? annotators : own;
}

/** Whether a layer is this person's own: it has their id, or their name. */
export function isOwnLayer(
  layer: string,
  person: { readonly id: string; readonly name: string },
): boolean {
  return layer === person.id || layer === person.name;
}
