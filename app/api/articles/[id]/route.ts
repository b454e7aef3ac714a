import { door } from '@/app/server/door';
import { viewOf } from '@/app/server/view';
import { suggestByItself } from '@/app/server/suggesting';
import { findJoinedInto } from '@/db/commands/live-article';
import { findReading } from '@/db/queries/reading';

/**
 * A ReadingArticle, or 404 with the article that it was joined to; has it read for suggestions
 * where it was not yet.
 */
export const GET = door<{ id: string }>('readDesk', async (_request, actor, { params }) => {
  const { id } = await params;
  const reading = findReading(viewOf(actor), id);
  if (reading === null) {
    const joinedInto = findJoinedInto(viewOf(actor), id);
    return Response.json({ message: 'There is no such article.', joinedInto }, { status: 404 });
  }
  suggestByItself([reading.article.id], actor.id);
  return Response.json(reading, { headers: { 'cache-control': 'no-store' } });
});
