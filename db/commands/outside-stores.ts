import { eq } from 'drizzle-orm';
import * as schema from '../schema';
import { tableStore } from './table-store';

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
