/** Headers that need no nonce; the content security policy is made per request in `proxy.ts`. */
const SECURITY_HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'no-referrer' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  },
];

/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  agentRules: false,
  serverExternalPackages: ['better-sqlite3'],
  // `npm run check` checks the types of the whole project; doing it again in each build would make
  // the first start slower for a person who changes nothing.
  typescript: { ignoreBuildErrors: true },
  experimental: { proxyClientMaxBodySize: '25mb' },
  // Asked for by a browser that reads the head of a page before its icon has come.
  rewrites: () => Promise.resolve([{ source: '/favicon.ico', destination: '/icon.svg' }]),
  headers: () =>
    Promise.resolve([
      { source: '/:path*', headers: SECURITY_HEADERS },
      // A form sends its origin only where a referrer may be sent; the key in it stays on the desk.
      { source: '/answer/:key', headers: [{ key: 'Referrer-Policy', value: 'same-origin' }] },
    ]),
};
