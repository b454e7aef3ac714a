import { createHash } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isLine, LIMITS } from '@/corpus/datasheet/model';
import { inChunks } from '@/corpus/interchange/byte-stream';
import type { DatasetFilter } from '@/corpus/interchange/filter';
import type { Piece } from '@/corpus/interchange/format';
import { INDEX_FILE, RELEASE_FORMATS, VERSION_WORD, type ReleaseManifest, type ReleaseOrder } from '@/corpus/release/model'; // prettier-ignore
import { Pseudonyms } from '@/corpus/release/pseudonyms';
import { ReleasedSource } from '@/corpus/release/source';
import { Withholding } from '@/corpus/release/withhold';
import { releasePieces } from '@/corpus/release/write';
import type { Desk } from '../client';
import { newId } from '../ids';
import type { Actor } from '../policies';
import { openDataset } from '../queries/dataset';
import { listCollections } from '../queries/desk';
import { findLayerProblem } from '../queries/layer-names';
import { findLastRelease, findRelease, findVersion, indexLines, readNamesToHide, readSecrets, type LastRelease, type ReleaseLine } from '../queries/releases'; // prettier-ignore
import * as schema from '../schema';
import { refuseForbidden } from './allowed';
import { RefusedError } from './errors';
import { openLedger } from './ledger';
import { nowhere } from './table-store';

/** How much of an archive stands in one row, in bytes. */
const PART = 1024 * 1024;

/**
 * Makes a release and keeps its bytes for ever. The archive is written beside the desk first, from
 * one state of it, and then kept in one transaction with its event. Throws RefusedError, having kept
 * nothing.
 */
export function makeRelease(
  desk: Desk,
  actor: Actor,
  order: ReleaseOrder,
  generator: string,
): ReleaseLine {
  refuseForbidden(actor, 'makeRelease');
  const { collectionId } = order.filter;
  const collection = listCollections(desk).find(({ id }) => id === collectionId);
  if (collection === undefined) throw new RefusedError('missing', 'This collection does not exist any more.'); // prettier-ignore
  refuseBadWords(order);
  const problem = findLayerProblem(desk, order.filter);
  if (problem !== null) throw new RefusedError('invalid', problem);
  refuseKnown(desk, collectionId, order.version);
  const last = findLastRelease(desk, collectionId);
  const archive = new Archive();
  try {
    const facts = { ...order, generator, collection: collection.name };
    const manifest = archive.fill(piecesOf(desk, order, facts, last));
    refuseEmpty(manifest);
    return keep(desk, actor, { collectionId, last, archive, manifest });
  } finally {
    archive.close();
  }
}

type Facts = Omit<Parameters<typeof releasePieces>[1], 'date' | 'earlier' | 'chosen'>;

function* piecesOf(
  desk: Desk,
  order: ReleaseOrder,
  facts: Facts,
  last: LastRelease | null,
): Generator<Piece, ReleaseManifest> {
  const { filter, pseudonyms } = order;
  const dataset = openDataset(desk, filter);
  try {
    const { people, layers } = readNamesToHide(desk, filter.collectionId);
    const names = pseudonyms ? new Pseudonyms(people, layers) : null;
    const secrets = readSecrets(desk);
    refuseTelling(new Withholding(secrets), order);
    const { citation } = order;
    const date = new Date().toISOString().slice(0, 10);
    const chosen = chosenBy(filter, names);
    const source = new ReleasedSource(dataset, secrets, names, { ...facts, date, citation });
    const earlier = last && { version: last.version, lines: () => indexLines(desk, last) };
    return yield* releasePieces(source, { ...facts, chosen, date, earlier });
  } finally {
    dataset.close();
  }
}

interface Kept {
  readonly collectionId: string;
  readonly last: LastRelease | null;
  readonly archive: Archive;
  readonly manifest: ReleaseManifest;
}

function keep(
  desk: Desk,
  actor: Actor,
  { collectionId, last, archive, manifest }: Kept,
): ReleaseLine {
  // prettier-ignore
  const { files, ...told } = manifest;
  const indexBytes = files.find(({ name }) => name === INDEX_FILE)!.bytes;
  const { version, licence, counts } = told;
  const transaction = desk.sqlite.transaction((): string => {
    refuseKnown(desk, collectionId, version);
    if ((findLastRelease(desk, collectionId)?.id ?? null) !== (last?.id ?? null)) {
      throw new RefusedError('invalid', 'Another release of this collection was made meanwhile: make yours again.'); // prettier-ignore
    }
    const id = newId();
    const ledger = openLedger(desk, actor.id, 'makeRelease');
    const { sha256, bytes } = archive;
    desk.orm
      .insert(schema.release)
      .values({
        ...{ id, collectionId, version, personId: actor.id, at: ledger.act.at },
        ...{ sha256, bytes, indexBytes, manifest: told },
      }) // prettier-ignore
      .run();
    const add = desk.sqlite.prepare('INSERT INTO release_part (release_id, ordinal, bytes) VALUES (?, ?, ?)'); // prettier-ignore
    for (const [ordinal, part] of archive.parts()) add.run(id, ordinal, part);
    ledger.note('release', id, nowhere(), { collectionId, version, licence, sha256, ...counts });
    return id;
  });
  return findRelease(desk, transaction.immediate())!;
}

/** A file without a name, which goes away with the process however that ends. */
class Archive {
  private readonly fd: number;
  sha256 = '';
  bytes = 0;

  constructor() {
    const folder = mkdtempSync(join(tmpdir(), 'stet-release-'));
    this.fd = openSync(join(folder, 'archive'), 'wx+', 0o600);
    rmSync(folder, { recursive: true });
  }

  /** Writes all pieces and returns what their generator returns. */
  fill<T>(pieces: Generator<Piece, T>): T {
    const hash = createHash('sha256');
    let made: T | undefined;
    for (const chunk of inChunks(returning(pieces, (value) => (made = value)))) {
      hash.update(chunk);
      for (let at = 0; at < chunk.length;) at += writeSync(this.fd, chunk, at);
      this.bytes += chunk.length;
    }
    this.sha256 = hash.digest('hex');
    return made!;
  }

  *parts(): Generator<readonly [ordinal: number, bytes: Buffer]> {
    for (let ordinal = 0; ordinal * PART < this.bytes; ordinal += 1) {
      const part = Buffer.alloc(Math.min(PART, this.bytes - ordinal * PART));
      readSync(this.fd, part, 0, part.length, ordinal * PART);
      yield [ordinal, part];
    }
  }

  close(): void {
    closeSync(this.fd);
  }
}

function* returning<T, R>(items: Generator<T, R>, done: (value: R) => void): Generator<T> {
  done(yield* items);
}

function refuseBadWords({ version, licence, citation, formats }: ReleaseOrder): void {
  const problem = problemOf(version, licence, citation);
  if (problem !== null) throw new RefusedError('invalid', problem);
  const isKnown = formats.every((format) => RELEASE_FORMATS.includes(format));
  if (formats.length === 0 || !isKnown || new Set(formats).size < formats.length) {
    throw new RefusedError('invalid', `Choose each format once, of ${RELEASE_FORMATS.join(', ')}.`);
  }
}

function problemOf(version: string, licence: string, citation: string | null): string | null {
  if (!VERSION_WORD.test(version)) {
    return `“${version}” is no version: write up to 40 letters, digits, points and hyphens, like 1.0.`;
  }
  if (licence.trim() === '') return 'Say under which licence it is released, like CC BY 4.0.';
  if (!isLine(licence, LIMITS.licence)) return `The licence is one line of at most ${LIMITS.licence} characters.`; // prettier-ignore
  if (citation === null || (citation.trim() !== '' && isLine(citation, LIMITS.citation)))
    return null;
  return `The citation is one line of at most ${LIMITS.citation} characters.`;
}

/** Throws RefusedError where the order's own words name something confidential. */
function refuseTelling(withholding: Withholding, { licence, citation }: ReleaseOrder): void {
  if (![licence, citation ?? ''].some((words) => withholding.tells(words))) return;
  throw new RefusedError(
    'invalid',
    'The licence or the citation names something that must not leave the desk: write it in other words.',
  );
}

function refuseKnown(desk: Desk, collectionId: string, version: string): void {
  if (findVersion(desk, collectionId, version) === null) return;
  throw new RefusedError('invalid', `Version ${version} was released already and cannot be changed: choose another version.`); // prettier-ignore
}

function refuseEmpty({ counts }: ReleaseManifest): void {
  if (counts.articles > 0) return;
  throw new RefusedError('invalid', 'Nothing is chosen: there is no article to release.');
}

/** The filter as the manifest tells it, without anybody's name where there are pseudonyms. */
function chosenBy(
  { collectionId: _collectionId, layers, ...filter }: DatasetFilter,
  names: Pseudonyms | null,
): Record<string, unknown> {
  if (layers === undefined) return { ...filter };
  return { ...filter, layers: layers.map((name) => names?.layer(name) ?? name) };
}
