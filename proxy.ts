import { NextResponse, type NextRequest } from 'next/server';
import { originOf } from '@/app/server/address';
import { findForeign } from '@/app/server/guard';
import { findSession } from '@/app/server/session';
import { currentDesk } from '@/db/client';
import { isTeam } from '@/db/queries/people';

/** What is shown to somebody who is not signed in. API routes have doors of their own. */
const OPEN_PATHS = /^\/(sign-in|join\/[^/]+|icon\.svg|api\/.*)$/;

/**
 * Refuses what does not come from the desk's own pages, leads to the sign-in page on a team desk, and
 * gives every page a content security policy with a nonce of its own. The import route reads large
 * bodies and guards itself; originals are other people's pages and get a stricter policy from their
 * route.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const foreign = findForeign(request);
  if (foreign !== null) return new NextResponse(foreign, { status: 403 });
  const gated = !OPEN_PATHS.test(request.nextUrl.pathname) && isTeam(currentDesk());
  const session = gated ? await findSession(request.headers, true) : null;
  if (gated && session === null) return leadToSignIn(request);
  const response = withPolicy(request);
  for (const cookie of session?.cookies ?? []) response.headers.append('set-cookie', cookie);
  return response;
}

/** What is no whole page is refused instead: the browser then asks for the whole one, and is led. */
function leadToSignIn(request: NextRequest): NextResponse {
  const wanted = request.headers.get('sec-fetch-dest') ?? 'document';
  if (wanted !== 'document') return new NextResponse('Sign in to go on.', { status: 401 });
  const { pathname, search } = request.nextUrl;
  const page = new URL('/sign-in', originOf(request.headers.get('host') ?? ''));
  page.searchParams.set('next', `${pathname}${search}`);
  return NextResponse.redirect(page);
}

function withPolicy(request: NextRequest): NextResponse {
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
