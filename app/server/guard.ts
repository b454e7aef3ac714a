const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i;

/**
 * Why a request must not reach the desk, or null where it may: the Host has to be this machine's
 * loopback name, and an Origin has to be that same address. A write without an Origin did not
 * come from the desk's own pages and is refused as well.
 */
export function findForeign(request: Request): string | null {
  const host = request.headers.get('host') ?? '';
  if (!LOOPBACK.test(host)) {
    return 'Stet answers only at its own address on this machine, for example http://127.0.0.1:3000.';
  }
  const origin = request.headers.get('origin');
  const writes = !['GET', 'HEAD', 'OPTIONS'].includes(request.method);
  if (origin === null) {
    return writes ? 'Changes are taken from the desk’s own pages only.' : null;
  }
  return origin.toLowerCase() === `http://${host.toLowerCase()}`
    ? null
    : 'A page of another site tried to reach the desk.';
}
