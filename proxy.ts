import { NextResponse, type NextRequest } from 'next/server';
import { originOf } from '@/app/server/address';
import { bearerOf, findForeign } from '@/app/server/guard';
import { findSession } from '@/app/server/session';
import { currentDesk } from '@/db/client';
import { findTokenActor } from '@/db/commands/access-tokens';
import { isTeam } from '@/db/queries/people';

/** What is there for somebody who is not signed in. */
const OPEN_PATHS = /^\/(sign-in|join\/[^/]+|icon\.svg|favicon\.ico|api\/(join|auth\/.*))$/;

/** The page behind an inquiry's link, open to whoever has the key. */
const ANSWER_PATH = /^\/answer\/[^/]+$/;

/**
 * Refuses what does not come from the desk's own pages, leads to the sign-in page on a team desk, and
 * gives every page a content security policy with a nonce of its own. API routes have doors of their
 * own as well, which also ask for role and scope; access tokens open no pages. The import route reads
 * large bodies and guards itself; originals, archived and other copies and the page behind an inquiry's link
 * get a stricter policy from their routes.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const foreign = findForeign(request);
  if (foreign !== null) return new NextResponse(foreign, { status: 403 });
  const { pathname } = request.nextUrl;
  if (ANSWER_PATH.test(pathname)) return NextResponse.next();
  const gated = !OPEN_PATHS.test(pathname) && isTeam(currentDesk());
  const token = gated && pathname.startsWith('/api/') ? bearerOf(request.headers) : null;
  const isKnown = token !== null && findTokenActor(currentDesk(), token) !== null;
  const session = gated && token === null ? await findSession(request.headers, true) : null;
  if (gated && !isKnown && session === null) return leadToSignIn(request);
  const response = withPolicy(request);
  for (const cookie of session?.cookies ?? []) response.headers.append('set-cookie', cookie);
  return response;
}

/** What is no whole page is refused instead: the browser then asks for the whole one, and is led. */
function leadToSignIn(request: NextRequest): NextResponse {
  const wanted = request.headers.get('sec-fetch-dest') ?? 'document';
  const { pathname, search } = request.nextUrl;
  if (wanted !== 'document' || pathname.startsWith('/api/')) {
    const refusal = { refused: 'signed_out', message: 'Sign in to go on.' };
    return NextResponse.json(refusal, { status: 401 });
  }
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

// An API request with a body does not come by here: the framework copies the body of what does, and
// a sender that goes away meanwhile would be an exception that nobody can catch. Its door asks all of
// the above itself.
export const config = {
  matcher: [
    { source: '/((?!api/|_next/static).*)' },
    {
      source: '/api/((?!import|originals|copies|archive).*)',
      missing: [
        { type: 'header', key: 'content-length' },
        { type: 'header', key: 'transfer-encoding' },
      ],
    },
  ],
};
