import { findForeign } from '@/app/server/guard';
import { currentDesk } from '@/db/client';
import { findOriginalBytes } from '@/db/queries/original';

/** Nothing in it runs, loads or leads anywhere; only the desk's own pages may frame it. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox";

/** The bytes an article came from: a web page to look at, anything else as a download. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const foreign = findForeign(request);
  if (foreign !== null) return new Response(foreign, { status: 403 });
  const found = findOriginalBytes(currentDesk(), (await params).id);
  if (found === null) return new Response('There is no original.', { status: 404 });
  const isPage = found.encoding.startsWith('HTML');
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
}
