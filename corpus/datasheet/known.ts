import { figure } from '../wording/numbers';
import type { QuestionId } from './questions';

/** How much a dataset holds. */
export interface Contents {
  readonly articles: number;
  readonly annotations: number;
  readonly spans: number;
  readonly evidence: number;
}

/** What Stet answers by itself, of every dataset that it writes; people may add to each. */
export const KNOWN: Readonly<Partial<Record<QuestionId, (contents: Contents) => string>>> = {
  instances: ({ articles, annotations, spans, evidence }) =>
    `${figure(articles)} articles, with ${figure(annotations)} annotations (claims, quotes, attributions), ${figure(spans)} spans and ${figure(evidence)} citations of evidence.`,
  labels: () =>
    'Claims, quotes and attributions with their parts, types and flags, and the finding of each check that was made. Each annotation says in which layer it stands and who made it.',
  missing: () =>
    'Suggestions that no person accepted, removed things, and evidence given off the record or on deep background. What is withheld is counted.',
  relations: () =>
    'An attribution holds its content, source, cue and addressee; a check belongs to its annotation, a citation to its check.',
  confidential: () =>
    'Evidence given off the record or on deep background is never in a dataset of Stet.',
  preparation: () =>
    'Only line ends, white space at the edges of blocks and the wrapping of lines were undone; nothing is normalised. The text’s SHA-256 proves it.',
  labelling: () =>
    'People marked the words, in Stet, by the guide of the collection. Where a rule proposed a mark, a person accepted it, and its origin says so.',
  software: () => 'Stet.',
};
