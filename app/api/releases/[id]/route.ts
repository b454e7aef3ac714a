import { door } from '@/app/server/door';
import { byteStream } from '@/corpus/interchange/byte-stream';
import { releaseFileName } from '@/corpus/release/model';
import { currentDesk } from '@/db/client';
import { findRelease, releaseBytes } from '@/db/queries/releases';

/** The bytes of a release, as they were when it was made. */
export const GET = door<{ id: string }>('exportDataset', async (_request, _actor, { params }) => {
  const desk = currentDesk();
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
