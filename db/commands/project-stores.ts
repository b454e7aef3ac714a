import * as schema from '../schema';
import { nowhere, tableStore, type Store } from './table-store';

/** Keeps rows that are never changed: the next version of a collection's text or words is a row of its own. */
function numberedStore(table: typeof schema.guide | typeof schema.tagSet): Store {
  const rows = tableStore(table, nowhere);
  return {
    ...rows,
    insert(desk, id, { number, ...state }) {
      desk.orm
        .insert(table)
        .values({ ...state, id, version: Number(number) } as never)
        .run();
    },
  };
}

export const guideStore = numberedStore(schema.guide);
export const tagSetStore = numberedStore(schema.tagSet);
export const datasheetStore = tableStore(schema.datasheet, nowhere);
export const projectStore = tableStore(schema.project, nowhere);
export const projectMemberStore = tableStore(schema.projectMember, nowhere);
export const projectArticleStore = tableStore(schema.projectArticle, (_desk, articleId) => ({
  articleId,
  annotationId: null,
}));
export const assignmentStore = tableStore(schema.assignment, (_desk, _id, state) => ({
  articleId: String(state['articleId']),
  annotationId: null,
}));
