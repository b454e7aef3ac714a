import { isZip } from '@/corpus/ingest/formats/archive';
import {
  entriesOf,
  nameOf,
  openZip,
  unpack,
  type PartLimits,
} from '@/corpus/ingest/formats/archive-part';
import { guessFormat } from '@/corpus/interchange/read/guess';
import { READ_FORMATS, type ReadFiles } from '@/corpus/interchange/read/model';
import type { BroughtReport, BundleImport } from '@/corpus/interchange/read/report';
import { importBundle, type BundleReport } from '../bundle/import';
import { isBundle } from '../bundle/read-archive';
import type { Desk } from '../client';
import { bringIn } from './bring-in';
import { RefusedError } from './errors';
import type { Actor } from './run';

/** A file as it was chosen. */
export interface BroughtFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const MEGABYTE = 1024 * 1024;
/** How much a zip may hold when it is unpacked, and each of its files. */
const MOST = 256 * MEGABYTE;
const LIMITS: PartLimits = { bytes: MOST, ratio: 200, freeBytes: MEGABYTE };

/**
 * Takes in what is in the files: a bundle, or annotations in a format that is told by what is in
 * them; a zip counts as the files in it. One transaction; with `dryRun` nothing is written. Throws
 * RefusedError with one sentence.
 */
export async function bringFilesIn(
  desk: Desk,
  actor: Actor,
  files: readonly BroughtFile[],
  { collection, dryRun }: { readonly collection: string; readonly dryRun: boolean },
): Promise<BroughtReport> {
  const [first, ...more] = files;
  if (first !== undefined && (await isBundle(first.bytes))) {
    if (more.length > 0) throw refusal('A bundle is brought in by itself: choose it alone.');
    return { format: 'bundle', bundle: told(await importBundle(desk, actor, first.bytes, dryRun)) };
  }
  const read = await asTexts(files);
  const format = guessFormat(read);
  if (format === null) {
    throw refusal(
      `These files are in none of the formats with annotations: ${READ_FORMATS.join(', ')}, or a bundle of Stet. Articles without annotations come in on Import.`,
    );
  }
  return { format, annotations: bringIn(desk, actor, { format, files: read, collection }, dryRun) };
}

function told({ added, known, renamed, withheld }: BundleReport): BundleImport {
  const count = (file: string) => added[file] ?? 0;
  return {
    ...{ articles: count('article.jsonl'), annotations: count('annotation.jsonl') },
    ...{ events: count('event.jsonl'), known, renamed },
    withheld: withheld.reduce((sum, { evidence }) => sum + evidence, 0),
  };
}

async function asTexts(files: readonly BroughtFile[]): Promise<ReadFiles> {
  const texts = new Map<string, string>();
  const decoder = new TextDecoder();
  for (const { name, bytes } of files) {
    const parts = isZip(bytes) ? await unzipped(name, bytes) : [{ name, bytes }];
    for (const part of parts) {
      const own = part.name.replace(/^.*\//, '');
      if (texts.has(own)) throw refusal(`There are two files called ${own}: choose one of them.`);
      texts.set(own, decoder.decode(part.bytes));
    }
  }
  return Object.fromEntries(texts);
}

async function unzipped(archive: string, bytes: Uint8Array): Promise<readonly BroughtFile[]> {
  const damaged = `${archive} is damaged, locked or too large to be unpacked: unpack it, and choose its files.`;
  const zip = await openZip(bytes);
  if (zip === null) throw refusal(damaged);
  const files: BroughtFile[] = [];
  let left = MOST;
  for await (const entry of entriesOf(zip)) {
    if (entry === null) throw refusal(damaged);
    const name = nameOf(entry);
    if (/\/$|(?:^|\/)(?:\.|__MACOSX\/)/.test(name)) continue;
    const part = await unpack(zip, entry, { ...LIMITS, bytes: left });
    if (!part.ok) throw refusal(damaged);
    left -= part.bytes.length;
    files.push({ name, bytes: part.bytes });
  }
  return files;
}

function refusal(sentence: string): RefusedError {
  return new RefusedError('invalid', sentence);
}
