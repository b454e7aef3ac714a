import { eq } from 'drizzle-orm';
import type { PartSpan } from '@/corpus/annotation/model';
import { anchorSpan } from '@/corpus/spans/span';
import type { Desk } from '../client';
import { inserter, prepared } from '../prepared';
import * as schema from '../schema';
import {
  archivedCopyStore,
  confidantStore,
  isOfConfidentialItem,
  knowsItem,
  mayChangeThing,
} from './archive-stores';
import {
  articleSignatureStore,
  checklistStore,
  checklistTickStore,
  nothingToCheckStore,
} from './coverage-stores';
import { contactStore, inquiryAnswerStore, inquiryStore } from './outside-stores';
import { projectCheck } from './project-check';
import {
  assignmentStore,
  datasheetStore,
  guideStore,
  projectArticleStore,
  projectMemberStore,
  projectStore,
  tagSetStore,
} from './project-stores';
import { nowhere, tableStore, type Place, type Store } from './table-store';
import { messageStore, threadStore } from './thread-stores';
import { isConfidential, withholdHistory } from './withhold';

const selectArticleId = ({ sqlite }: Desk) =>
  sqlite.prepare<[string], string>('SELECT article_id FROM annotation WHERE id = ?').pluck();

function placeOfAnnotation(desk: Desk, annotationId: string): Place {
  const articleId = prepared(desk, selectArticleId).get(annotationId) ?? null;
  return { articleId, annotationId };
}

const selectPlaceOfCheck = ({ sqlite }: Desk) =>
  sqlite.prepare<[string], Place>(
    'SELECT article_id AS articleId, annotation_id AS annotationId FROM "check" WHERE id = ?',
  );

function placeOfCheck(desk: Desk, checkId: string): Place {
  return prepared(desk, selectPlaceOfCheck).get(checkId) ?? nowhere();
}

const selectSpans = ({ sqlite }: Desk) =>
  sqlite.prepare<[string, string], PartSpan>(
    `SELECT part, ordinal, piece, start, "end" FROM span WHERE target_id = ? AND revision_id = ?
     ORDER BY part, ordinal, piece`,
  );

/** The spans of a target on one revision, in the order of parts and pieces. */
export function readSpans(desk: Desk, targetId: string, revisionId: string): PartSpan[] {
  return prepared(desk, selectSpans).all(targetId, revisionId);
}

const selectText = ({ sqlite }: Desk) =>
  sqlite.prepare<[string], string>('SELECT text FROM revision WHERE id = ?').pluck();

const deleteSpans = ({ sqlite }: Desk) =>
  sqlite.prepare<[string, string]>('DELETE FROM span WHERE target_id = ? AND revision_id = ?');

const insertSpan = inserter(schema.span);

function writeSpans(
  desk: Desk,
  targetId: string,
  revisionId: string,
  spans: readonly PartSpan[],
): void {
  const text = prepared(desk, selectText).get(revisionId);
  if (text === undefined) throw new Error(`revision ${revisionId} is missing`);
  prepared(desk, deleteSpans).run(targetId, revisionId);
  for (const { part, ordinal, piece, start, end } of spans) {
    const anchored = anchorSpan(text, { start, end });
    insertSpan(desk, { targetId, revisionId, part, ordinal, piece, ...anchored });
  }
}

function moveTarget(desk: Desk, annotationId: string, articleId: string): void {
  desk.sqlite
    .prepare<[string, string]>(
      'UPDATE target SET article_id = ? WHERE id = (SELECT target_id FROM annotation WHERE id = ?)',
    )
    .run(articleId, annotationId);
}

const annotationTable = tableStore(schema.annotation, (desk, id, state) => ({
  articleId: String(state['articleId']),
  annotationId: id,
}));

const insertTarget = ({ sqlite }: Desk) =>
  sqlite.prepare<[string, string, string]>(
    'INSERT INTO target (id, article_id, created_at) VALUES (?, ?, ?)',
  );

const insertAnchoring = ({ sqlite }: Desk) =>
  sqlite.prepare<[string, string]>(
    "INSERT INTO anchoring (target_id, revision_id, outcome) VALUES (?, ?, 'unchanged')",
  );

/** An annotation's state holds its spans and the revision that they are told for. */
const annotationStore: Store = {
  ...annotationTable,
  read(desk, id) {
    const found = annotationTable.read(desk, id);
    if (found === null) return null;
    const targetId = String(found.state['targetId']);
    const revisionId = latestRevisionId(desk, String(found.state['articleId']));
    const { updatedAt: _updatedAt, ...state } = found.state;
    return {
      version: found.version,
      state: { ...state, revisionId, spans: readSpans(desk, targetId, revisionId) },
    };
  },
  insert(desk, id, { revisionId, spans, ...row }) {
    const now = new Date().toISOString();
    const targetId = String(row['targetId']);
    prepared(desk, insertTarget).run(targetId, String(row['articleId']), now);
    annotationTable.insert(desk, id, { ...row, updatedAt: now });
    writeSpans(desk, targetId, String(revisionId), spans as PartSpan[]);
    prepared(desk, insertAnchoring).run(targetId, String(revisionId));
  },
  update(desk, id, { spans, revisionId: _revisionId, ...patch }, version) {
    annotationTable.update(desk, id, { ...patch, updatedAt: new Date().toISOString() }, version);
    if (typeof patch['articleId'] === 'string') moveTarget(desk, id, patch['articleId']);
    if (spans !== undefined) {
      const row = annotationTable.read(desk, id)!.state;
      const revisionId = latestRevisionId(desk, String(row['articleId']));
      writeSpans(desk, String(row['targetId']), revisionId, spans as PartSpan[]);
    }
    projectCheck(desk, id);
  },
};

/** The columns of a check that a person writes; the others are derived (project-check.ts). */
const CHECK_FIELDS = [
  'annotationId',
  'articleId',
  'collectionId',
  'status',
  'reason',
  'finding',
  'fidelity',
  'disposition',
  'replacement',
  'rationale',
  'assigneeId',
  'dueAt',
  'checkedBy',
  'signedBy',
  'signedAt',
  'signedHash',
] as const;

/** Fields that the queue's own columns and labels do not depend on. */
const UNPROJECTED: ReadonlySet<string> = new Set(['assigneeId', 'checkedBy', 'finding', 'fidelity', 'rationale', 'reason']); // prettier-ignore

const checkTable = tableStore(schema.check, (desk, id, state) => ({
  articleId: String(state['articleId']),
  annotationId: String(state['annotationId']),
}));

const checkStore: Store = {
  ...checkTable,
  read(desk, id) {
    const found = checkTable.read(desk, id);
    if (found === null) return null;
    const state = Object.fromEntries(CHECK_FIELDS.map((field) => [field, found.state[field]]));
    return { version: found.version, state };
  },
  insert(desk, id, state) {
    const updatedAt = new Date().toISOString();
    checkTable.insert(desk, id, { ...state, kind: 'claim', risk: 0, listed: false, updatedAt });
    projectCheck(desk, String(state['annotationId']));
  },
  update(desk, id, patch, version) {
    checkTable.update(desk, id, { ...patch, updatedAt: new Date().toISOString() }, version);
    if (Object.keys(patch).every((field) => UNPROJECTED.has(field))) return;
    const { annotationId } = placeOfCheck(desk, id);
    if (annotationId !== null) projectCheck(desk, annotationId);
  },
};

const evidenceTable = tableStore(schema.evidenceItem, nowhere, (_desk, state) =>
  isConfidential(state['terms']),
);

/** An item's events, and those of its citations and copies. */
const TOLD_OF_EVIDENCE = `
  SELECT seq, changes FROM event WHERE entity = 'evidence' AND entity_id = :id
  UNION ALL SELECT e.seq, e.changes FROM citation c
    JOIN event e ON e.entity = 'citation' AND e.entity_id = c.id
    WHERE c.evidence_item_id = :id
  UNION ALL SELECT e.seq, e.changes FROM archived_copy a
    JOIN event e ON e.entity = 'archivedCopy' AND e.entity_id = a.id
    WHERE a.evidence_item_id = :id`;

/** What becomes confidential leaves the history too, for what was written while it was not. */
const evidenceStore: Store = {
  ...evidenceTable,
  mayChange: mayChangeThing,
  update(desk, id, patch, version) {
    evidenceTable.update(desk, id, patch, version);
    if (isConfidential(patch['terms'])) withholdHistory(desk, TOLD_OF_EVIDENCE, id);
  },
};

const citationStore: Store = {
  ...tableStore(
    schema.citation,
    (desk, _id, state) => placeOfCheck(desk, String(state['checkId'])),
    isOfConfidentialItem,
  ),
  mayChange: (desk, _id, state, personId) => knowsItem(desk, state, personId),
};

export const STORES = {
  annotation: annotationStore,
  check: checkStore,
  assessment: tableStore(schema.assessment, (desk, _id, state) =>
    placeOfCheck(desk, String(state['checkId'])),
  ),
  evidence: evidenceStore,
  citation: citationStore,
  archivedCopy: archivedCopyStore,
  confidant: confidantStore,
  message: messageStore,
  thread: threadStore,
  view: tableStore(schema.savedView, nowhere),
  decision: tableStore(schema.decision, (desk, _id, state) =>
    placeOfCheck(desk, String(state['checkId'])),
  ),
  override: tableStore(schema.signOffOverride, (desk, _id, state) =>
    placeOfCheck(desk, String(state['checkId'])),
  ),
  carryReview: tableStore(schema.carryReview, (desk, _id, state) =>
    placeOfAnnotation(desk, String(state['annotationId'])),
  ),
  suggestion: tableStore(schema.suggestion, (_desk, id, state) => ({
    articleId: String(state['articleId']),
    annotationId: id,
  })),
  adjudication: tableStore(schema.adjudication, (_desk, _id, state) => ({
    articleId: String(state['articleId']),
    annotationId: null,
  })),
  ruleSwitch: tableStore(schema.ruleSwitch, nowhere),
  detector: tableStore(schema.detector, nowhere),
  source: tableStore(schema.source, nowhere),
  sourceAlias: tableStore(schema.sourceAlias, nowhere),
  nothingToCheck: nothingToCheckStore,
  articleSignature: articleSignatureStore,
  checklist: checklistStore,
  checklistTick: checklistTickStore,
  contact: contactStore,
  inquiry: inquiryStore,
  inquiryAnswer: inquiryAnswerStore,
  datasheet: datasheetStore,
  guide: guideStore,
  tagSet: tagSetStore,
  project: projectStore,
  projectMember: projectMemberStore,
  projectArticle: projectArticleStore,
  assignment: assignmentStore,
  person: tableStore(schema.person, nowhere),
  collection: tableStore(schema.collection, nowhere),
  article: tableStore(schema.article, (_desk, id) => ({ articleId: id, annotationId: null })),
  block: tableStore(schema.block, (desk, _id, state) => {
    const row = desk.orm
      .select({ articleId: schema.revision.articleId })
      .from(schema.revision)
      .where(eq(schema.revision.id, String(state['revisionId'])))
      .get();
    return { articleId: row?.articleId ?? null, annotationId: null };
  }),
} satisfies Record<string, Store>;

export type Entity = keyof typeof STORES;

const selectLatest = ({ sqlite }: Desk) =>
  sqlite
    .prepare<[string], string>(
      'SELECT id FROM revision WHERE article_id = ? ORDER BY number DESC LIMIT 1',
    )
    .pluck();

/** The newest revision of an article; throws where there is none. */
export function latestRevisionId(desk: Desk, articleId: string): string {
  const id = prepared(desk, selectLatest).get(articleId);
  if (id === undefined) throw new Error(`article ${articleId} has no revision`);
  return id;
}
