import { z } from 'zod';
import { readJson } from '@/app/server/body';
import { door } from '@/app/server/door';
import { stopSuggesting, suggest, suggestProgress } from '@/app/server/suggesting';
import { currentDesk } from '@/db/client';
import { listArticleIds } from '@/db/queries/detectable';

const BODY = z.union([
  z.object({ articleId: z.string().max(40) }),
  z.object({ collectionId: z.string().max(40).nullable() }),
  z.object({ stop: z.literal(true) }),
]);

/** How far the suggestions that were asked for have come: a ReadingState. */
export const GET = door('readDesk', () =>
  Response.json(suggestProgress(), { headers: { 'cache-control': 'no-store' } }),
);

/** Has an article or a collection (null: the desk) read for suggestions, or stops; answers at once. */
export const POST = door('suggestAnnotations', async (request, actor) => {
  const body = await readJson(request, BODY);
  if (body === null) return Response.json({ message: 'The request is not understood.' }, { status: 400 }); // prettier-ignore
  if ('stop' in body) stopSuggesting();
  else if ('articleId' in body) suggest([body.articleId], actor.id);
  else suggest(listArticleIds(currentDesk(), body.collectionId), actor.id);
  return Response.json(suggestProgress());
});
