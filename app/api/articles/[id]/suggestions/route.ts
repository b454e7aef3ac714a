import { door } from '@/app/server/door';
import { viewOf } from '@/app/server/view';
import { listSuggestions } from '@/db/queries/suggestions';

/** The open suggestions of an article's newest revision, as ReadingAnnotations. */
export const GET = door<{ id: string }>('readDesk', async (_request, actor, { params }) => {
  const suggestions = listSuggestions(viewOf(actor), (await params).id);
  return Response.json(suggestions, { headers: { 'cache-control': 'no-store' } });
});
