import { USUAL_COLLECTION } from '@/corpus/ingest/unnamed';
import { notUnderstood } from '@/app/server/answers';
import { askApart } from '@/app/server/apart';
import { BodyTooLargeError, isGone, readBody } from '@/app/server/body';
import { door } from '@/app/server/door';
import type { BroughtFile } from '@/db/commands/brought-files';
import type { BringInAnswer, BringInTask } from '@/db/worker/bring-in';

/** The most that is taken in by this way, in bytes. */
const MOST = 64 * 1024 * 1024;
const TOO_LARGE =
  'These files have more than 64 MB together: bring them in with stet import on the command line.';

type Wish = Omit<BringInTask, 'actor'>;

/**
 * Brings annotations or a bundle in: a form with `collection` (a name), `file` once or more, and
 * `write` where it is not only a plan that is asked for. Answers a BroughtReport, or 422 with one
 * sentence.
 */
export const POST = door('importFiles', async (request, { id, role }) => {
  const wish = await readWish(request);
  if (wish instanceof Response) return wish;
  const task: BringInTask = { actor: { id, role }, ...wish };
  const answer = await askApart<BringInAnswer>('bring-in', task, request.signal);
  const headers = { 'cache-control': 'no-store' };
  return Response.json(answer, { status: 'refused' in answer ? 422 : 200, headers });
});

async function readWish(request: Request): Promise<Wish | Response> {
  try {
    const body = await readBody(request, MOST);
    const headers = { 'content-type': request.headers.get('content-type') ?? '' };
    const form = await new Response(Buffer.from(body), { headers }).formData();
    const collection = form.get('collection');
    const chosen = form.getAll('file').filter((file) => file instanceof File);
    if (typeof collection !== 'string' || chosen.length === 0) return notUnderstood();
    const files = await Promise.all(
      chosen.map(async (file): Promise<BroughtFile> => {
        const bytes = new Uint8Array(await file.arrayBuffer());
        return { name: file.name.slice(0, 300), bytes };
      }),
    );
    const name = collection.trim().slice(0, 200) || USUAL_COLLECTION;
    return { files, collection: name, dryRun: form.get('write') === null };
  } catch (error) {
    if (error instanceof BodyTooLargeError) {
      return Response.json({ refused: 'invalid', message: TOO_LARGE }, { status: 422 });
    }
    if (error instanceof TypeError || isGone(error)) return notUnderstood();
    throw error;
  }
}
