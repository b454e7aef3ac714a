import type Database from 'better-sqlite3';
import {
  BUNDLE,
  BUNDLE_HEAD,
  BUNDLE_MANIFEST,
  WHOLE_ARTICLES,
  type BundleManifest,
} from '@/corpus/interchange/bundle';
import { choosesAnnotations, type DatasetFilter } from '@/corpus/interchange/filter';
import type { FileFacts, Piece } from '@/corpus/interchange/format';
import { bundleLoss, type LossReport } from '@/corpus/interchange/loss';
import { ZipWriter } from '@/corpus/interchange/zip';
import { openReaderOf, type Desk } from '../client';
import { RefusedError } from '../commands/errors';
import { chooseRows, countWithheld } from './choose';
import { schemaOf } from './row-schema';
import { BUNDLE_TABLES, type BundleTable } from './tables';

/** How many rows are put into one piece. */
const PIECE = 500;

/** Where an original's bytes are, and an archived copy's. */
export const ORIGINALS = 'originals/';
export const ARCHIVE = 'archive/';

/**
 * A bundle, piece by piece: a zip archive of the chosen articles with all that belongs to them, one
 * state of the desk, the same bytes for the same content. Throws RefusedError for a filter that
 * chooses among annotations.
 */
export function* bundlePieces(
  desk: Desk,
  filter: DatasetFilter,
  generator: string,
): Generator<Piece, BundleManifest> {
  const reader = openChosen(desk, filter);
  try {
    return yield* write(reader, generator);
  } finally {
    reader.close();
  }
}

/** What a bundle would leave on the desk, found without writing it; throws as bundlePieces does. */
export function bundleLosses(desk: Desk, filter: DatasetFilter): LossReport {
  const reader = openChosen(desk, filter);
  try {
    return bundleLoss(citationsOf(countWithheld(reader)), LEFT_OUT);
  } finally {
    reader.close();
  }
}

/** How many citations are withheld of all collections. */
export function citationsOf(withheld: BundleManifest['withheld']): number {
  return withheld.reduce((sum, { citations }) => sum + citations, 0);
}

const LEFT_OUT = [
  'suggestions that nobody accepted',
  'evidence off the record or on deep background, its citations, its archived copies and its history',
  'roles and accounts of people',
  'saved views, the register of sources and switched-off rules of the desk',
];

function openChosen(desk: Desk, filter: DatasetFilter): Database.Database {
  if (choosesAnnotations(filter)) throw new RefusedError('invalid', WHOLE_ARTICLES);
  const reader = openReaderOf(desk);
  try {
    reader.exec('BEGIN');
    chooseRows(reader, filter);
    return reader;
  } catch (error) {
    reader.close();
    throw error;
  }
}

function* write(reader: Database.Database, generator: string): Generator<Piece, BundleManifest> {
  const zip = new ZipWriter();
  const files: FileFacts[] = [];
  const head = {
    bundle: BUNDLE,
    offsetUnit: 'utf16',
    tables: BUNDLE_TABLES.map(({ file }) => file),
  };
  files.push(yield* zip.file(BUNDLE_HEAD, [asJson(head)]));
  for (const table of BUNDLE_TABLES) {
    const name = `schema/${table.file.replace('.jsonl', '.schema.json')}`;
    files.push(yield* zip.file(name, [asJson(schemaOf(table))]));
  }
  const counts: Record<string, number> = {};
  for (const table of BUNDLE_TABLES) {
    files.push(yield* zip.file(table.file, linesOf(reader, table, counts)));
  }
  for (const { sha256, bytes } of originalsOf(reader)) {
    files.push(yield* zip.file(`${ORIGINALS}${sha256}`, [bytes]));
  }
  for (const { sha256, bytes } of archiveOf(reader)) {
    files.push(yield* zip.file(`${ARCHIVE}${sha256}`, [bytes]));
  }
  const manifest: BundleManifest = {
    bundle: BUNDLE,
    generator,
    offsetUnit: 'utf16',
    counts,
    withheld: countWithheld(reader),
    leftOut: LEFT_OUT,
    files,
  };
  yield* zip.file(BUNDLE_MANIFEST, [asJson(manifest)]);
  yield* zip.finish();
  return manifest;
}

function* linesOf(
  reader: Database.Database,
  { file, sql, where, order, columns }: BundleTable,
  counts: Record<string, number>,
): Generator<string> {
  const rows = reader
    .prepare<[], string>(
      `SELECT ${rowAsJson(columns)} FROM ${sql} t WHERE ${where} ORDER BY ${order}`,
    )
    .pluck();
  let [piece, held, count] = ['', 0, 0];
  for (const row of rows.iterate()) {
    piece += `${row}\n`;
    count += 1;
    if (++held < PIECE) continue;
    yield piece;
    [piece, held] = ['', 0];
  }
  counts[file] = count;
  yield piece;
}

/** An SQL expression: the row `t` as a line of the bundle. */
export function rowAsJson(columns: BundleTable['columns']): string {
  const fields = columns.map(({ key, sql, type }) => {
    const column = `t.${sql}`;
    if (type === 'json') return `'${key}', json(${column})`;
    if (type !== 'boolean') return `'${key}', ${column}`;
    return `'${key}', json(CASE ${column} WHEN 1 THEN 'true' WHEN 0 THEN 'false' END)`;
  });
  return `json_object(${fields.join(', ')})`;
}

interface NamedBytes {
  readonly sha256: string;
  readonly bytes: Buffer;
}

function originalsOf(reader: Database.Database): Iterable<NamedBytes> {
  return reader
    .prepare<[], NamedBytes>(
      'SELECT sha256, bytes FROM original WHERE id IN chosen_original ORDER BY sha256',
    )
    .iterate();
}

function archiveOf(reader: Database.Database): Iterable<NamedBytes> {
  return reader
    .prepare<[], NamedBytes>(
      `SELECT sha256, bytes FROM archived_bytes WHERE sha256 IN
         (SELECT sha256 FROM archived_copy WHERE id IN chosen_copy) ORDER BY sha256`,
    )
    .iterate();
}

function asJson(content: unknown): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}
