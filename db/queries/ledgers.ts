import { SHARED_LAYER, type PartSpan } from '@/corpus/annotation/model';
import { ledgersOf } from '@/corpus/ledgers/ledgers';
import type { LedgerAttribution, LedgerInput, Ledgers } from '@/corpus/ledgers/model';
import type { Span } from '@/corpus/spans/span';
import type { Disposition, Status } from '@/corpus/verification/model';
import type { Desk } from '../client';
import { findNewestText } from './coverage';

interface Row {
  readonly id: string;
  readonly kind: 'claim' | 'quote' | 'attribution';
  readonly origin: string;
  readonly sourceType: LedgerAttribution['sourceType'];
  readonly terms: LedgerAttribution['terms'];
  readonly anonymityReason: string | null;
  readonly sourceKey: string | null;
  readonly status: Status | null;
  readonly disposition: Disposition | null;
  readonly rationale: string | null;
  readonly personsBehind: number | null;
  readonly spans: string;
}

/** The ledgers of an article's newest revision; null where the article is gone. */
export function findLedgers(desk: Desk, articleId: string): Ledgers | null {
  const newest = findNewestText(desk, articleId);
  return newest === null ? null : ledgersOf(readInput(desk, articleId, newest.id, newest.text));
}

function readInput(desk: Desk, articleId: string, revisionId: string, text: string): LedgerInput {
  const blocks = desk.sqlite
    .prepare<[string], LedgerInput['blocks'][number]>(
      'SELECT role, start, "end" FROM block WHERE revision_id = ? ORDER BY ordinal',
    )
    .all(revisionId);
  const date = desk.sqlite
    .prepare<[string], string | null>('SELECT date FROM article WHERE id = ?')
    .pluck()
    .get(articleId);
  const rows = readRows(desk, articleId, revisionId);
  const contentOf = (row: Row) => spansOf(row, 'content');
  return {
    text,
    blocks,
    date: /^\d{4}-\d{2}-\d{2}$/.test(date ?? '') ? date! : null,
    attributions: rows.filter(({ kind }) => kind === 'attribution').map(attributionOf),
    checkedClaims: rows.filter(({ kind, status }) => kind === 'claim' && (status === 'checked' || status === 'signed_off')).flatMap(contentOf), // prettier-ignore
    onAuthor: rows
      .filter(({ disposition }) => disposition === 'on_author')
      .map((row) => ({ annotationId: row.id, spans: contentOf(row), reason: row.rationale?.trim() || null })), // prettier-ignore
  };
}

function readRows(desk: Desk, articleId: string, revisionId: string): readonly Row[] {
  return desk.sqlite
    .prepare<[{ articleId: string; revisionId: string; layer: string }], Row>(
      `SELECT a.id, a.kind, a.origin, a.source_type AS sourceType, a.terms,
         a.anonymity_reason AS anonymityReason, n.key AS sourceKey, c.status, c.disposition, c.rationale,
         (SELECT nullif(count(DISTINCT i.origin), 0) FROM citation x
            JOIN evidence_item i ON i.id = x.evidence_item_id
            WHERE x.check_id = c.id AND x.removed = 0 AND i.removed = 0
              AND i.kind IN ('person', 'recording', 'transcript', 'speaker_confirmation')) AS personsBehind,
         json_group_array(json_object('part', s.part, 'start', s.start, 'end', s."end")) AS spans
       FROM annotation a JOIN span s ON s.target_id = a.target_id AND s.revision_id = @revisionId
       LEFT JOIN "check" c ON c.annotation_id = a.id
       LEFT JOIN attribution_source n ON n.annotation_id = a.id
       WHERE a.article_id = @articleId AND a.removed = 0 AND a.layer = @layer
       GROUP BY a.id ORDER BY min(s.start)`,
    )
    .all({ articleId, revisionId, layer: SHARED_LAYER });
}

function spansOf({ spans }: Row, part: PartSpan['part']): readonly Span[] {
  return (JSON.parse(spans) as PartSpan[])
    .filter((span) => span.part === part)
    .map(({ start, end }) => ({ start, end }))
    .sort((a, b) => a.start - b.start);
}

function attributionOf(row: Row): LedgerAttribution {
  const { id, origin, sourceType, terms, anonymityReason, sourceKey, personsBehind } = row;
  return {
    annotationId: id,
    isSuggested: origin === 'suggestion',
    content: spansOf(row, 'content'),
    source: spansOf(row, 'source'),
    ...{ sourceKey, sourceType, terms, anonymityReason, personsBehind },
  };
}
