import { isZip, listEntries } from './formats/archive';
import { docxReader } from './formats/docx';
import { feedReader } from './formats/feed';
import { htmlReader } from './formats/html';
import { jsonLinesReader } from './formats/json-lines';
import { mailReader } from './formats/mail';
import { markdownReader } from './formats/markdown';
import { pdfReader } from './formats/pdf';
import type { FileFacts, FormatReader } from './formats/reader';
import { isWarc, listPages } from './formats/warc';
import { newsmlReader } from './formats/wire-newsml';
import { ninjsReader } from './formats/wire-ninjs';
import { nitfReader } from './formats/wire-nitf';
import { ingest } from './ingest';
import { MAX_FILE_BYTES, refusalOfSize } from './limits';
import type { IngestOutcome } from './model';
import { bytesOf, sizeOf, type Source } from './source';

/** The readers in the order in which they are asked; what none knows is read as plain text. */
const READERS: readonly FormatReader[] = [
  pdfReader,
  docxReader,
  newsmlReader,
  nitfReader,
  feedReader,
  ninjsReader,
  jsonLinesReader,
  mailReader,
  markdownReader,
  htmlReader,
];

/** One file of an import; an archive holds several. */
export interface ReadFile {
  /** Its name; a file of an archive has the archive's name and its own path or address. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly outcome: IngestOutcome;
  /** Where it was fetched from; null for a file. */
  readonly url: string | null;
  /** How many parts of the archive are behind it, and how many there are; null: not known. */
  readonly at: number;
  readonly of: number | null;
  /** How much of the file or the archive is behind it, from 0 to 1. */
  readonly share: number;
}

/** A sentence about an archive as a whole. */
export interface ArchiveNote {
  readonly file: string;
  readonly note: string;
}

/** What tells zip archives and web archives from the rest, in bytes. */
const HEAD = 64 * 1024;

/**
 * Reads a file of any format that Stet knows, or each file of a zip or web archive, one at a time
 * in memory; the first `from` parts of an archive are passed over. Never throws for any bytes:
 * what cannot be read is refused with one sentence, and what is too large before it is read.
 */
export async function* readFiles(
  source: Source,
  facts: FileFacts,
  from = 0,
): AsyncGenerator<ReadFile | ArchiveNote> {
  const size = sizeOf(source);
  const head = await bytesOf(source, 0, size > MAX_FILE_BYTES ? HEAD : size);
  const [zip, warc] = [isZip(head), isWarc(head, facts)];
  const refused = refusalOfSize(size, zip || warc);
  if (refused !== null) yield alone(facts, new Uint8Array(), { ok: false, refused });
  else if (zip) yield* readZip(source, facts, from);
  else if (warc) yield* readWarc(source, facts, from);
  else yield alone(facts, head, await readOne(head, facts));
}

function alone(facts: FileFacts, bytes: Uint8Array, outcome: IngestOutcome): ReadFile {
  return { file: facts.name, bytes, outcome, url: facts.url, at: 1, of: 1, share: 1 };
}

const NO_BYTES = new Uint8Array();

async function* readZip(
  source: Source,
  { name }: FileFacts,
  from: number,
): AsyncGenerator<ReadFile> {
  let any = from > 0;
  for await (const entry of listEntries(source, from)) {
    any = true;
    const { at, of } = entry;
    const file = entry.path === '' ? name : `${name}/${entry.path}`;
    const facts = { name: file, url: null, contentType: null };
    const got =
      'refused' in entry
        ? { bytes: NO_BYTES, outcome: { ok: false, refused: entry.refused } as const }
        : { bytes: entry.bytes, outcome: await readOne(entry.bytes, facts) };
    yield { file, ...got, url: null, at, of, share: at / Math.max(1, of) };
  }
  if (any) return;
  const refused = 'The archive holds no files; there is nothing to import.';
  yield alone({ name, url: null, contentType: null }, NO_BYTES, { ok: false, refused });
}

async function* readWarc(
  source: Source,
  facts: FileFacts,
  from: number,
): AsyncGenerator<ReadFile | ArchiveNote> {
  let at = 0;
  for await (const page of listPages(source)) {
    if ('note' in page) yield { file: facts.name, ...page };
    else if ('refused' in page) {
      yield { ...alone(facts, NO_BYTES, { ok: false, refused: page.refused }), at, of: null };
    } else if (++at > from) {
      const { bytes, url, contentType, share } = page;
      const file = `${facts.name}/${url ?? at}`;
      const outcome = htmlReader.read(bytes, { name: file, url, contentType });
      yield { file, bytes, outcome: await outcome, url, at, of: null, share };
    }
  }
}

async function readOne(bytes: Uint8Array, facts: FileFacts): Promise<IngestOutcome> {
  const reader = READERS.find((known) => known.recognises(bytes, facts));
  return reader === undefined ? ingest(bytes, facts.name) : reader.read(bytes, facts);
}
