import { useEffect, useState } from 'react';
import type { ImportLook } from '@/corpus/ingest/look';
import { refusalOfLook } from '@/corpus/ingest/limits';
import type { NamedFile } from '../article/dropped-files';
import { canBeRead, NOT_READ } from '../article/import-sending';

const UNREACHABLE = 'The desk cannot be reached; nothing is lost, try again.';

/** How the desk reads a file; null until it has answered. `again` asks once more. */
export function useLook(file: NamedFile): { readonly look: ImportLook | null; again(): void } {
  const [tries, setTries] = useState(0);
  const [look, setLook] = useState<ImportLook | null>(null);
  useEffect(() => {
    const asking = new AbortController();
    setLook(null);
    void ask(file, asking.signal).then((answer) => {
      if (!asking.signal.aborted) setLook(answer);
    });
    return () => asking.abort();
  }, [file, tries]);
  return { look, again: () => setTries(tries + 1) };
}

async function ask({ name, blob, url }: NamedFile, signal: AbortSignal): Promise<ImportLook> {
  const refused = refusalOfLook(blob.size, name);
  if (refused !== null) return { refused };
  if (!(await canBeRead(blob))) return { refused: NOT_READ };
  try {
    const query = new URLSearchParams(url === undefined ? { file: name } : { url });
    const request = { method: 'POST', body: blob, signal };
    const response = await fetch(`/api/import/look?${query}`, request);
    if (response.ok) return (await response.json()) as ImportLook;
    if (response.status >= 500) return { refused: 'Something went wrong on the desk; try again.' };
    const { message } = (await response.json()) as { message: string };
    return { refused: message };
  } catch {
    return { refused: UNREACHABLE };
  }
}
