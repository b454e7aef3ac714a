import { eq } from 'drizzle-orm';
import * as schema from '../schema';
import { mayChangeThing } from './archive-stores';
import { nowhere, tableStore, type Store } from './table-store';
import { isConfidential, withholdHistory } from './withhold';

/** What is asked about one annotation alone stands in that annotation's history. */
export const inquiryStore = tableStore(schema.inquiry, (_desk, _id, state) => {
  const [first, ...others] = state['annotationIds'] as readonly string[];
  const annotationId = others.length === 0 ? (first ?? null) : null;
  return { articleId: String(state['articleId']), annotationId };
});

export const inquiryAnswerStore = tableStore(schema.inquiryAnswer, (desk, _id, state) => {
  const annotationId = String(state['annotationId']);
  const { annotation } = schema;
  const row = desk.orm
    .select({ articleId: annotation.articleId })
    .from(annotation)
    .where(eq(annotation.id, annotationId))
    .get();
  return { articleId: row?.articleId ?? null, annotationId };
});

const contactTable = tableStore(
  schema.contact,
  (desk, _id, state) => {
    const { check } = schema;
    const { articleId, annotationId } = check;
    const row = desk.orm
      .select({ articleId, annotationId })
      .from(check)
      .where(eq(check.id, String(state['checkId'])))
      .get();
    return row ?? nowhere();
  },
  (_desk, state) => isConfidential(state['terms']),
);

/** What was said in confidence leaves the history, for what was written while it was not. */
export const contactStore: Store = {
  ...contactTable,
  mayChange: mayChangeThing,
  update(desk, id, patch, version) {
    contactTable.update(desk, id, patch, version);
    if (!isConfidential(patch['terms'])) return;
    const told = `SELECT seq, changes FROM event WHERE entity = 'contact' AND entity_id = :id`;
    withholdHistory(desk, told, id);
  },
};
