import { currentActor } from '@/app/server/actor';
import { BodyTooLargeError, readBody } from '@/app/server/body';
import { findForeign } from '@/app/server/guard';
import type { ImportReport } from '@/corpus/ingest/report';
import { reportOf } from '@/app/server/import-report';
import { currentDesk } from '@/db/client';
import { importFile } from '@/db/commands/import';
import { listCollections } from '@/db/queries/desk';

const BODY_LIMIT = 20 * 1024 * 1024;

/** Imports the body as one file named `?file=` into `?collection=` (an id); answers an ImportReport. */
export async function POST(request: Request): Promise<Response> {
  const foreign = findForeign(request);
  if (foreign !== null) return Response.json({ message: foreign }, { status: 403 });
  const query = new URL(request.url).searchParams;
  const file = query.get('file')?.slice(0, 300) || 'Pasted text';
  const collections = listCollections(currentDesk());
  const wanted = query.get('collection');
  const collection = wanted === null ? collections[0] : collections.find(({ id }) => id === wanted);
  if (collection === undefined) {
    return Response.json({ message: 'This collection is not on the desk.' }, { status: 404 });
  }
  try {
    const bytes = await readBody(request, BODY_LIMIT);
    const outcome = importFile(currentDesk(), await currentActor(), collection.id, file, bytes);
    return Response.json(reportOf(outcome) satisfies ImportReport);
  } catch (error) {
    if (!(error instanceof BodyTooLargeError)) throw error;
    const refused = 'It is over 20 MB: split it, or take out what is not text.';
    return Response.json({ file, refused } satisfies ImportReport);
  }
}
