import { currentDesk } from '@/db/client';
import { listSuggestions } from '@/db/queries/suggestions';

/** The open suggestions of an article's newest revision, as ReadingAnnotations. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const suggestions = listSuggestions(currentDesk(), (await params).id);
  return Response.json(suggestions, { headers: { 'cache-control': 'no-store' } });
}
