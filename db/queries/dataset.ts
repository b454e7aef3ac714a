import type Database from 'better-sqlite3';
import type { DatasetAnnotation, DatasetArticle, DatasetBlock } from '@/corpus/interchange/article';
import { choosesAnnotations, type DatasetFilter } from '@/corpus/interchange/filter';
import { newTally, type Tally } from '@/corpus/interchange/loss';
import { offsetTable } from '@/corpus/document/positions';
import { openReader, type Desk } from '../client';
import {
  datasetStatements,
  type AnnotationRow,
  type DatasetStatements,
  type HeadRow,
} from './dataset-rows';
import { checkOf, readJudgements, type Judgements } from './dataset-checks';
import { placeParts } from './dataset-parts';

/** How many articles' heads are read at once; their texts are read one by one. */
const HEADS = 200;

/** What every article of one export needs. */
interface Reading {
  readonly statements: DatasetStatements;
  readonly filter: DatasetFilter;
  readonly tally: Tally;
  readonly names: ReadonlyMap<string, string>;
}

/**
 * The articles that the filter chooses, in the order of their ids, one at a time: memory holds one
 * article. All of it is one state of the desk, whatever is written meanwhile: the first step opens
 * a connection of its own, which closes when the generator ends or is returned. Suggestions,
 * removed things and confidential evidence are never in it; `tally` counts what came and what was
 * withheld.
 */
export function* iterateDataset(
  desk: Desk,
  filter: DatasetFilter = {},
  tally: Tally = newTally(),
): Generator<DatasetArticle, void, undefined> {
  const reader = openReader(desk.path);
  try {
    reader.exec('BEGIN');
    const statements = datasetStatements(reader, filter);
    const reading: Reading = { statements, filter, tally, names: readNames(reader) };
    let heads: readonly HeadRow[] = statements.heads('', HEADS);
    while (heads.length > 0) {
      for (const head of heads) {
        const article = readArticle(reading, head);
        if (article !== null) yield article;
      }
      heads = statements.heads(heads.at(-1)!.id, HEADS);
    }
  } finally {
    reader.close();
  }
}

function readNames(reader: Database.Database): ReadonlyMap<string, string> {
  const people = reader.prepare<[], [string, string]>('SELECT id, name FROM person').raw().all();
  return new Map(people);
}

/** Null where the filter chooses annotations and none of this article is left. */
function readArticle(reading: Reading, head: HeadRow): DatasetArticle | null {
  const { statements, filter, tally } = reading;
  const rows = statements.annotations(head.id);
  if (rows.length === 0 && choosesAnnotations(filter)) return null;
  const text = statements.text(head.revisionId);
  const offsets = offsetTable(text);
  const places = placeParts(statements.spans(head.revisionId), text, offsets);
  const placed = rows.filter((row) => places.has(row.targetId));
  tally.unplaced += rows.length - placed.length;
  if (placed.length === 0 && choosesAnnotations(filter)) return null;
  placed.sort(
    (a, b) => places.get(a.targetId)!.start - places.get(b.targetId)!.start || order(a, b),
  );
  const judgements = readJudgements(statements, head.id, placed, reading.names);
  const annotations = placed.map((row) => {
    const { parts, spans } = places.get(row.targetId)!;
    tally.spans += spans;
    return annotationOf(row, parts, judgements, reading.names);
  });
  count(tally, head, annotations.length, judgements);
  return articleOf(head, text, readBlocks(statements, head.revisionId, offsets), annotations);
}

function order(a: AnnotationRow, b: AnnotationRow): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function count(tally: Tally, head: HeadRow, annotations: number, judgements: Judgements): void {
  tally.articles += 1;
  tally.earlierRevisions += head.revision - 1;
  tally.annotations += annotations;
  tally.evidence += judgements.evidenceCount;
  tally.withheld += judgements.withheld;
}

function readBlocks(
  statements: DatasetStatements,
  revisionId: string,
  offsets: ReturnType<typeof offsetTable>,
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

function annotationOf(
  row: AnnotationRow,
  parts: DatasetAnnotation['parts'],
  judgements: Judgements,
  names: ReadonlyMap<string, string>,
): DatasetAnnotation {
  const { id, kind, layer, origin, speech, sourceType, terms, anonymityReason, createdAt } = row;
  return {
    id,
    kind,
    layer,
    origin,
    types: JSON.parse(row.types) as DatasetAnnotation['types'],
    flags: JSON.parse(row.flags) as DatasetAnnotation['flags'],
    speech,
    sourceType,
    terms,
    anonymityReason,
    createdBy: names.get(row.createdBy) ?? '',
    createdAt,
    parts,
    check: checkOf(row, judgements, names),
  };
}
