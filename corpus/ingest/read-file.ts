import { isZip, listEntries } from './formats/archive';
import { docxReader } from './formats/docx';
import { feedReader } from './formats/feed';
import { htmlReader } from './formats/html';
import { jsonLinesReader } from './formats/json-lines';
import { mailReader } from './formats/mail';
import { markdownReader } from './formats/markdown';
import { pdfReader } from './formats/pdf';
import type { FileFacts, FormatReader } from './formats/reader';
import { warcReader } from './formats/warc';
import { newsmlReader } from './formats/wire-newsml';
import { ninjsReader } from './formats/wire-ninjs';
import { nitfReader } from './formats/wire-nitf';
import { ingest } from './ingest';
import type { IngestOutcome } from './model';

/** The readers in the order in which they are asked; what none knows is read as plain text. */
const READERS: readonly FormatReader[] = [
  pdfReader,
  docxReader,
  warcReader,
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
  /** Its name; a file of an archive has the archive's name and its own path. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly outcome: IngestOutcome;
}

/**
 * Reads a file of any format that Stet knows, or each file of a zip archive, one at a time.
 * Never throws for any bytes: what cannot be read is refused with one sentence.
 */
export async function* readFiles(bytes: Uint8Array, facts: FileFacts): AsyncGenerator<ReadFile> {
  if (!isZip(bytes)) {
    yield { file: facts.name, bytes, outcome: await readOne(bytes, facts) };
    return;
  }
  let any = false;
  for await (const entry of listEntries(bytes)) {
    any = true;
    const file = entry.path === '' ? facts.name : `${facts.name}/${entry.path}`;
    if ('refused' in entry) {
      const outcome = { ok: false, refused: entry.refused } as const;
      yield { file, bytes: new Uint8Array(), outcome };
      continue;
    }
    const outcome = await readOne(entry.bytes, { name: file, url: null, contentType: null });
    yield { file, bytes: entry.bytes, outcome };
  }
  if (!any) {
    const refused = 'The archive holds no files; there is nothing to import.';
    yield { file: facts.name, bytes, outcome: { ok: false, refused } };
  }
}

async function readOne(bytes: Uint8Array, facts: FileFacts): Promise<IngestOutcome> {
  const reader = READERS.find((known) => known.recognises(bytes, facts));
  return reader === undefined ? ingest(bytes, facts.name) : reader.read(bytes, facts);
}
