import { currentDesk } from '@/db/client';
import { listDiscussions } from '@/db/queries/discussions';

/** The discussions of an article that came with a file. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const discussions = listDiscussions(currentDesk(), (await params).id);
  return Response.json(discussions, { headers: { 'cache-control': 'no-store' } });
}
