import { currentDesk } from '@/db/client';
import { findJoinedInto } from '@/db/commands/live-article';
import { findReading } from '@/db/queries/reading';

/** A ReadingArticle, or 404 with the article that it was joined to. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  const reading = findReading(currentDesk(), id);
  if (reading === null) {
    const joinedInto = findJoinedInto(currentDesk(), id);
    return Response.json({ message: 'There is no such article.', joinedInto }, { status: 404 });
  }
  return Response.json(reading, { headers: { 'cache-control': 'no-store' } });
}
