import { z } from 'zod';
import { notUnderstood } from '@/app/server/answers';
import { readJson } from '@/app/server/body';
import { askApart } from '@/app/server/apart';
import { door } from '@/app/server/door';
import { RELEASE_FORMATS } from '@/corpus/release/model';
import type { ReleaseAnswer, ReleaseTask } from '@/db/worker/release';
import stet from '@/package.json';

const BODY = z.object({
  collectionId: z.string().max(40),
  version: z.string().max(100),
  licence: z.string().max(1000),
  citation: z.string().max(2000).nullable(),
  pseudonyms: z.boolean(),
  /** Names; none for all. */
  layers: z.array(z.string().max(300)).max(200).default([]),
  formats: z.array(z.enum(RELEASE_FORMATS)).max(RELEASE_FORMATS.length),
});

/** Makes a release of a collection and tells of it; 400 with one sentence where it is refused. */
export const POST = door('makeRelease', async (request, { id, role }) => {
  const body = await readJson(request, BODY);
  if (body === null) return notUnderstood();
  const { collectionId, layers, ...wanted } = body;
  const filter = layers.length === 0 ? { collectionId } : { collectionId, layers };
  const order = { ...wanted, filter };
  const task: ReleaseTask = { actor: { id, role }, order, generator: `stet ${stet.version}` };
  const answer = await askApart<ReleaseAnswer>('release', task, request.signal);
  return Response.json(answer, { status: 'refused' in answer ? 400 : 200 });
});
