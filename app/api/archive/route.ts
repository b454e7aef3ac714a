import { answerJson } from '@/app/server/answers';
import { BodyTooLargeError, isGone, readBody } from '@/app/server/body';
import { door } from '@/app/server/door';
import { allowedLoopbackPort, fetchPage } from '@/corpus/fetching/fetch-page';
import { MAX_FILE_BYTES } from '@/corpus/ingest/limits';
import { currentDesk } from '@/db/client';
import { RefusedError } from '@/db/commands/errors';
import { keepCopy, refuseUnseen, type CopyToKeep } from '@/db/commands/keep-copy';

const TOO_LARGE = 'The file is larger than 20 MB, the most that is kept: keep the part that shows it.'; // prettier-ignore

/**
 * Keeps a copy of the evidence item `?evidence=`: the body as a file named `?file=`, or the page at
 * `?url=`, which is fetched now, because a person asked for it. Answers its id.
 */
export const POST = door('keepCopy', (request, actor) => {
  const query = new URL(request.url).searchParams;
  const evidenceItemId = query.get('evidence') ?? '';
  const desk = currentDesk();
  return answerJson(async () => {
    refuseUnseen(desk, evidenceItemId, actor.id);
    const copy = await receive(request, query);
    return { id: keepCopy(desk, actor, evidenceItemId, copy) };
  });
});

/** Throws RefusedError for a page that cannot be fetched, and for a file that is too large or broke off. */
async function receive(request: Request, query: URLSearchParams): Promise<CopyToKeep> {
  const url = query.get('url');
  if (url === null) {
    return { bytes: await receiveBody(request), from: { file: query.get('file') ?? '' } };
  }
  const port = allowedLoopbackPort();
  const allowed = port === undefined ? {} : { allowedLoopbackPort: port };
  const page = await fetchPage(url, { signal: request.signal, ...allowed });
  if ('refused' in page) throw new RefusedError('invalid', page.refused);
  return { bytes: page.bytes, from: { url: page.url } };
}

async function receiveBody(request: Request): Promise<Uint8Array> {
  try {
    return await readBody(request, MAX_FILE_BYTES);
  } catch (error) {
    if (error instanceof BodyTooLargeError) throw new RefusedError('invalid', TOO_LARGE);
    if (isGone(error)) throw new RefusedError('invalid', 'The file did not arrive whole: send it again.'); // prettier-ignore
    throw error;
  }
}
