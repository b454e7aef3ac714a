import { findShapeProblem, PARTS, type Attributes, type Kind, type Part, type PartSpan } from '../annotation/model'; // prettier-ignore
import type { Span } from '../spans/span';
import type { Marked } from './model';
import { placesKey } from './sameness';

/** `union`: what any of them marks; `intersection`: only what all of them mark, part by part. */
export type Merging = 'union' | 'intersection';

/** What was merged, or one sentence that says why it cannot be. */
export type Merged =
  { readonly mark: Marked; readonly why: null } | { readonly mark: null; readonly why: string };

/** Merges the edges of marks of one kind; each attribute is what most of them say, of ties the first. */
export function mergeMarks(marks: readonly Marked[], merging: Merging): Merged {
  const kind = oneKind(marks);
  if (kind === null) return refused('They are of different kinds: take one of them, or write a new one.'); // prettier-ignore
  const spans = PARTS.flatMap((part) => mergedPart(marks, part, merging));
  if (!spans.some(({ part }) => part === 'content')) {
    return refused('There is no word that all of them have: take one, or merge all that any has.');
  }
  return checked({ kind, spans, attributes: mergedAttributes(marks) });
}

/** The content's edges that at least one of the marks has, each once, ascending. */
export function edgesOf(marks: readonly Marked[]): {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
} {
  const content = marks.map(({ spans }) => spans.filter(({ part }) => part === 'content'));
  const each = (values: readonly number[]) => [...new Set(values)].sort((a, b) => a - b);
  return {
    starts: each(content.map((spans) => Math.min(...spans.map(({ start }) => start)))),
    ends: each(content.map((spans) => Math.max(...spans.map(({ end }) => end)))),
  };
}

/** All that any of the marks has between two chosen edges; the other parts as most of them have them. */
export function mergeBetween(marks: readonly Marked[], { start, end }: Span): Merged {
  const kind = oneKind(marks);
  if (kind === null) return refused('They are of different kinds: take one of them, or write a new one.'); // prettier-ignore
  const content = mergedPart(marks, 'content', 'union')
    .map((span) => ({ ...span, start: Math.max(span.start, start), end: Math.min(span.end, end) }))
    .filter((span) => span.start < span.end);
  if (content.length === 0) return refused('No word is left between these edges.');
  const around = mostFrequent(
    marks.map(({ spans }) => spans.filter(({ part }) => part !== 'content')),
    (spans) => placesKey(spans),
  );
  return checked({ kind, spans: [...numbered(content), ...around], attributes: mergedAttributes(marks) }); // prettier-ignore
}

/** Each attribute as most marks have it; of ties what the first has. */
export function mergedAttributes(marks: readonly Marked[]): Attributes {
  const of = <Field extends keyof Attributes>(field: Field): Attributes[Field] =>
    mostFrequent(
      marks.map(({ attributes }) => attributes[field]),
      (value) => JSON.stringify(Array.isArray(value) && field === 'flags' ? [...value].sort() : value), // prettier-ignore
    );
  return {
    types: of('types'),
    flags: of('flags'),
    speech: of('speech'),
    sourceType: of('sourceType'),
    terms: of('terms'),
    anonymityReason: of('anonymityReason'),
  };
}

function mostFrequent<Value>(values: readonly Value[], keyOf: (value: Value) => string): Value {
  const counts = new Map<string, { count: number; value: Value }>();
  for (const value of values) {
    const key = keyOf(value);
    const entry = counts.get(key) ?? { count: 0, value };
    entry.count += 1;
    counts.set(key, entry);
  }
  return [...counts.values()].reduce((best, one) => (one.count > best.count ? one : best)).value;
}

function oneKind(marks: readonly Marked[]): Kind | null {
  const kinds = new Set(marks.map(({ kind }) => kind));
  return kinds.size === 1 ? [...kinds][0]! : null;
}

function checked(mark: Marked): Merged {
  const problem = findShapeProblem(mark.kind, mark.spans);
  return problem === null ? { mark, why: null } : refused(problem);
}

const refused = (why: string): Merged => ({ mark: null, why });

/** The merged pieces of a part, numbered in text order; sources that were told apart stay so. */
function mergedPart(marks: readonly Marked[], part: Part, merging: Merging): readonly PartSpan[] {
  const lists = marks.map(({ spans }) => spans.filter((span) => span.part === part));
  const all = lists.flat();
  const pieces =
    merging === 'union'
      ? joined(all)
      : lists.map(joined).reduce((common, one) => intersection(common, one));
  const ordinalOf = (piece: Span) =>
    part === 'source' || part === 'content'
      ? Math.min(...all.filter(({ start, end }) => start < piece.end && piece.start < end).map(({ ordinal }) => ordinal)) // prettier-ignore
      : 0;
  return numbered(pieces.map((piece) => ({ part, ordinal: ordinalOf(piece), piece: 0, ...piece })));
}

/** Pieces of one part, in text order, with their numbers within their ordinal. */
function numbered(spans: readonly PartSpan[]): readonly PartSpan[] {
  const counts = new Map<number, number>();
  return [...spans]
    .sort((a, b) => a.start - b.start)
    .map((span) => {
      const piece = counts.get(span.ordinal) ?? 0;
      counts.set(span.ordinal, piece + 1);
      return { ...span, piece };
    });
}

/** Spans that overlap as one, in text order. */
function joined(spans: readonly Span[]): readonly Span[] {
  const runs: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = runs.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else runs.push({ start, end });
  }
  return runs;
}

function intersection(a: readonly Span[], b: readonly Span[]): readonly Span[] {
  return a.flatMap((one) =>
    b
      .map((other) => ({
        start: Math.max(one.start, other.start),
        end: Math.min(one.end, other.end),
      })) // prettier-ignore
      .filter(({ start, end }) => start < end),
  );
}
