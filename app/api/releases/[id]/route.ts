import { door } from '@/app/server/door';
import { viewOf } from '@/app/server/view';
import { byteStream } from '@/corpus/interchange/byte-stream';
import { releaseFileName } from '@/corpus/release/model';
import { findRelease, releaseBytes } from '@/db/queries/releases';

/** The bytes of a release, as they were when it was made. */
export const GET = door<{ id: string }>('exportDataset', async (_request, actor, { params }) => {
  const desk = viewOf(actor);
  const release = findRelease(desk, (await params).id);
  if (release === null) return Response.json({ message: 'There is no such release.' }, { status: 404 }); // prettier-ignore
  return new Response(byteStream(releaseBytes(desk, release.id)), {
    headers: {
      'content-type': 'application/zip',
      'content-length': String(release.bytes),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(releaseFileName(release))}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
});
