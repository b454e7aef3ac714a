import type { ClaimType, Flag } from '../../annotation/model';
import { snapToGraphemes, type Span } from '../../spans/span';
import type { DatedWords, Figure, Suggestion } from '../model';
import { confidenceOf, type ClaimRule } from './confidence';
import type { Signs } from './signs';
import * as words from './vocabulary';

/** More types than this tell nobody anything. */
const MOST_TYPES = 4;

/** What was found in a sentence beside its signs. */
export interface Found {
  readonly figures: readonly Figure[];
  readonly dates: readonly DatedWords[];
}

/** The suggestion for one sentence; the span is the sentence without dateline, the score is 0 to 1. */
export function describeClaim(
  text: string,
  span: Span,
  signs: Signs,
  score: number,
  found: Found,
): Suggestion {
  const rule = ruleOf(signs);
  return {
    kind: 'claim',
    spans: [{ start: span.start, end: span.end, part: 'content', ordinal: 0, piece: 0 }],
    rule,
    evidence: evidenceIn(text, span, signs, found.figures),
    reason: reasonOf(signs),
    confidence: confidenceOf(rule),
    types: typesOf(signs),
    flags: flagsOf(signs),
    speech: null,
    sourceType: null,
    anonymityReason: null,
    speaker: null,
    score,
    figures: found.figures,
    dates: found.dates,
  };
}

/** The rule is the gravest sign: what the desk's decisions are counted by. */
export function ruleOf(signs: Signs): ClaimRule {
  if (signs.casualty) return 'claim-casualty';
  if (signs.wrongdoing) return 'claim-wrongdoing';
  if (signs.violence) return 'claim-violence';
  if (signs.superlative) return 'claim-rank';
  if (signs.figures > 0) return 'claim-figure';
  return signs.happened ? 'claim-event' : 'claim-fact';
}

function typesOf(signs: Signs): readonly ClaimType[] {
  const types: readonly (readonly [ClaimType, boolean])[] = [
    ['poll', signs.poll && signs.figures > 0],
    ['number', signs.figures > 0],
    ['superlative', signs.superlative],
    ['cause', signs.cause],
    ['event', signs.happened || signs.violence || signs.casualty],
    ['history', signs.history],
    ['predict', signs.prospect && !signs.happened],
    ['quote', signs.quoted >= 0.5],
    ['paraphrase', signs.reported && signs.quoted < 0.5],
    ['date', signs.dated],
    ['title', signs.titled],
    ['name', signs.names > 0],
  ];
  const shown = types.filter(([, applies]) => applies).map(([type]) => type);
  return shown.length === 0 ? ['describe'] : shown.slice(0, MOST_TYPES);
}

function flagsOf(signs: Signs): readonly Flag[] {
  const flags: readonly (readonly [Flag, boolean])[] = [
    ['allegation', signs.wrongdoing],
    ['harm', signs.casualty || signs.violence],
    ['sensitive', signs.sensitive],
    ['load_bearing', signs.lede || signs.role === 'headline'],
  ];
  return flags.filter(([, applies]) => applies).map(([flag]) => flag);
}

/** One sentence part in plain words: what is held in the sentence, the gravest first. */
export function reasonOf(signs: Signs): string {
  const says: readonly (readonly [string, boolean])[] = [
    ['says who died or was hurt', signs.casualty],
    ['says that somebody did wrong', signs.wrongdoing],
    ['tells of force or damage', signs.violence],
    ['claims a rank, such as first or biggest', signs.superlative],
    [counted(signs.figures, 'figure'), signs.figures > 0],
    ['gives a cause', signs.cause],
    ['tells what happened', signs.happened],
    ['rests on sources without a name', signs.anonymous],
    [counted(signs.names, 'name'), signs.names > 0],
    ['a date', signs.dated],
    ['stands in the first paragraph', signs.lede],
  ];
  const shown = says.filter(([, applies]) => applies).map(([words]) => words);
  return shown.length === 0
    ? 'states something that can be looked up'
    : shown.slice(0, 3).join('; ');
}

function counted(count: number, thing: string): string {
  if (count === 1) return `a ${thing}`;
  return `${['no', 'one', 'two', 'three', 'four'][count] ?? 'several'} ${thing}s`;
}

function evidenceIn(
  text: string,
  span: Span,
  signs: Signs,
  figures: readonly Figure[],
): readonly Span[] {
  const ranked = signs.superlative ? words.RANK.exec(text.slice(span.start, span.end)) : null;
  const start = span.start + (ranked?.index ?? 0);
  const matched = [
    ...signs.telling.filter((word) => word.start >= span.start),
    ...(ranked === null ? [] : [{ start, end: start + ranked[0].length }]),
  ];
  const inOrder = [...matched, ...figures.map((figure) => figure.span)]
    .flatMap((piece) => snapToGraphemes(text, piece) ?? [])
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let reached = 0;
  return inOrder.filter(({ start: from, end }) => {
    const isApart = reached <= from;
    reached = Math.max(reached, end);
    return isApart;
  });
}
