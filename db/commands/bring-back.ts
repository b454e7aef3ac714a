import { eq } from 'drizzle-orm';
import * as schema from '../schema';
import { readCutBase } from './cut-base';
import { listCutMarks, moveMark, shiftMark } from './cut-marks';
import { storeText } from './cuts';
import type { Ledger } from './ledger';
import { findJoinedInto } from './live-article';

/**
 * The article that holds the text of a known one: itself, or the one that it was joined to. Where
 * that one has a later text without it, the article that was joined comes back, with the marks
 * whose words went with it.
 */
export function findOrBringBack(ledger: Ledger, articleId: string, text: string): string {
  const { desk } = ledger;
  const holder = findJoinedInto(desk, articleId);
  if (holder === null) return articleId;
  const held = readCutBase(desk, holder.id);
  if (held.text.includes(text)) return holder.id;
  ledger.change('article', articleId, null, { removed: false, joinedInto: null });
  const own = readCutBase(desk, articleId);
  const back = storeText(ledger, own, articleId, own.drafts, `Apart from “${holder.headline}” again`); // prettier-ignore
  for (const mark of listCutMarks(ledger, holder.id, held.revisionId)) {
    if (mark.spans.length > 0 || !hasStoodOn(ledger, mark.targetId, articleId)) continue;
    moveMark(ledger, mark, articleId);
    shiftMark(ledger, mark, held.revisionId, back, 0);
  }
  return articleId;
}

function hasStoodOn({ desk }: Ledger, targetId: string, articleId: string): boolean {
  const { revision, span } = schema;
  return desk.orm
    .select({ articleId: revision.articleId })
    .from(span)
    .innerJoin(revision, eq(revision.id, span.revisionId))
    .where(eq(span.targetId, targetId))
    .all()
    .some((row) => row.articleId === articleId);
}
