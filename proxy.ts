import { NextResponse, type NextRequest } from 'next/server';
import { findForeign } from '@/app/server/guard';

/**
 * Refuses what does not come from the desk's own pages, and gives every page a content security
 * policy with a nonce of its own. The import route reads large bodies and guards itself; originals
 * are other people's pages and get a stricter policy from their route.
 */
export function proxy(request: NextRequest): NextResponse {
  const foreign = findForeign(request);
  if (foreign !== null) return new NextResponse(foreign, { status: 403 });
  const nonce = btoa(crypto.randomUUID());
  const development = process.env.NODE_ENV === 'development';
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

export const config = {
  matcher: [{ source: '/((?!api/import|api/originals|_next/static).*)' }],
};
