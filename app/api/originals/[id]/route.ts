import { door } from '@/app/server/door';
import { viewOf } from '@/app/server/view';
import { findOriginalBytes } from '@/db/queries/original';

/** Nothing in it runs, loads or leads anywhere; only the desk's own pages may frame it. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox";

/** The bytes an article came from: a web page within the desk's own page, anything else as a download. */
export const GET = door<{ id: string }>('readDesk', async (request, actor, { params }) => {
  const found = findOriginalBytes(viewOf(actor), (await params).id);
  if (found === null) return new Response('There is no original.', { status: 404 });
  const isPage = found.encoding.startsWith('HTML') && request.headers.get('sec-fetch-dest') === 'iframe'; // prettier-ignore
  const name = encodeURIComponent(found.fileName.split('/').at(-1) || 'original');
  return new Response(new Uint8Array(found.bytes), {
    headers: {
      'content-security-policy': POLICY,
      'content-type': isPage ? 'text/html' : 'application/octet-stream',
      'content-disposition': isPage ? 'inline' : `attachment; filename*=UTF-8''${name}`,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
  });
});
