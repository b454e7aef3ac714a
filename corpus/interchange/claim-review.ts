import type { Finding } from '../verification/model';
import type { DatasetAnnotation, DatasetArticle } from './article';
import { arrayFile, type FormatDeclaration } from './format';
import { allOf, attributes, authors, blockRoles, ofEach } from './losing';

/** A finding as schema.org tells it; what nobody can rate has words and no number. */
const RATINGS: Readonly<Partial<Record<Finding, readonly [value: number | null, words: string]>>> =
  {
    supported: [5, 'True'],
    supported_with_caveat: [4, 'Mostly true'],
    conflicting: [3, 'Mixed'],
    refuted_partly: [2, 'Mostly false'],
    refuted: [1, 'False'],
    insufficient: [null, 'Unproven'],
  };

/** Statuses in which somebody has finished checking. */
const DONE: readonly string[] = ['checked', 'signed_off'];

/** The claim's words with its rating; null where it is no claim that was checked and can be told. */
export function reviewedClaim({ kind, check, parts }: DatasetAnnotation) {
  if (kind !== 'claim' || check === null || !DONE.includes(check.status)) return null;
  const rating = check.finding === null ? undefined : RATINGS[check.finding];
  if (rating === undefined) return null;
  const words = parts.flatMap(({ pieces }) => pieces.map(({ exact }) => exact)).join(' ');
  return { words, rating, check };
}

export const loseUnreviewed = ofEach((annotation, losses) => {
  const { id, kind } = annotation;
  if (kind !== 'claim') losses.note('quotes and attributions', id);
  else if (reviewedClaim(annotation) === null) losses.note('claims without a finished finding', id);
});

/** schema.org's ClaimReview, an array of JSON-LD: checked claims only, each with its rating. */
export const claimreview: FormatDeclaration = {
  name: 'ClaimReview',
  carries: 'checked claims with their ratings, as search engines read them',
  unit: 'none',
  files: { 'claimreviews.json': 'a review for each checked claim' },
  own: [],
  lose: allOf(
    ({ id }, losses) => losses.note('texts of articles and places in them', id),
    blockRoles,
    attributes,
    authors,
    loseUnreviewed,
    ofEach(({ id, check }, losses) => {
      if (check !== null) losses.note('citations of evidence', id, check.evidence.length);
    }),
  ),
  encoder: () => ({
    filesOf: () => [],
    files: [
      arrayFile('claimreviews.json', 'application/ld+json', (article) =>
        article.annotations.flatMap((annotation) => reviewOf(article, annotation) ?? []),
      ),
    ],
  }),
};

function reviewOf(article: DatasetArticle, annotation: DatasetAnnotation): object | null {
  const reviewed = reviewedClaim(annotation);
  if (reviewed === null) return null;
  const { words, rating, check } = reviewed;
  const [ratingValue, alternateName] = rating;
  const last = check.signedAt ?? check.assessments.at(-1)?.at ?? annotation.createdAt;
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    url: `urn:stet:annotation:${annotation.id}`,
    claimReviewed: words,
    datePublished: last.slice(0, 10),
    author: { '@type': 'Organization', name: article.collection },
    ...(check.rationale === null ? {} : { reviewBody: check.rationale }),
    itemReviewed: {
      '@type': 'Claim',
      ...(article.date === null ? {} : { datePublished: article.date }),
      appearance: {
        '@type': 'NewsArticle',
        url: `urn:stet:article:${article.id}`,
        headline: article.headline,
      },
    },
    reviewRating: {
      '@type': 'Rating',
      ...(ratingValue === null ? {} : { ratingValue, bestRating: 5, worstRating: 1 }),
      alternateName,
    },
  };
}
