import { z } from 'zod';
import { currentActor } from '@/app/server/actor';
import { BodyTooLargeError, readBody } from '@/app/server/body';
import { findForeign } from '@/app/server/guard';
import { stopSuggesting, suggest, suggestProgress } from '@/app/server/suggesting';
import { currentDesk } from '@/db/client';
import { mayRun } from '@/db/policies';
import { listArticleIds } from '@/db/queries/detectable';

const BODY = z.union([
  z.object({ articleId: z.string().max(40) }),
  z.object({ collectionId: z.string().max(40).nullable() }),
  z.object({ stop: z.literal(true) }),
]);

/** How far the suggestions that were asked for have come: a ReadingState. */
export function GET(): Response {
  return Response.json(suggestProgress(), { headers: { 'cache-control': 'no-store' } });
}

/** Has an article or a collection (null: the desk) read for suggestions, or stops; answers at once. */
export async function POST(request: Request): Promise<Response> {
  const foreign = findForeign(request);
  if (foreign !== null) return Response.json({ message: foreign }, { status: 403 });
  const body = await parse(request);
  if (body === null) return Response.json({ message: 'The request is not understood.' }, { status: 400 }); // prettier-ignore
  const actor = await currentActor();
  if (!mayRun(actor.role, 'acceptSuggestion')) {
    return Response.json({ message: 'Your role on this desk does not allow that.' }, { status: 403 }); // prettier-ignore
  }
  if ('stop' in body) stopSuggesting();
  else if ('articleId' in body) suggest([body.articleId], actor.id);
  else suggest(listArticleIds(currentDesk(), body.collectionId), actor.id);
  return Response.json(suggestProgress());
}

async function parse(request: Request): Promise<z.infer<typeof BODY> | null> {
  try {
    const bytes = await readBody(request, 1000);
    return BODY.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null;
  } catch (error) {
    if (error instanceof BodyTooLargeError || error instanceof SyntaxError) return null;
    throw error;
  }
}
