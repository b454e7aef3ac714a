import type Database from 'better-sqlite3';
import type { About } from '@/corpus/datasheet/model';
import type { DatasetArticle } from '@/corpus/interchange/article';
import type { DatasetFilter } from '@/corpus/interchange/filter';
import { newTally, type Tally } from '@/corpus/interchange/loss';
import { openReaderOf, type Desk } from '../client';
import { articleHeads, articlePieces } from '../worker/article-pieces.mjs';
import { ArticleAssembly, type Reading } from './article-assembly';
import type { Names } from './dataset-checks';
import { datasetReads } from './dataset-reads';
import { findAbout } from './datasheets';
import { layerNames } from './layer-names';

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
      const assembly = new ArticleAssembly(reading, tally);
      for (const piece of articlePieces(reader, reading.reads)) {
        const article = assembly.take(piece);
        if (article !== null) yield article;
      }
      const last = assembly.last();
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

/** What an assembly needs, read in the transaction that the reads are for. */
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
