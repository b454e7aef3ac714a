import type Database from 'better-sqlite3';
import { NO_DATASHEET, NOTHING_SAID, type About, type Answers, type DatasetTerms, type VersionedDatasheet } from '@/corpus/datasheet/model'; // prettier-ignore
import type { DatasetFilter } from '@/corpus/interchange/filter';
import type { Desk } from '../client';
import { articleConditions } from './dataset-reads';

interface Row extends DatasetTerms {
  /** JSON. */
  readonly answers: string;
  readonly version: number;
  readonly removed: number;
}

/** What people say of the dataset that a collection becomes; nothing where the first word was undone. */
export function findDatasheet({ sqlite }: Desk, collectionId: string): VersionedDatasheet {
  return datasheetOf(sqlite, collectionId);
}

/** The same of what a filter chooses; nothing where that is of several collections. */
export function findAbout(sqlite: Database.Database, filter: DatasetFilter): About {
  const { sql, parameters } = articleConditions(filter);
  const chosen = sqlite
    .prepare<unknown[], { id: string; name: string }>(
      `SELECT c.id, c.name FROM collection c WHERE EXISTS
         (SELECT 1 FROM article a WHERE a.collection_id = c.id AND a.removed = 0${sql})
       ORDER BY c.id LIMIT 2`,
    )
    .all(...parameters);
  const [only, another] = chosen;
  if (only === undefined || another !== undefined) return NOTHING_SAID;
  const { version: _version, ...datasheet } = datasheetOf(sqlite, only.id);
  return { ...datasheet, name: only.name, release: null };
}

function datasheetOf(sqlite: Database.Database, collectionId: string): VersionedDatasheet {
  const row = sqlite
    .prepare<[string], Row>(
      'SELECT licence, citation, publisher, homepage, answers, version, removed FROM datasheet WHERE id = ?',
    )
    .get(collectionId);
  if (row === undefined) return { ...NO_DATASHEET, version: 0 };
  const { removed, answers, ...datasheet } = row;
  if (removed === 1) return { ...NO_DATASHEET, version: row.version };
  return { ...datasheet, answers: JSON.parse(answers) as Answers };
}
