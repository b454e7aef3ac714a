import type { DatasetAnnotation, DatasetArticle } from './article';
import type { Losses } from './loss';

/** A rule says what of an article a format cannot carry. */
type LossRule = (article: DatasetArticle, losses: Losses) => void;

/** What several formats lose, by name; a format's own rules stand with its writer. */
export const articleFacts: LossRule = ({ id }, losses) =>
  losses.note('headlines, dates and other facts about articles', id);

export const blockRoles: LossRule = ({ id, blocks }, losses) =>
  losses.note('blocks and their roles', id, blocks.length);

export const emptyArticles: LossRule = ({ id, annotations }, losses) => {
  if (annotations.length === 0) losses.note('articles without annotations', id);
};

export const checks = ofEach((annotation, losses) => {
  if (annotation.check !== null) losses.note('checks, with their evidence', annotation.id);
});

export const attributes = ofEach(({ id, ...said }, losses) =>
  losses.note('attributes', id, countAttributes(said)),
);

export const anonymityReasons = ofEach(({ id, anonymityReason }, losses) => {
  if (anonymityReason !== null) losses.note('reasons for anonymity', id);
});

export const authors = ofEach(({ id }, losses) => losses.note('who marked it and when', id));

export const origins = ofEach(({ id, origin }, losses) => {
  if (origin === 'import') losses.note('that a mark was imported', id);
});

export const annotationIds = ofEach(({ id }, losses) => losses.note('ids of annotations', id));

/** A rule for each annotation by itself. */
export function ofEach(rule: (annotation: DatasetAnnotation, losses: Losses) => void): LossRule {
  return ({ annotations }, losses) => {
    for (const annotation of annotations) rule(annotation, losses);
  };
}

/** All of the rules, one after the other. */
export function allOf(...rules: readonly LossRule[]): LossRule {
  return (article, losses) => {
    for (const rule of rules) rule(article, losses);
  };
}

/** How many attributes an annotation has. */
export function countAttributes({
  types,
  flags,
  speech,
  sourceType,
  terms,
  anonymityReason,
}: Pick<
  DatasetAnnotation,
  'types' | 'flags' | 'speech' | 'sourceType' | 'terms' | 'anonymityReason'
>): number {
  const said = [speech, sourceType, terms, anonymityReason].filter((value) => value !== null);
  return types.length + flags.length + said.length;
}
