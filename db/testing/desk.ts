import { USUAL_COLLECTION } from '@/corpus/ingest/unnamed';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandStep } from '@/corpus/commands/requests';
import { closeDesk, migrateDesk, openDesk, type Desk } from '../client';
import { ensureCollection, importFile } from '../commands/import';
import { runCommand, type Actor } from '../commands/run';
import { newId } from '../ids';
import * as schema from '../schema';

/** A desk in a file of its own, with one person and one collection. */
export interface TestDesk {
  readonly desk: Desk;
  readonly actor: Actor;
  readonly collectionId: string;
  /** Runs the steps as one command of the actor. */
  run(...steps: CommandStep[]): ReturnType<typeof runCommand>;
  /** Imports a text as one article; returns its ids and its revision's text. */
  article(text: string): { articleId: string; revisionId: string; text: string };
  /** Adds a person. */
  person(name: string, role?: Actor['role']): Actor;
  close(): void;
}

export function makeDesk(): TestDesk {
  const folder = mkdtempSync(join(tmpdir(), 'stet-desk-'));
  const desk = openDesk(join(folder, 'stet.db'));
  migrateDesk(desk);
  const person = (name: string, role: Actor['role'] = 'admin'): Actor => {
    const id = newId();
    const createdAt = new Date().toISOString();
    desk.orm.insert(schema.person).values({ id, name, role, createdAt, version: 1 }).run();
    return { id, role };
  };
  let made = 0;
  const actor = person('Ada');
  const collectionId = ensureCollection(desk, actor, USUAL_COLLECTION).id;
  return {
    desk,
    actor,
    collectionId,
    person,
    run: (...steps) => runCommand(desk, actor, { id: newId(), steps }),
    article(source) {
      const bytes = new TextEncoder().encode(source);
      // A name of its own: a file of the same name would be a later version of the article.
      const file = `article-${String(made++).replace(/\d/g, (digit) => 'abcdefghij'[+digit]!)}.txt`;
      const outcome = importFile(desk, actor, collectionId, { file, bytes });
      if ('refused' in outcome) throw new Error(outcome.refused);
      const articleId = outcome.articles[0]!.id;
      const revision = desk.sqlite
        .prepare<[string], { id: string; text: string }>(
          'SELECT id, text FROM revision WHERE article_id = ?',
        )
        .get(articleId)!;
      return { articleId, revisionId: revision.id, text: revision.text };
    },
    close() {
      closeDesk(desk);
      rmSync(folder, { recursive: true });
    },
  };
}
