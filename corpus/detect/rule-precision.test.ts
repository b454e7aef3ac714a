import { expect, it } from 'vitest';
import { layOut } from '../document/text';
import type { Span } from '../spans/span';
import { MARKED_ARTICLES, type MarkedArticle } from './cases/articles.testing';
import { detect } from './detect';
import type { Suggestion } from './model';
import { DOUBTS, DOUBT_WORDS } from './doubts';
import { COUNTS, DOUBTED } from './rule-precision';
import { COUNTED } from './claims/confidence';
import { CLAIM_CASES } from './claims/cases.testing';
import { articleOf, claimsOf } from './claims/blocks.testing';

type Counts = Record<string, [right: number, of: number]>;

function count(counts: Counts, rule: string, isRight: boolean): void {
  const known = (counts[rule] ??= [0, 0]);
  if (isRight) known[0]++;
  known[1]++;
}

function wordsIn(text: string, spans: readonly Span[]): ReadonlySet<number> {
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => index);
  return new Set(words.filter((at) => spans.some(({ start, end }) => at >= start && at < end)));
}

function overlap(text: string, a: readonly Span[], b: readonly Span[]): number {
  const [first, second] = [wordsIn(text, a), wordsIn(text, b)];
  const shared = [...first].filter((word) => second.has(word)).length;
  return shared / (first.size + second.size - shared || 1);
}

const of = ({ spans }: Suggestion, part: string) => spans.filter((span) => span.part === part);

/** Right as a person would take it: half of the content's words, and the source where one is marked. */
function isRight(article: MarkedArticle, suggestion: Suggestion): boolean {
  const { text, attributions, claims } = article;
  const content = of(suggestion, 'content');
  if (suggestion.kind === 'claim') return claims.some((at) => isAtClaim(text, at, content[0]!));
  if (suggestion.kind === 'quote') {
    return attributions.some(({ content: marked }) =>
      content.every((q) => marked.some((m) => m.start <= q.start && q.end <= m.end)),
    );
  }
  const [source] = of(suggestion, 'source');
  return attributions.some(
    (marked) =>
      overlap(text, marked.content, content) >= 0.5 &&
      (marked.source === null ||
        (source !== undefined && overlap(text, [marked.source], [source]) > 0)),
  );
}

/** A claim begins at its mark, or behind the dateline that follows it. */
function isAtClaim(text: string, at: number, { start, end }: Span): boolean {
  return at === start || (at < start && !/[.!?]”? /.test(text.slice(at, start)) && end > at);
}

function detectIn({ text }: MarkedArticle): readonly Suggestion[] {
  const drafts = text.split('\n\n').map((words, index) => ({
    role: index === 0 ? ('headline' as const) : ('paragraph' as const),
    text: words,
    depth: 0,
    group: null,
    original: null,
  }));
  return detect({ ...layOut(drafts), date: null });
}

it('is counted from the articles written for Stet', () => {
  const counts: Counts = {};
  const doubted: Counts = { held: [0, 0], unreal: [0, 0], thought: [0, 0], joined: [0, 0] };
  for (const article of MARKED_ARTICLES) {
    for (const suggestion of detectIn(article)) {
      if (suggestion.kind === 'claim') continue;
      const doubt = DOUBTS.find((name) => suggestion.reason.endsWith(DOUBT_WORDS[name]));
      const [table, row] = doubt === undefined ? [counts, suggestion.rule] : [doubted, doubt];
      count(table, row, isRight(article, suggestion));
    }
  }
  expect(counts).toEqual(COUNTS);
  expect(doubted).toEqual(DOUBTED);
});

it('is counted for claims in the same way', () => {
  const counts: Counts = {};
  for (const [worth, sentence] of CLAIM_CASES) {
    for (const { rule } of claimsOf(articleOf(['Why?', sentence]))) {
      count(counts, rule, worth !== 'none');
    }
  }
  for (const article of MARKED_ARTICLES) {
    for (const suggestion of detectIn(article)) {
      if (suggestion.kind === 'claim') count(counts, suggestion.rule, isRight(article, suggestion));
    }
  }
  expect(counts).toEqual(COUNTED);
});

it('finds at least 85 in 100 of the marked attributions', () => {
  let marked = 0;
  let found = 0;
  for (const article of MARKED_ARTICLES) {
    const contents = detectIn(article)
      .filter(({ kind }) => kind === 'attribution')
      .map((suggestion) => of(suggestion, 'content'));
    for (const { content } of article.attributions) {
      marked++;
      if (contents.some((spans) => overlap(article.text, content, spans) >= 0.5)) found++;
    }
  }
  expect(found / marked).toBeGreaterThanOrEqual(0.85);
});
