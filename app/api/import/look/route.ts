import { closeSync } from 'node:fs';
import { door } from '@/app/server/door';
import { receive } from '@/app/server/import-source';
import { lookAt, type ImportLook } from '@/corpus/ingest/look';

/** Reads what is sent as an import does, and answers what was read (ImportLook); stores nothing. */
export const POST = door('importFiles', async (request) => {
  const got = await receive(request);
  if (got === null) return new Response(null, { status: 400 });
  if ('refused' in got) return answer(got);
  const { source, facts } = got;
  try {
    return answer(await lookAt(source, facts));
  } finally {
    if (!(source instanceof Uint8Array)) closeSync(source.fd);
  }
});

function answer(look: ImportLook): Response {
  return Response.json(look, { headers: { 'cache-control': 'no-store' } });
}
