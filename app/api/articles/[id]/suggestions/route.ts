import { door } from '@/app/server/door';
import { currentDesk } from '@/db/client';
import { listSuggestions } from '@/db/queries/suggestions';

/** The open suggestions of an article's newest revision, as ReadingAnnotations. */
export const GET = door<{ id: string }>('readDesk', async (_request, _actor, { params }) => {
  const suggestions = listSuggestions(currentDesk(), (await params).id);
  return Response.json(suggestions, { headers: { 'cache-control': 'no-store' } });
});
