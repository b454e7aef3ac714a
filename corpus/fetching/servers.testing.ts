import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import {
  createServer as createTcpServer,
  type AddressInfo,
  type Server,
  type Socket,
} from 'node:net';
import { onTestFinished } from 'vitest';
import { fetchPage, type FetchedPage, type FetchOptions } from './fetch-page';

/** A server on 127.0.0.1 that the running test owns; it is closed when the test ends. */
export interface TestServer {
  readonly port: number;
  readonly origin: string;
  /** What was asked for, in order. */
  readonly requests: IncomingMessage[];
}

/** Starts an HTTP server for the running test. */
export async function serve(answer: RequestListener): Promise<TestServer> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  const port = await listen(server);
  return { port, origin: `http://127.0.0.1:${port}`, requests };
}

/** Starts a TCP server for the running test and gives its port. */
export function serveTcp(answer: (socket: Socket) => void): Promise<number> {
  return listen(createTcpServer(answer));
}

async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return (server.address() as AddressInfo).port;
}

/** Fetches from a test server's path, with its port allowed. */
export function fetchFrom(
  server: TestServer,
  path = '/',
  options: FetchOptions = {},
): Promise<FetchedPage | { refused: string }> {
  return fetchPage(server.origin + path, { allowedLoopbackPort: server.port, ...options });
}

/** The page of an answer; fails the test where it was refused. */
export function pageIn(answer: FetchedPage | { refused: string }): FetchedPage {
  if ('refused' in answer) throw new Error(`Refused: ${answer.refused}`);
  return answer;
}

/** The sentence of a refusal; fails the test where a page came. */
export function refusalIn(answer: FetchedPage | { refused: string }): string {
  if (!('refused' in answer)) throw new Error(`Not refused: ${answer.url}`);
  return answer.refused;
}

/** What stands in a page, as UTF-8. */
export function textIn(answer: FetchedPage | { refused: string }): string {
  return new TextDecoder().decode(pageIn(answer).bytes);
}
