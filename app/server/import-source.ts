import { UNNAMED_FILE } from '@/corpus/ingest/unnamed';
import { z } from 'zod';
import { allowedLoopbackPort, fetchPage } from '@/corpus/fetching/fetch-page';
import { BLOCK_ROLES } from '@/corpus/document/block';
import type { Arrangement } from '@/corpus/ingest/arrangement';
import type { FileFacts } from '@/corpus/ingest/formats/reader';
import { MAX_LOOK_BLOCKS, MAX_LOOK_BYTES } from '@/corpus/ingest/limits';
import type { Source } from '@/corpus/ingest/source';
import { BodyTooLargeError, readBody } from './body';
import { receiveFile } from './upload';

/** A file or a page that is here. */
interface Received {
  readonly source: Source;
  readonly facts: FileFacts;
  /** What a person made of it when it was looked at; null where it was not. */
  readonly arrangement: Arrangement | null;
}

type Refused = { readonly file: string; readonly refused: string };

/**
 * What an import is sent: the body as a file named `?file=`, the page at `?url=`, or a form with
 * the fields `file` and `arrangement` where it was looked at before. A page is fetched only here:
 * when a person asked for it. Null where the sender went away before the file was here.
 */
export async function receive(request: Request): Promise<Received | Refused | null> {
  const query = new URL(request.url).searchParams;
  const url = query.get('url');
  const file = query.get('file')?.slice(0, 300) || UNNAMED_FILE;
  try {
    const form = isForm(request) ? await formOf(request) : null;
    if (form !== null && 'refused' in form) return { file: url ?? file, refused: form.refused };
    const arrangement = form?.arrangement ?? null;
    if (url !== null) return await fetched(url, arrangement, request.signal);
    const source = form === null ? await receiveFile(request, file) : form.bytes;
    if ('refused' in source) return { file, refused: source.refused };
    return { source, facts: { name: file, url: null, contentType: null }, arrangement };
  } catch (error) {
    if (request.signal.aborted || isAbort(error)) return null;
    throw error;
  }
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && /abort|ECONNRESET/i.test(`${error.name} ${error.message}`);
}

async function fetched(
  url: string,
  arrangement: Arrangement | null,
  signal: AbortSignal,
): Promise<Received | Refused> {
  const port = allowedLoopbackPort();
  const allowed = port === undefined ? {} : { allowedLoopbackPort: port };
  const page = await fetchPage(url, { signal, ...allowed });
  if ('refused' in page) return { file: url, refused: page.refused };
  const { bytes, contentType } = page;
  return { source: bytes, facts: { name: page.url, url: page.url, contentType }, arrangement };
}

const blockNumber = z.number().int().min(0).max(MAX_LOOK_BLOCKS);
const blockNumbers = z.array(blockNumber).max(MAX_LOOK_BLOCKS);

const ARRANGEMENT: z.ZodType<Arrangement> = z.object({
  reading: z.string().max(100),
  starts: blockNumbers,
  dropped: blockNumbers,
  roles: z.array(z.object({ block: blockNumber, role: z.enum(BLOCK_ROLES) })).max(MAX_LOOK_BLOCKS),
});

/** Room for an arrangement and for the form around it, in bytes. */
const FORM_BYTES = 200_000;

function isForm(request: Request): boolean {
  return request.headers.get('content-type')?.startsWith('multipart/form-data') ?? false;
}

type Form = { readonly bytes: Uint8Array; readonly arrangement: Arrangement };

async function formOf(request: Request): Promise<Form | { readonly refused: string }> {
  try {
    const body = await readBody(request, MAX_LOOK_BYTES + FORM_BYTES);
    const headers = { 'content-type': request.headers.get('content-type')! };
    const form = await new Response(Buffer.from(body), { headers }).formData();
    const [file, words] = [form.get('file'), form.get('arrangement')];
    if (!(file instanceof Blob) || typeof words !== 'string') return { refused: NOT_UNDERSTOOD };
    const arrangement = ARRANGEMENT.parse(JSON.parse(words));
    return { bytes: new Uint8Array(await file.arrayBuffer()), arrangement };
  } catch (error) {
    if (error instanceof BodyTooLargeError) return { refused: TOO_LARGE };
    if (isMalformed(error)) return { refused: NOT_UNDERSTOOD };
    throw error;
  }
}

/** No form, no JSON, or another shape. */
function isMalformed(error: unknown): boolean {
  if (error instanceof z.ZodError || error instanceof SyntaxError) return true;
  return error instanceof TypeError && /formdata/i.test(error.message);
}

const NOT_UNDERSTOOD = 'The changes that came with the file are not understood; look at it again.';
const TOO_LARGE = 'A file over 2 MB is not arranged before it is stored; import it as it is.';
