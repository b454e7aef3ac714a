import { door } from '@/app/server/door';
import { receive } from '@/app/server/import-source';
import { importStream } from '@/app/server/import-stream';
import type { ImportLine } from '@/corpus/ingest/report';
import { currentDesk } from '@/db/client';
import { listCollections } from '@/db/queries/desk';

/**
 * Imports what is sent (`receive`) into `?collection=` (an id), passing over the first `?from=`
 * parts of an archive; answers lines of ImportLine.
 */
export const POST = door('importFiles', async (request, actor) => {
  const query = new URL(request.url).searchParams;
  const desk = currentDesk();
  const collections = listCollections(desk);
  const wanted = query.get('collection');
  const collection = wanted === null ? collections[0] : collections.find(({ id }) => id === wanted);
  if (collection === undefined) {
    return Response.json({ message: 'This collection is not on the desk.' }, { status: 404 });
  }
  const got = await receive(request);
  if (got === null) return new Response(null, { status: 400 });
  if ('refused' in got) return answer(refusalLines(got));
  const from = Math.max(0, Math.trunc(Number(query.get('from') ?? 0)) || 0);
  return answer(importStream({ desk, actor, collectionId: collection.id, ...got, from }));
});

function answer(lines: BodyInit): Response {
  const headers = { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' };
  return new Response(lines, { headers });
}

function refusalLines(report: { readonly file: string; readonly refused: string }): string {
  const lines: ImportLine[] = [{ report, at: 1, of: 1, share: 1 }, { end: true }];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
