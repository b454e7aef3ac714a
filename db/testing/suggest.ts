import type { Suggestion } from '@/corpus/detect/model';
import { proposeSuggestions } from '../commands/propose';
import { findDetectable } from '../queries/detectable';
import type { TestDesk } from './desk';
import { spanOf } from './work';

type Detail = Partial<Omit<Suggestion, 'kind' | 'spans'>>;

/** A suggestion about the first place of some words. */
export function suggestionOf(
  text: string,
  kind: Suggestion['kind'],
  words: string,
  detail: Detail & { readonly source?: string; readonly cue?: string } = {},
): Suggestion {
  const { source, cue, ...rest } = detail;
  return {
    kind,
    spans: [
      spanOf(text, words),
      ...(source === undefined ? [] : [spanOf(text, source, 'source')]),
      ...(cue === undefined ? [] : [spanOf(text, cue, 'cue')]),
    ],
    rule: `${kind}-test`,
    evidence: [],
    reason: 'words that a test wants',
    confidence: 0.9,
    types: [],
    flags: [],
    speech: null,
    sourceType: null,
    anonymityReason: null,
    speaker: null,
    score: null,
    figures: [],
    dates: [],
    ...rest,
  };
}

/** Proposes suggestions for an article as the detector `test` would, about its newest revision. */
export function propose(
  test: TestDesk,
  articleId: string,
  suggest: (text: string) => readonly Suggestion[],
): ReturnType<typeof proposeSuggestions> {
  const { revisionId, inputHash, text } = findDetectable(test.desk, articleId)!;
  const detector = { name: 'test', version: '1' };
  const suggestions = suggest(text);
  return proposeSuggestions(test.desk, test.actor, { articleId, revisionId, inputHash, detector, suggestions }); // prettier-ignore
}
