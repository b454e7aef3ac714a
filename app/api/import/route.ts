import { currentActor } from '@/app/server/actor';
import { BodyTooLargeError, readBody } from '@/app/server/body';
import { findForeign } from '@/app/server/guard';
import { joinReports, reportOf } from '@/app/server/import-report';
import { allowedLoopbackPort, fetchPage } from '@/corpus/fetching/fetch-page';
import type { FileFacts } from '@/corpus/ingest/formats/reader';
import { MAX_FILE_BYTES } from '@/corpus/ingest/limits';
import { readFiles } from '@/corpus/ingest/read-file';
import type { ImportReport } from '@/corpus/ingest/report';
import { currentDesk } from '@/db/client';
import { importFile } from '@/db/commands/import';
import { listCollections } from '@/db/queries/desk';

/**
 * Imports the body as one file named `?file=`, or the page at `?url=`, into `?collection=` (an
 * id); answers an ImportReport. A page is fetched only here: when a person asked for it.
 */
export async function POST(request: Request): Promise<Response> {
  const foreign = findForeign(request);
  if (foreign !== null) return Response.json({ message: foreign }, { status: 403 });
  const query = new URL(request.url).searchParams;
  const collections = listCollections(currentDesk());
  const wanted = query.get('collection');
  const collection = wanted === null ? collections[0] : collections.find(({ id }) => id === wanted);
  if (collection === undefined) {
    return Response.json({ message: 'This collection is not on the desk.' }, { status: 404 });
  }
  const url = query.get('url');
  const got = url === null ? await uploaded(request, query) : await fetched(url, request.signal);
  if ('refused' in got) return Response.json(got satisfies ImportReport);
  return Response.json(await importAll(got, collection.id));
}

interface Got {
  readonly bytes: Uint8Array;
  readonly facts: FileFacts;
}

type Refused = { readonly file: string; readonly refused: string };

async function uploaded(request: Request, query: URLSearchParams): Promise<Got | Refused> {
  const file = query.get('file')?.slice(0, 300) || 'Pasted text';
  try {
    const bytes = await readBody(request, MAX_FILE_BYTES);
    return { bytes, facts: { name: file, url: null, contentType: null } };
  } catch (error) {
    if (!(error instanceof BodyTooLargeError)) throw error;
    return { file, refused: 'The file has over 20 MB; split it into smaller files.' };
  }
}

async function fetched(url: string, signal: AbortSignal): Promise<Got | Refused> {
  const port = allowedLoopbackPort();
  const allowed = port === undefined ? {} : { allowedLoopbackPort: port };
  const page = await fetchPage(url, { signal, ...allowed });
  if ('refused' in page) return { file: url, refused: page.refused };
  const { bytes, contentType } = page;
  return { bytes, facts: { name: page.url, url: page.url, contentType } };
}

async function importAll({ bytes, facts }: Got, collectionId: string): Promise<ImportReport> {
  const actor = await currentActor();
  const reports: ImportReport[] = [];
  for await (const read of readFiles(bytes, facts)) {
    const outcome = importFile(currentDesk(), actor, collectionId, { ...read, url: facts.url });
    reports.push(reportOf(outcome));
  }
  return joinReports(facts.name, reports);
}
