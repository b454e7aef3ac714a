/**
 * The port on 127.0.0.1 that a test lets Stet fetch from: the environment's STET_FETCH_LOOPBACK_PORT,
 * or undefined. A running desk (NODE_ENV production) never reads it, so that its users cannot open
 * their own machine to fetching, unless STET_TEST_SERVER is 1, which only the browser tests set.
 */
export function allowedLoopbackPort(): number | undefined {
  const isTest = process.env['STET_TEST_SERVER'] === '1';
  if (process.env['NODE_ENV'] === 'production' && !isTest) return undefined;
  const text = process.env['STET_FETCH_LOOPBACK_PORT'] ?? '';
  if (!/^\d{1,5}$/.test(text)) return undefined;
  const port = Number(text);
  return port >= 1 && port <= 65_535 ? port : undefined;
}
