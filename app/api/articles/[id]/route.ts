import { currentDesk } from '@/db/client';
import { findReading } from '@/db/queries/reading';

/** A ReadingArticle, or 404. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const reading = findReading(currentDesk(), (await params).id);
  if (reading === null)
    return Response.json({ message: 'There is no such article.' }, { status: 404 });
  return Response.json(reading, { headers: { 'cache-control': 'no-store' } });
}
