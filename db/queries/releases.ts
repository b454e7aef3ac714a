import { INDEX_FILE, type ReleaseManifest } from '@/corpus/release/model';
import type { IndexLine } from '@/corpus/release/index-lines';
import type { Secrets } from '@/corpus/release/withhold';
import type { Desk } from '../client';
import { layerNames } from './layer-names';

/** A release as a list shows it. */
export interface ReleaseLine extends Omit<ReleaseManifest, 'files'> {
  readonly id: string;
  readonly at: string;
  /** Who made it. */
  readonly person: string;
  readonly sha256: string;
  readonly bytes: number;
}

interface Row {
  readonly id: string;
  readonly at: string;
  readonly person: string;
  readonly sha256: string;
  readonly bytes: number;
  /** JSON. */
  readonly manifest: string;
}

const LINES = `
  SELECT r.id, r.at, p.name AS person, r.sha256, r.bytes, r.manifest
  FROM "release" r JOIN person p ON p.id = r.person_id`;

function lineOf({ manifest, ...row }: Row): ReleaseLine {
  return { ...(JSON.parse(manifest) as Omit<ReleaseManifest, 'files'>), ...row };
}

/** The newest releases of the desk first, up to `limit` before the one with the id `before`. */
export function listReleases(desk: Desk, limit: number, before = '~'): readonly ReleaseLine[] {
  return desk.sqlite
    .prepare<[string, number], Row>(`${LINES} WHERE r.id < ? ORDER BY r.id DESC LIMIT ?`)
    .all(before, limit)
    .map(lineOf);
}

export function findRelease(desk: Desk, id: string): ReleaseLine | null {
  const row = desk.sqlite.prepare<[string], Row>(`${LINES} WHERE r.id = ?`).get(id);
  return row === undefined ? null : lineOf(row);
}

/** The release of this version; null where the collection has none. */
export function findVersion(desk: Desk, collectionId: string, version: string): ReleaseLine | null {
  const row = desk.sqlite
    .prepare<[string, string], Row>(`${LINES} WHERE r.collection_id = ? AND r.version = ?`)
    .get(collectionId, version);
  return row === undefined ? null : lineOf(row);
}

/** The bytes of a release as they were made, portion by portion. */
export function* releaseBytes(desk: Desk, id: string): Generator<Buffer> {
  const read = desk.sqlite
    .prepare<[string, number], Buffer>(
      'SELECT bytes FROM release_part WHERE release_id = ? AND ordinal = ?',
    )
    .pluck();
  for (let ordinal = 0; ; ordinal += 1) {
    const bytes = read.get(id, ordinal);
    if (bytes === undefined) return;
    yield bytes;
  }
}

/** What a later release is compared with. */
export interface LastRelease {
  readonly id: string;
  readonly version: string;
  readonly indexBytes: number;
}

/** The newest release of a collection; null where there is none. */
export function findLastRelease(desk: Desk, collectionId: string): LastRelease | null {
  const row = desk.sqlite
    .prepare<[string], LastRelease>(
      `SELECT id, version, index_bytes AS indexBytes FROM "release"
       WHERE collection_id = ? ORDER BY id DESC LIMIT 1`,
    )
    .get(collectionId);
  return row ?? null;
}

/** Where the bytes of an archive's first member begin (APPNOTE 6.3, 4.3.7). */
const INDEX_START = 30 + INDEX_FILE.length;
const BREAK = 0x0a;

/** The lines of a release's index, read from the bytes that are kept. */
export function* indexLines(desk: Desk, { id, indexBytes }: LastRelease): Generator<IndexLine> {
  const end = INDEX_START + indexBytes;
  let [at, held] = [0, Buffer.alloc(0)];
  for (const bytes of releaseBytes(desk, id)) {
    const ours = bytes.subarray(Math.max(0, INDEX_START - at), Math.max(0, end - at));
    held = Buffer.concat([held, ours]);
    at += bytes.length;
    let from = 0;
    for (let to = held.indexOf(BREAK); to >= 0; to = held.indexOf(BREAK, from)) {
      yield JSON.parse(held.toString('utf8', from, to)) as IndexLine;
      from = to + 1;
    }
    held = held.subarray(from);
    if (at >= end) return;
  }
}

const CONFIDENTIAL = `('off_record', 'deep_background')`;

/** What no release may tell, of the whole desk; what is on the record in the same words is no secret. */
export function readSecrets(desk: Desk): Secrets {
  const list = (sql: string) => desk.sqlite.prepare<[], string>(sql).pluck().all();
  const open = new Set(
    list(
      `SELECT title FROM evidence_item WHERE terms NOT IN ${CONFIDENTIAL} AND removed = 0
       UNION SELECT place FROM evidence_item WHERE terms NOT IN ${CONFIDENTIAL} AND removed = 0
       UNION SELECT origin FROM evidence_item WHERE terms NOT IN ${CONFIDENTIAL} AND removed = 0`,
    ),
  );
  const words = list(
    `SELECT title FROM evidence_item WHERE terms IN ${CONFIDENTIAL}
     UNION SELECT place FROM evidence_item WHERE terms IN ${CONFIDENTIAL}
     UNION SELECT origin FROM evidence_item WHERE terms IN ${CONFIDENTIAL}
     UNION SELECT t.excerpt FROM citation t JOIN evidence_item e ON e.id = t.evidence_item_id
       WHERE e.terms IN ${CONFIDENTIAL} AND t.excerpt IS NOT NULL
     UNION SELECT k.file_name FROM archived_copy k JOIN evidence_item e ON e.id = k.evidence_item_id
       WHERE e.terms IN ${CONFIDENTIAL}
     UNION SELECT k.url FROM archived_copy k JOIN evidence_item e ON e.id = k.evidence_item_id
       WHERE e.terms IN ${CONFIDENTIAL} AND k.url IS NOT NULL
     UNION SELECT name FROM contact WHERE terms IN ${CONFIDENTIAL}
     UNION SELECT question FROM contact WHERE terms IN ${CONFIDENTIAL}
     UNION SELECT answer FROM contact WHERE terms IN ${CONFIDENTIAL} AND answer IS NOT NULL
     UNION SELECT v.atom FROM withheld_change w, json_tree(w.changes) v
       WHERE v.type = 'text' AND (v.path GLOB '$.title*' OR v.path GLOB '$.place*'
         OR v.path GLOB '$.origin*' OR v.path GLOB '$.excerpt*')`,
  );
  const annotationIds = list(
    `SELECT DISTINCT k.annotation_id FROM citation t
     JOIN evidence_item e ON e.id = t.evidence_item_id JOIN "check" k ON k.id = t.check_id
     WHERE e.terms IN ${CONFIDENTIAL}
     UNION SELECT k.annotation_id FROM contact c JOIN "check" k ON k.id = c.check_id
     WHERE c.terms IN ${CONFIDENTIAL}`,
  );
  return { annotationIds: new Set(annotationIds), words: words.filter((word) => !open.has(word)) };
}

/** Names for pseudonyms: people since the desk began, and the layers of a collection as exports name them. */
export function readNamesToHide(desk: Desk, collectionId: string) {
  return {
    people: desk.sqlite.prepare<[], string>('SELECT name FROM person ORDER BY id').pluck().all(),
    layers: desk.sqlite
      .prepare<[string], string>(
        'SELECT DISTINCT layer FROM annotation WHERE collection_id = ? ORDER BY layer',
      )
      .pluck()
      .all(collectionId)
      .map(layerNames(desk).nameOf),
  };
}
