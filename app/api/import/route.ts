import { door } from '@/app/server/door';
import { importStream } from '@/app/server/import-stream';
import { receiveFile } from '@/app/server/upload';
import { allowedLoopbackPort, fetchPage } from '@/corpus/fetching/fetch-page';
import type { FileFacts } from '@/corpus/ingest/formats/reader';
import type { ImportLine } from '@/corpus/ingest/report';
import type { Source } from '@/corpus/ingest/source';
import { currentDesk } from '@/db/client';
import { listCollections } from '@/db/queries/desk';

/**
 * Imports the body as one file named `?file=`, or the page at `?url=`, into `?collection=` (an
 * id), passing over the first `?from=` parts of an archive; answers lines of ImportLine. A page is
 * fetched only here: when a person asked for it.
 */
export const POST = door('importFiles', async (request, actor) => {
  const query = new URL(request.url).searchParams;
  const desk = currentDesk();
  const collections = listCollections(desk);
  const wanted = query.get('collection');
  const collection = wanted === null ? collections[0] : collections.find(({ id }) => id === wanted);
  if (collection === undefined) {
    return Response.json({ message: 'This collection is not on the desk.' }, { status: 404 });
  }
  const url = query.get('url');
  const got = url === null ? await uploaded(request, query) : await fetched(url, request.signal);
  if (got === null) return new Response(null, { status: 400 });
  if ('refused' in got) return answer(refusalLines(got));
  const from = Math.max(0, Math.trunc(Number(query.get('from') ?? 0)) || 0);
  return answer(importStream({ desk, actor, collectionId: collection.id, ...got, from }));
});

function answer(lines: BodyInit): Response {
  const headers = { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' };
  return new Response(lines, { headers });
}

function refusalLines(report: Refused): string {
  const lines: ImportLine[] = [{ report, at: 1, of: 1, share: 1 }, { end: true }];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

interface Got {
  readonly source: Source;
  readonly facts: FileFacts;
}

type Refused = { readonly file: string; readonly refused: string };

/** Null where the sender went away before the file was here. */
async function uploaded(request: Request, query: URLSearchParams): Promise<Got | Refused | null> {
  const name = query.get('file')?.slice(0, 300) || 'Pasted text';
  try {
    const source = await receiveFile(request, name);
    if ('refused' in source) return { file: name, refused: source.refused };
    return { source, facts: { name, url: null, contentType: null } };
  } catch (error) {
    if (request.signal.aborted || isAbort(error)) return null;
    throw error;
  }
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && /abort|ECONNRESET/i.test(`${error.name} ${error.message}`);
}

async function fetched(url: string, signal: AbortSignal): Promise<Got | Refused> {
  const port = allowedLoopbackPort();
  const allowed = port === undefined ? {} : { allowedLoopbackPort: port };
  const page = await fetchPage(url, { signal, ...allowed });
  if ('refused' in page) return { file: url, refused: page.refused };
  const { bytes, contentType } = page;
  return { source: bytes, facts: { name: page.url, url: page.url, contentType } };
}
