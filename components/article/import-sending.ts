import type { Arrangement } from '@/corpus/ingest/arrangement';
import type { ImportLine } from '@/corpus/ingest/report';
import { jsonLines } from '../desk/json-lines';

export interface ToSend {
  /** Its name, with its folders where it came in one. */
  readonly name: string;
  readonly blob: Blob;
  /** A web address to fetch instead of the blob. */
  readonly url: string | null;
  /** What a person made of it when it was looked at; null where it was not. */
  readonly arrangement: Arrangement | null;
  readonly collectionId: string;
  /** How many parts of an archive were read before. */
  readonly from: number;
}

/** How sending a file ended. `cut`: the desk did not answer, or not to the end. */
export type Sent =
  | { readonly ended: 'whole' | 'cut' | 'stopped' }
  | { readonly ended: 'refused' | 'failed'; readonly sentence: string };

/** Sends one file to the desk and hands on each line of its answer as it comes. Never throws. */
export async function sendFile(
  file: ToSend,
  signal: AbortSignal,
  onLine: (line: ImportLine) => void,
): Promise<Sent> {
  if (!(await canBeRead(file.blob))) return { ended: 'refused', sentence: NOT_READ };
  try {
    const what = file.url === null ? { file: file.name } : { url: file.url };
    const from = file.from === 0 ? {} : { from: String(file.from) };
    const query = new URLSearchParams({ ...what, ...from, collection: file.collectionId });
    const response = await fetch(`/api/import?${query}`, {
      method: 'POST',
      body: file.arrangement === null ? file.blob : formOf(file.blob, file.arrangement),
      signal,
    });
    if (!response.ok) return await failureOf(response);
    return { ended: (await readLines(response, onLine)) ? 'whole' : 'cut' };
  } catch {
    return { ended: signal.aborted ? 'stopped' : 'cut' };
  }
}

export const NOT_READ = 'The browser could not read the file; it may have been moved or changed.';

/** False for a file that was moved or changed since it was chosen. */
export async function canBeRead(blob: Blob): Promise<boolean> {
  return blob
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );
}

function formOf(blob: Blob, arrangement: Arrangement): FormData {
  const form = new FormData();
  form.set('file', blob);
  form.set('arrangement', JSON.stringify(arrangement));
  return form;
}

async function failureOf(response: Response): Promise<Sent> {
  if (response.status >= 500) {
    const sentence = 'Something went wrong on the desk; nothing of it is stored.';
    return { ended: 'failed', sentence };
  }
  const { message } = (await response.json()) as { message: string };
  return { ended: 'failed', sentence: message };
}

/** True where the last line came. */
async function readLines(response: Response, onLine: (line: ImportLine) => void): Promise<boolean> {
  for await (const line of jsonLines<ImportLine>(response)) {
    if ('end' in line) return true;
    onLine(line);
  }
  return false;
}
