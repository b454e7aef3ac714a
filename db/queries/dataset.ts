import type Database from 'better-sqlite3';
import type { About } from '@/corpus/datasheet/model';
import type {
  DatasetAnnotation,
  DatasetArticle,
  DatasetBlock,
  DatasetCheck,
} from '@/corpus/interchange/article';
import { choosesAnnotations, type DatasetFilter } from '@/corpus/interchange/filter';
import { newTally, type Tally } from '@/corpus/interchange/loss';
import { offsetTable, type OffsetTable } from '@/corpus/document/positions';
import { openReaderOf, type Desk } from '../client';
import {
  datasetStatements,
  type AnnotationRow,
  type DatasetStatements,
  type HeadRow,
} from './dataset-rows';
import { findAbout } from './datasheets';
import { checkOf, readJudgements, type Names } from './dataset-checks';
import { placeParts } from './dataset-parts';
import { layerNames } from './layer-names';

/** How many articles' heads are read at once; their texts are read one by one. */
const HEADS = 200;

/** What every article of one export needs. */
interface Reading {
  readonly statements: DatasetStatements;
  readonly filter: DatasetFilter;
  readonly tally: Tally;
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
  const { nameOf, layerOf } = layerNames({ sqlite: reader });
  const statements = datasetStatements(reader, filter, layerOf);
  const layerNamed = layersBy === 'name' ? nameOf : (layer: string) => layer;
  const names = readNames(reader);
  return {
    *articles(tally = newTally()) {
      const reading: Reading = { statements, filter, tally, names, layerNamed };
      for (const head of headsOf(statements)) {
        const article = readArticle(reading, head);
        if (article !== null) yield article;
      }
    },
    *texts() {
      for (const { id, revisionId } of headsOf(statements)) yield [id, statements.text(revisionId)];
    },
    about: () => findAbout(reader, filter),
    close: () => reader.close(),
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

function* headsOf(statements: DatasetStatements): Generator<HeadRow> {
  let heads: readonly HeadRow[] = statements.heads('', HEADS);
  while (heads.length > 0) {
    yield* heads;
    heads = statements.heads(heads.at(-1)!.id, HEADS);
  }
}

function readNames(reader: Database.Database): Names {
  const people = reader.prepare<[], [string, string]>('SELECT id, name FROM person').raw().all();
  return new Map(people);
}

/** Null where the filter chooses annotations and none of this article is left. */
function readArticle(reading: Reading, head: HeadRow): DatasetArticle | null {
  const { statements, filter, tally } = reading;
  const choosy = choosesAnnotations(filter);
  if (choosy && !statements.hasAnnotations(head.id)) return null;
  const text = statements.text(head.revisionId);
  const offsets = offsetTable(text);
  const annotations = readAnnotations(reading, head, text, offsets);
  if (choosy && annotations.length === 0) return null;
  tally.articles += 1;
  tally.annotations += annotations.length;
  tally.earlierRevisions += head.revision - 1;
  return articleOf(head, text, readBlocks(statements, head.revisionId, offsets), annotations);
}

/** Those that stand on the revision, by first offset, then id. */
function readAnnotations(
  reading: Reading,
  head: HeadRow,
  text: string,
  offsets: OffsetTable,
): readonly DatasetAnnotation[] {
  const { statements, tally, names } = reading;
  const places = placeParts(statements.spans(head.revisionId), text, offsets);
  const judgements = readJudgements(statements, head.id, names);
  const found: { readonly start: number; readonly annotation: DatasetAnnotation }[] = [];
  for (const row of statements.annotations(head.id)) {
    const place = places.get(row[0]);
    if (place === undefined) {
      tally.unplaced += 1;
      continue;
    }
    const judgement = judgements.get(row[13] ?? '');
    tally.spans += place.spans;
    tally.evidence += judgement?.evidence.length ?? 0;
    tally.withheld += judgement?.withheld ?? 0;
    const check = checkOf(row, judgement, names);
    const annotation = annotationOf(row, place.parts, check, reading);
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
    id: row[1],
    kind: row[2],
    layer: layerNamed(row[3]),
    origin: row[4],
    types: wordsOf(row[5]),
    flags: wordsOf(row[6]),
    speech: row[7],
    sourceType: row[8],
    terms: row[9],
    anonymityReason: row[10],
    createdBy: names.get(row[11]) ?? '',
    createdAt: row[12],
    parts,
    check,
  };
}

const NO_WORDS: readonly never[] = [];

/** A list of the model's own words, as the database keeps it. */
function wordsOf<Word extends string>(json: string): readonly Word[] {
  return json === '[]' ? NO_WORDS : (JSON.parse(json) as readonly Word[]);
}

function readBlocks(
  statements: DatasetStatements,
  revisionId: string,
  offsets: OffsetTable,
): readonly DatasetBlock[] {
  return statements.blocks(revisionId).map(({ role, start, end, depth, group }) => ({
    role,
    start: offsets.toCodePoints(start),
    end: offsets.toCodePoints(end),
    depth,
    group,
  }));
}

function articleOf(
  head: HeadRow,
  text: string,
  blocks: readonly DatasetBlock[],
  annotations: readonly DatasetAnnotation[],
): DatasetArticle {
  const { revisionId: _revisionId, revision, sha256, places, ...rest } = head;
  return {
    ...rest,
    places: JSON.parse(places) as readonly string[],
    revision: { number: revision, sha256 },
    text,
    blocks,
    annotations,
  };
}
