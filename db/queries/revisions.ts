import { OUTCOMES, type Carried } from '@/corpus/anchoring/carry';
import type { ReviewItem, RevisionReview } from '@/corpus/anchoring/review';
import type { PartSpan } from '@/corpus/annotation/model';
import type { Desk } from '../client';

type Outcomes = Readonly<Record<Carried['outcome'], number>>;

/** How many marks came to a revision in each way. */
export function countOutcomes(desk: Desk, revisionId: string): Outcomes {
  const rows = desk.sqlite
    .prepare<[string], { outcome: Carried['outcome']; count: number }>(
      `SELECT n.outcome, count(*) AS count FROM anchoring n
       JOIN annotation a ON a.target_id = n.target_id
       JOIN revision v ON v.id = n.revision_id AND v.article_id = a.article_id
       WHERE n.revision_id = ? AND a.removed = 0 AND a.origin <> 'suggestion' GROUP BY n.outcome`,
    )
    .all(revisionId);
  const none = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0]));
  const counted = Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count]));
  return { ...none, ...counted } as Outcomes;
}

interface ReviewRow {
  readonly annotationId: string;
  readonly annotationVersion: number;
  readonly targetId: string;
  readonly kind: ReviewItem['kind'];
  readonly outcome: ReviewItem['outcome'];
  readonly decision: ReviewItem['decision'];
  readonly status: ReviewItem['status'];
  readonly places: string | null;
}

/** The review of an article's newest revision; null where the article has but one, or is not there. */
export function findReview(desk: Desk, articleId: string): RevisionReview | null {
  const head = desk.sqlite
    .prepare<[string], { revisionId: string; number: number; headline: string }>(
      `SELECT v.id AS revisionId, v.number, r.headline FROM revision v
       JOIN article r ON r.id = v.article_id
       WHERE v.article_id = ? AND r.removed = 0 ORDER BY v.number DESC LIMIT 1`,
    )
    .get(articleId);
  if (head === undefined || head.number < 2) return null;
  const rows = desk.sqlite
    .prepare<[string], ReviewRow>(
      `SELECT a.id AS annotationId, a.version AS annotationVersion, a.target_id AS targetId, a.kind,
         n.outcome, n.places, c.status,
         (SELECT d.decision FROM carry_review d WHERE d.annotation_id = a.id
            AND d.revision_id = n.revision_id AND d.removed = 0 ORDER BY d.id DESC LIMIT 1) AS decision
       FROM anchoring n JOIN annotation a ON a.target_id = n.target_id
       JOIN revision v ON v.id = n.revision_id AND v.article_id = a.article_id
       LEFT JOIN "check" c ON c.annotation_id = a.id
       WHERE n.revision_id = ? AND a.removed = 0 AND a.origin <> 'suggestion'
         AND n.outcome IN ('changed', 'ambiguous', 'lost')`,
    )
    .all(head.revisionId);
  const items = rows.map((row) => itemOf(desk, row, head.revisionId));
  return {
    articleId,
    ...head,
    counts: countOutcomes(desk, head.revisionId),
    items: inOrder(items),
  };
}

const ORDER: readonly Carried['outcome'][] = ['changed', 'ambiguous', 'lost'];

function inOrder(items: readonly ReviewItem[]): readonly ReviewItem[] {
  const place = ({ spans, places }: ReviewItem) => spans[0]?.start ?? places[0]?.start ?? Infinity;
  const rank = ({ outcome }: ReviewItem) => ORDER.indexOf(outcome);
  return [...items].sort((x, y) => rank(x) - rank(y) || place(x) - place(y));
}

function itemOf(
  desk: Desk,
  { targetId, places, ...row }: ReviewRow,
  revisionId: string,
): ReviewItem {
  const now = spansOn(desk, targetId, '= ?', revisionId);
  return {
    ...row,
    before: wordsOf(spansOn(desk, targetId, '< ?', revisionId)),
    after: now.length === 0 ? null : wordsOf(now),
    spans: now.map(({ exact: _exact, ...span }) => span),
    places: places === null ? [] : (JSON.parse(places) as ReviewItem['places']),
  };
}

type WordedSpan = PartSpan & { readonly exact: string };

/** A target's spans on the newest revision, of whichever article, whose id passes the test. */
function spansOn(
  desk: Desk,
  targetId: string,
  test: '= ?' | '< ?',
  revisionId: string,
): WordedSpan[] {
  return desk.sqlite
    .prepare<[string, string, string], WordedSpan>(
      `SELECT part, ordinal, piece, start, "end", exact FROM span
       WHERE target_id = ? AND revision_id =
         (SELECT max(revision_id) FROM span WHERE target_id = ? AND revision_id ${test})
       ORDER BY start`,
    )
    .all(targetId, targetId, revisionId);
}

function wordsOf(spans: readonly WordedSpan[]): string {
  const content = spans.filter(({ part }) => part === 'content');
  return content.map(({ exact }) => exact).join(' … ');
}

/** A revision's text; throws where there is none with this id. */
export function revisionText(desk: Desk, revisionId: string): string {
  const text = desk.sqlite
    .prepare<[string], string>('SELECT text FROM revision WHERE id = ?')
    .pluck()
    .get(revisionId);
  if (text === undefined) throw new Error(`there is no revision ${revisionId}`);
  return text;
}
