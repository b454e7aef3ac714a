import { door } from '@/app/server/door';
import { viewOf } from '@/app/server/view';
import { findArchivedBytes } from '@/db/queries/archive';

/** An archived copy as a download of no kind; 404 also for one that the person may not see. */
export const GET = door<{ id: string }>('readDesk', async (_request, actor, { params }) => {
  const found = findArchivedBytes(viewOf(actor), (await params).id, actor.id);
  if (found === null) return Response.json({ message: 'There is no such copy.' }, { status: 404 });
  return new Response(new Uint8Array(found.bytes), {
    headers: {
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'content-type': 'application/octet-stream',
      'content-length': String(found.bytes.byteLength),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.fileName)}`,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
  });
});
