import { sizeOf, type Source } from '../source';
import { pageAddress } from './html-address';
import type { FileFacts } from './reader';
import { responseIn } from './warc-http';
import { recordsOf, type WarcRecord } from './warc-records';

/** A page of a web archive, or what is to be said of the archive as a whole. */
export type WarcPage =
  | {
      readonly bytes: Uint8Array;
      readonly contentType: string | null;
      /** Where it was fetched; null where the record does not say. */
      readonly url: string | null;
      readonly share: number;
    }
  | { readonly refused: string }
  | { readonly note: string };

export function isWarc(head: Uint8Array, facts: FileFacts): boolean {
  if (/\.warc(?:\.gz)?$/i.test(facts.name)) return true;
  return String.fromCharCode(...head.subarray(0, 6)) === 'WARC/1';
}

/**
 * The pages of a web archive that were fetched well, one at a time in memory, and last what was
 * left out and whether the file is cut off. Never throws.
 */
export async function* listPages(source: Source): AsyncGenerator<WarcPage, void, undefined> {
  const size = sizeOf(source);
  if (size === 0) return yield { refused: 'The file is empty; there is nothing to import.' };
  const tally = new Map<string, number>();
  let [whole, pages] = [0, 0];
  const records = recordsOf(source, size);
  for (;;) {
    const next = await records.next();
    if (next.done === true) {
      yield* lastWords({ whole, pages, isWhole: next.value }, tally);
      return;
    }
    whole++;
    const page = pageIn(next.value);
    if (typeof page === 'string') tally.set(page, (tally.get(page) ?? 0) + 1);
    else {
      pages++;
      yield { ...page, share: next.value.share };
    }
  }
}

function* lastWords(
  { whole, pages, isWhole }: { whole: number; pages: number; isWhole: boolean },
  tally: ReadonlyMap<string, number>,
): Generator<WarcPage> {
  if (whole === 0) {
    yield { refused: 'This is no web archive, or it ends in its first record; download it again.' };
    return;
  }
  const counts = [...tally].map(([what, count]) => `${count} × ${what}`);
  if (counts.length > 0) yield { note: `Records left out: ${counts.join(', ')}.` };
  if (!isWhole) {
    const records = whole === 1 ? 'its one whole record was' : `its ${whole} whole records were`;
    yield { note: `The archive is cut off or damaged: ${records} read, what follows is missing.` };
  }
  if (pages > 0) return;
  yield { refused: 'The archive holds no page with a text; import one with fetched HTML pages.' };
}

/** The page of one record, or what it is counted as. */
function pageIn({ fields, content }: WarcRecord) {
  const type = fields.get('warc-type') ?? 'unknown';
  if (type !== 'response') return /^[a-z]{1,20}$/.test(type) ? type : 'unknown';
  if (content === null) return 'over 20 MB';
  const response = responseIn(content);
  if (response === null) return 'no HTTP';
  const { status, contentType, body } = response;
  if (status !== 200) return `HTTP ${status}`;
  if (!/\bx?html\b/i.test(contentType ?? 'text/html')) return 'no HTML';
  if (body === null || body.length === 0) return 'unreadable';
  const target = fields.get('warc-target-uri')?.replace(/^<|>$/g, '');
  return { bytes: body, contentType: contentType ?? 'text/html', url: pageAddress(target, null) };
}
