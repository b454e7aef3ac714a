import { USUAL_COLLECTION } from '@/corpus/ingest/unnamed';
import { existsSync } from 'node:fs';
import { DeskError, closeDesk, databasePath, migrateDesk, openDesk } from './client';
import { ensureCollection } from './commands/import';
import { loadSamples } from './commands/load-samples';
import { ensureFirstPerson } from './commands/people';
import { projectMissingSources } from './commands/project-source';

/**
 * Makes and migrates the database, and loads the samples into a desk without articles (not with
 * STET_SAMPLES=none). Prints one line of JSON: what it did, or `{"error": sentence}` and exit 1.
 */
function prepare(): void {
  const path = databasePath();
  const created = !existsSync(path);
  const desk = openDesk(path);
  try {
    const migrated = migrateDesk(desk);
    projectMissingSources(desk);
    const owner = ensureFirstPerson(desk);
    ensureCollection(desk, owner, USUAL_COLLECTION);
    const empty = desk.sqlite.prepare('SELECT 1 FROM article LIMIT 1').get() === undefined;
    const wanted = process.env['STET_SAMPLES'] !== 'none';
    const samples = empty && wanted ? desk.sqlite.transaction(() => loadSamples(desk, owner))() : 0;
    console.log(JSON.stringify({ created, migrated, samples }));
  } finally {
    closeDesk(desk);
  }
}

try {
  prepare();
} catch (error) {
  const message =
    error instanceof DeskError
      ? error.message
      : `The database could not be prepared: ${String(error)}`;
  console.log(JSON.stringify({ error: message }));
  process.exitCode = 1;
}
