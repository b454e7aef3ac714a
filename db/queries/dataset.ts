import type Database from 'better-sqlite3';
import type { About } from '@/corpus/datasheet/model';
import type {
  DatasetAnnotation,
  DatasetArticle,
  DatasetBlock,
  DatasetCheck,
} from '@/corpus/interchange/article';
import type { DatasetFilter } from '@/corpus/interchange/filter';
import { newTally, type Tally } from '@/corpus/interchange/loss';
import { offsetTable, type OffsetTable } from '@/corpus/document/positions';
import { openReaderOf, type Desk } from '../client';
import { articleHeads, articlePieces } from '../worker/article-pieces.mjs';
import {
  ArticleAssembly,
  rowsOf,
  type AnnotationRow,
  type ArticleRows,
  type BlockRow,
} from './article-rows';
import { datasetReads, type DatasetReads } from './dataset-reads';
import { findAbout } from './datasheets';
import { checkOf, type Names } from './dataset-checks';
import { placeParts } from './dataset-parts';
import { layerNames } from './layer-names';

/** What every article of one export needs. */
export interface Reading {
  readonly reads: DatasetReads;
  readonly names: Names;
  readonly layerNamed: (layer: string) => string;
}

/** One state of the desk, whatever is written meanwhile; whoever opens it closes it. */
export interface Dataset {
  /**
   * The articles that the filter chooses, in the order of their ids, one at a time: memory holds
   * one article. Suggestions, removed things and confidential evidence are never in it; `tally`
   * counts what came and what was withheld. May be read several times.
   */
  articles(tally?: Tally): Generator<DatasetArticle, void, undefined>;
  /** The same articles' ids and texts alone; those too of which the filter leaves no annotation. */
  texts(): Generator<readonly [id: string, text: string], void, undefined>;
  about(): About;
  close(): void;
}

/** Layers by their names, as they leave the desk, or by what they are on it. */
type LayersBy = 'name' | 'id';

/** Opens a connection of its own, which only reads. */
export function openDataset(
  desk: Desk,
  filter: DatasetFilter,
  layersBy: LayersBy = 'name',
): Dataset {
  const reader = openReaderOf(desk);
  reader.exec('BEGIN');
  const reading = readingOf(reader, filter, layersBy);
  return {
    *articles(tally = newTally()) {
      const assembly = new ArticleAssembly();
      for (const piece of articlePieces(reader, reading.reads)) {
        const article = articleOf(assembly.take(piece), reading, tally);
        if (article !== null) yield article;
      }
      const last = articleOf(assembly.last(), reading, tally);
      if (last !== null) yield last;
    },
    ...besideArticles(reader, reading, filter),
  };
}

/** What a dataset has beside its articles, from a connection in a transaction, which it closes. */
export function besideArticles(
  reader: Database.Database,
  { reads }: Reading,
  filter: DatasetFilter,
): Omit<Dataset, 'articles'> {
  const text = reader.prepare<[string], string>(reads.text.sql).pluck();
  return {
    *texts() {
      for (const { id, revisionId } of articleHeads(reader, reads))
        yield [id, text.get(revisionId)!];
    },
    about: () => findAbout(reader, filter),
    close: () => reader.close(),
  };
}

/** What `articleOf` needs, read in the transaction that the reads are for. */
export function readingOf(
  reader: Database.Database,
  filter: DatasetFilter,
  layersBy: LayersBy = 'name',
): Reading {
  const { nameOf, layerOf } = layerNames({ sqlite: reader });
  return {
    reads: datasetReads(reader, filter, layerOf),
    names: readNames(reader),
    layerNamed: layersBy === 'name' ? nameOf : (layer) => layer,
  };
}

/** The articles of a dataset that is opened at the first step and closed at the end or on return. */
export function* iterateDataset(
  desk: Desk,
  filter: DatasetFilter = {},
  tally: Tally = newTally(),
  layersBy: LayersBy = 'name',
): Generator<DatasetArticle, void, undefined> {
  const dataset = openDataset(desk, filter, layersBy);
  try {
    yield* dataset.articles(tally);
  } finally {
    dataset.close();
  }
}

function readNames(reader: Database.Database): Names {
  const people = reader.prepare<[], [string, string]>('SELECT id, name FROM person').raw().all();
  return new Map(people);
}

/** Null for no rows, and where of the annotations that the filter chooses none is left. Counts into the tally. */
export function articleOf(
  rows: ArticleRows | null,
  reading: Reading,
  tally: Tally,
): DatasetArticle | null {
  if (rows === null) return null;
  const { head, text } = rows;
  const offsets = offsetTable(text);
  const annotations = annotationsOf(rows, offsets, reading, tally);
  if (reading.reads.isChoosy && annotations.length === 0) return null;
  tally.articles += 1;
  tally.annotations += annotations.length;
  tally.earlierRevisions += head.revision - 1;
  const { revisionId: _revisionId, revision, sha256, places, ...rest } = head;
  return {
    ...rest,
    places: JSON.parse(places) as readonly string[],
    revision: { number: revision, sha256 },
    text,
    blocks: Array.from(rowsOf(rows.blocks), (row) => blockOf(row, offsets)),
    annotations,
  };
}

/** Those that stand on the revision, by first offset, then id. */
function annotationsOf(
  { annotations, text }: ArticleRows,
  offsets: OffsetTable,
  reading: Reading,
  tally: Tally,
): readonly DatasetAnnotation[] {
  const found: { readonly start: number; readonly annotation: DatasetAnnotation }[] = [];
  for (const row of rowsOf(annotations)) {
    const place = placeParts(row[0], row[21], text, offsets);
    if (place === null) {
      tally.unplaced += 1;
      continue;
    }
    const told = checkOf(row, reading.names);
    tally.spans += place.spans;
    tally.evidence += told?.check.evidence.length ?? 0;
    tally.withheld += told?.withheld ?? 0;
    const annotation = annotationOf(row, place.parts, told?.check ?? null, reading);
    found.push({ start: place.start, annotation });
  }
  found.sort((a, b) => a.start - b.start || (a.annotation.id < b.annotation.id ? -1 : 1));
  return found.map(({ annotation }) => annotation);
}

function annotationOf(
  row: AnnotationRow,
  parts: DatasetAnnotation['parts'],
  check: DatasetCheck | null,
  { names, layerNamed }: Reading,
): DatasetAnnotation {
  return {
    id: row[0],
    kind: row[1],
    layer: layerNamed(row[2]),
    origin: row[3],
    types: wordsOf(row[4]),
    flags: wordsOf(row[5]),
    speech: row[6],
    sourceType: row[7],
    terms: row[8],
    anonymityReason: row[9],
    createdBy: names.get(row[10]) ?? '',
    createdAt: row[11],
    parts,
    check,
  };
}

const NO_WORDS: readonly never[] = [];

/** A list of the model's own words, as the database keeps it. */
function wordsOf<Word extends string>(json: string): readonly Word[] {
  return json === '[]' ? NO_WORDS : (JSON.parse(json) as readonly Word[]);
}

function blockOf([role, start, end, depth, group]: BlockRow, offsets: OffsetTable): DatasetBlock {
  const from = offsets.toCodePoints(start);
  return { role, start: from, end: offsets.toCodePoints(end), depth, group };
}
