import type { Span } from '../spans/span';

export const KINDS = ['claim', 'quote', 'attribution'] as const;
export type Kind = (typeof KINDS)[number];

/** Parts of an annotation. Claims and quotes have one `content` part; attributions have all four. */
export const PARTS = ['content', 'source', 'cue', 'addressee'] as const;
export type Part = (typeof PARTS)[number];

export const ORIGINS = ['person', 'suggestion', 'import'] as const;
export type Origin = (typeof ORIGINS)[number];

/** The layer that a whole desk shares; other layers are named after a person, or are the adjudicated one. */
export const SHARED_LAYER = 'shared';
export const ADJUDICATED_LAYER = 'adjudicated';

/** The layers of what the desk itself says, and not one of its people: their annotations have checks. */
export const DESK_LAYERS: readonly string[] = [SHARED_LAYER, ADJUDICATED_LAYER];

/** What a claim can be about. An annotation has several; the first is its main type. */
export const CLAIM_TYPES = [
  'name',
  'title',
  'date',
  'place',
  'number',
  'poll',
  'superlative',
  'quote',
  'paraphrase',
  'position',
  'event',
  'cause',
  'explain',
  'describe',
  'history',
  'product',
  'image',
  'predict',
  'opinion',
] as const;
export type ClaimType = (typeof CLAIM_TYPES)[number];

export const FLAGS = ['allegation', 'sensitive', 'load_bearing', 'harm'] as const;
export type Flag = (typeof FLAGS)[number];

export const SPEECH = ['direct', 'indirect', 'mixed'] as const;
export type Speech = (typeof SPEECH)[number];

export const SOURCE_TYPES = [
  'named_person',
  'organisation',
  'document',
  'anonymous',
  'group',
  'author',
  'social_account',
  'implicit',
] as const;
export type SourceType = (typeof SOURCE_TYPES)[number];

export const TERMS = ['on_record', 'background', 'deep_background', 'off_record'] as const;
export type Terms = (typeof TERMS)[number];

/** One span of one part. `ordinal` tells parts of the same name apart; `piece` runs in text order. */
export interface PartSpan extends Span {
  readonly part: Part;
  readonly ordinal: number;
  readonly piece: number;
}

/** What a person says about the words, apart from their check. */
export interface Attributes {
  readonly types: readonly ClaimType[];
  readonly flags: readonly Flag[];
  readonly speech: Speech | null;
  readonly sourceType: SourceType | null;
  readonly terms: Terms | null;
  /** Why a source is not named; `none_given` where the article gives no reason. */
  readonly anonymityReason: string | null;
}

export const NO_ATTRIBUTES: Attributes = {
  types: [],
  flags: [],
  speech: null,
  sourceType: null,
  terms: null,
  anonymityReason: null,
};

/** The content pieces in text order: what a claim or a quote consists of. */
export function contentOf(spans: readonly PartSpan[]): readonly PartSpan[] {
  return spans
    .filter((span) => span.part === 'content')
    .sort((a, b) => a.ordinal - b.ordinal || a.piece - b.piece);
}

/** The smallest span that holds every part: what a list sorts by. */
export function extentOf(spans: readonly Span[]): Span {
  let start = Infinity;
  let end = -Infinity;
  for (const span of spans) {
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  }
  return { start, end };
}

/**
 * Checks the shape that an annotation's spans must have; returns one sentence that says what is
 * wrong, or null. At least one content piece; at most one cue; no two pieces of a part overlap
 * or have the same number.
 */
export function findShapeProblem(kind: Kind, spans: readonly PartSpan[]): string | null {
  if (!spans.some((span) => span.part === 'content')) {
    return `${kind === 'attribution' ? 'An attribution needs its content' : `A ${kind} needs its words`}: select some text first.`;
  }
  if (kind !== 'attribution' && spans.some((span) => span.part !== 'content')) {
    return `A ${kind} has no source, cue or addressee: those belong to an attribution.`;
  }
  for (const part of ['cue', 'addressee'] as const) {
    const ordinals = new Set(spans.filter((s) => s.part === part).map((s) => s.ordinal));
    if (ordinals.size > 1) return `An attribution has one ${part} at most.`;
  }
  for (const part of PARTS) {
    const pieces = spans.filter((span) => span.part === part).sort((a, b) => a.start - b.start);
    for (const [index, piece] of pieces.entries()) {
      const next = pieces[index + 1];
      if (next !== undefined && next.start < piece.end) {
        return `Two pieces of the ${part} overlap: make them one.`;
      }
    }
    if (new Set(pieces.map((s) => `${s.ordinal}.${s.piece}`)).size < pieces.length) {
      return `Two spans have the same place in the ${part}: number them.`;
    }
  }
  return null;
}
