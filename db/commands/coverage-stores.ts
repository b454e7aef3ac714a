import { eq } from 'drizzle-orm';
import { anchorSpan } from '@/corpus/spans/span';
import { revisionText } from '../queries/revisions';
import * as schema from '../schema';
import { nowhere, tableStore, type Store } from './table-store';

const ofArticle: Store['place'] = (_desk, _id, state) => ({
  articleId: String(state['articleId']),
  annotationId: null,
});

const nothingTable = tableStore(schema.nothingToCheck, ofArticle);

/**
 * A nothing-to-check mark is made with the place of its words on a revision, which is then kept in
 * `span` and carried from revision to revision with its target.
 */
export const nothingToCheckStore: Store = {
  ...nothingTable,
  insert(desk, id, { revisionId, start, end, ...row }) {
    const targetId = String(row['targetId']);
    const { anchoring, span, target } = schema;
    const place = { targetId, revisionId: String(revisionId) };
    desk.orm
      .insert(target)
      .values({ id: targetId, articleId: String(row['articleId']), createdAt: String(row['createdAt']) })
      .run(); // prettier-ignore
    nothingTable.insert(desk, id, row);
    const anchored = anchorSpan(revisionText(desk, place.revisionId), { start: Number(start), end: Number(end) }); // prettier-ignore
    desk.orm
      .insert(span)
      .values({ ...place, part: 'content', ordinal: 0, piece: 0, ...anchored })
      .run();
    desk.orm.insert(anchoring).values({ ...place, outcome: 'unchanged' }).run(); // prettier-ignore
  },
  update(desk, id, patch, version) {
    nothingTable.update(desk, id, patch, version);
    if (typeof patch['articleId'] !== 'string') return;
    const targetId = String(nothingTable.read(desk, id)!.state['targetId']);
    const { target } = schema;
    desk.orm.update(target).set({ articleId: patch['articleId'] }).where(eq(target.id, targetId)).run(); // prettier-ignore
  },
};

export const articleSignatureStore = tableStore(schema.articleSignature, ofArticle);
export const checklistStore = tableStore(schema.checklist, nowhere);
export const checklistTickStore = tableStore(schema.checklistTick, ofArticle);
