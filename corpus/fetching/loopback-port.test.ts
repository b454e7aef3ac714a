import { afterEach, expect, it, vi } from 'vitest';
import { allowedLoopbackPort } from './fetch-page';

afterEach(() => {
  vi.unstubAllEnvs();
});

it.each([
  ['4000', 'test', '', 4000],
  ['4000', 'development', '', 4000],
  ['4000', 'production', '', undefined],
  ['4000', 'production', 'true', undefined],
  ['4000', 'production', '1', 4000],
  ['', 'test', '', undefined],
  ['0', 'test', '', undefined],
  ['65536', 'test', '', undefined],
  ['4000x', 'test', '', undefined],
  ['-1', 'test', '', undefined],
])('STET_FETCH_LOOPBACK_PORT=%s in %s (test server: %s) is %s', (port, mode, server, expected) => {
  vi.stubEnv('STET_FETCH_LOOPBACK_PORT', port);
  vi.stubEnv('NODE_ENV', mode);
  vi.stubEnv('STET_TEST_SERVER', server);
  expect(allowedLoopbackPort()).toBe(expected);
});
