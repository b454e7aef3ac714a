import type { Finding } from '../verification/model';
import type { DatasetAnnotation, DatasetArticle, DatasetEvidence } from './article';
import { loseUnreviewed, reviewedClaim } from './claim-review';
import { arrayFile, type FormatDeclaration } from './format';
import { allOf, attributes, authors, blockRoles, ofEach } from './losing';

const LABELS: Readonly<Partial<Record<Finding, string>>> = {
  supported: 'Supported',
  supported_with_caveat: 'Supported',
  refuted: 'Refuted',
  refuted_partly: 'Refuted',
  conflicting: 'Conflicting Evidence/Cherrypicking',
  insufficient: 'Not Enough Evidence',
};

const CLAIM_TYPE = {
  number: 'Numerical Claim',
  poll: 'Numerical Claim',
  quote: 'Quote Verification',
  paraphrase: 'Quote Verification',
  position: 'Position Statement',
  cause: 'Causal Claim',
} as const;

/** AVeriTeC's JSON: checked claims with a label and, for each citation, a question that it answers. */
export const averitec: FormatDeclaration = {
  name: 'AVeriTeC',
  carries: 'checked claims with questions and answers, for verification research',
  unit: 'none',
  files: { 'claims.json': 'a claim with its label, its justification and its evidence' },
  own: [],
  lose: allOf(
    ({ id }, losses) => losses.note('texts of articles and places in them', id),
    blockRoles,
    attributes,
    authors,
    loseUnreviewed,
    ofEach(({ id, check }, losses) => {
      const { finding = null } = check ?? {};
      if (finding === 'supported_with_caveat' || finding === 'refuted_partly') {
        losses.note('the caveat or the part of a finding', id);
      }
    }),
  ),
  encoder: () => ({
    filesOf: () => [],
    files: [
      arrayFile('claims.json', 'application/json; charset=utf-8', (article) =>
        article.annotations.flatMap((annotation) => claimOf(article, annotation) ?? []),
      ),
    ],
  }),
};

function claimOf({ date, collection }: DatasetArticle, annotation: DatasetAnnotation) {
  const reviewed = reviewedClaim(annotation);
  if (reviewed === null) return null;
  const { words, check } = reviewed;
  const types = annotation.types.map((type) =>
    type in CLAIM_TYPE ? CLAIM_TYPE[type as keyof typeof CLAIM_TYPE] : 'Event/Property Claim',
  );
  return {
    claim: words,
    required_reannotation: false,
    label: LABELS[check.finding!]!,
    justification: check.rationale ?? '',
    claim_date: date === null ? null : date.split('-').reverse().join('-'),
    speaker: null,
    original_claim_url: null,
    cached_original_claim_url: null,
    fact_checking_article: null,
    reporting_source: collection,
    location_ISO_code: null,
    claim_types: types.length === 0 ? ['Event/Property Claim'] : [...new Set(types)],
    fact_checking_strategies: ['Written Evidence'],
    questions: check.evidence.map(questionOf),
  };
}

function questionOf({ title, place, excerpt, locator, kind }: DatasetEvidence) {
  const isWeb = /^https?:\/\//i.test(place);
  return {
    question: `What does “${title}” say${locator === null ? '' : `, ${locator}`}?`,
    answers: [
      {
        answer: excerpt ?? 'No answer could be found.',
        answer_type: excerpt === null ? 'Unanswerable' : 'Extractive',
        source_url: isWeb ? place : null,
        source_medium: isWeb ? 'Web text' : kind,
        cached_source_url: null,
      },
    ],
  };
}
