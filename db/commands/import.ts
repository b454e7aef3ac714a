import { and, asc, eq } from 'drizzle-orm';
import { layOut } from '@/corpus/document/text';
import type { DraftBlock } from '@/corpus/document/block';
import { ingest } from '@/corpus/ingest/ingest';
import type { IngestedArticle } from '@/corpus/ingest/model';
import type { Desk } from '../client';
import { hashOf, newId } from '../ids';
import { findCollectionByName, type CollectionName } from '../queries/desk';
import * as schema from '../schema';
import { carryOver } from './carry-over';
import { Ledger, type Act } from './ledger';
import type { Actor } from './run';

export interface ImportedArticle {
  readonly id: string;
  /** False where the collection already held this very text. */
  readonly isNew: boolean;
  readonly article: IngestedArticle;
}

export type ImportOutcome =
  | { readonly file: string; readonly refused: string }
  | {
      readonly file: string;
      readonly notes: readonly string[];
      readonly articles: readonly ImportedArticle[];
    };

/** The collection with this name, made where there is none. */
export function ensureCollection(desk: Desk, actor: Actor, name: string): CollectionName {
  const known = findCollectionByName(desk, name);
  if (known !== null) return known;
  const made = { id: newId(), name, mode: 'single' as const };
  const create = desk.sqlite.transaction(() => {
    const createdAt = new Date().toISOString();
    const ledger = openLedger(desk, actor, 'createCollection');
    ledger.create('collection', made.id, { name, mode: made.mode, createdAt });
    desk.orm
      .insert(schema.guide)
      .values({ id: newId(), collectionId: made.id, version: 1, body: '', createdAt })
      .run();
  });
  create.immediate();
  return made;
}

/**
 * Stores one file and the articles found in it, in one transaction. The same bytes or the same
 * text are recognised and not stored twice. A file that cannot be read is refused with a
 * sentence, and nothing of it is stored.
 */
export function importFile(
  desk: Desk,
  actor: Actor,
  collectionId: string,
  file: string,
  bytes: Uint8Array,
): ImportOutcome {
  const outcome = ingest(bytes, file);
  if (!outcome.ok) return { file, refused: outcome.refused };
  const store = desk.sqlite.transaction((): readonly ImportedArticle[] => {
    const ledger = openLedger(desk, actor, 'importFile');
    const originalId = storeOriginal(ledger, file, bytes, outcome.encoding);
    return outcome.articles.map((article, index) => ({
      ...storeArticle(ledger, collectionId, originalId, index + 1, article),
      article,
    }));
  });
  return { file, notes: outcome.notes, articles: store.immediate() };
}

/** Adds a revision to an article; the marks of the one before are carried over. Returns its id. */
export function addRevision(
  desk: Desk,
  actor: Actor,
  articleId: string,
  drafts: readonly DraftBlock[],
  note: string | null,
): string {
  const store = desk.sqlite.transaction((): string => {
    const ledger = openLedger(desk, actor, 'addRevision');
    const last = desk.orm
      .select({ id: schema.revision.id, number: schema.revision.number })
      .from(schema.revision)
      .where(eq(schema.revision.articleId, articleId))
      .orderBy(asc(schema.revision.number))
      .all()
      .at(-1);
    const id = storeRevision(ledger, articleId, (last?.number ?? 0) + 1, null, drafts, note);
    if (last !== undefined) carryOver(ledger, articleId, id);
    return id;
  });
  return store.immediate();
}

function openLedger(desk: Desk, actor: Actor, name: string): Ledger {
  const act: Act = {
    commandId: newId(),
    name,
    personId: actor.id,
    at: new Date().toISOString(),
    undoes: null,
  };
  desk.orm
    .insert(schema.command)
    .values({ ...act, id: act.commandId, result: null })
    .run();
  return new Ledger(desk, act);
}

function storeOriginal(
  { desk, act }: Ledger,
  fileName: string,
  bytes: Uint8Array,
  encoding: string,
): string {
  const sha256 = hashOf(bytes);
  const { original } = schema;
  const known = desk.orm
    .select({ id: original.id })
    .from(original)
    .where(eq(original.sha256, sha256))
    .get();
  if (known !== undefined) return known.id;
  const id = newId();
  desk.orm
    .insert(original)
    .values({
      id,
      sha256,
      fileName,
      encoding,
      byteLength: bytes.byteLength,
      bytes: Buffer.from(bytes),
      importedAt: act.at,
      importedBy: act.personId,
    })
    .run();
  return id;
}

function storeArticle(
  ledger: Ledger,
  collectionId: string,
  originalId: string,
  ordinal: number,
  ingested: IngestedArticle,
): { id: string; isNew: boolean } {
  const { article } = schema;
  const { text } = layOut(ingested.blocks);
  const contentHash = hashOf(text);
  const known = ledger.desk.orm
    .select({ id: article.id })
    .from(article)
    .where(and(eq(article.collectionId, collectionId), eq(article.contentHash, contentHash)))
    .get();
  if (known !== undefined) return { id: known.id, isNew: false };
  const id = newId();
  ledger.create('article', id, {
    collectionId,
    originalId,
    contentHash,
    ordinal,
    headline: ingested.headline,
    deck: ingested.deck,
    byline: ingested.byline,
    places: ingested.places,
    agency: ingested.agency,
    date: ingested.date?.value ?? null,
    dateBasis: ingested.date?.basis ?? null,
    dateReason: ingested.date?.reason ?? null,
    wordCount: countWords(text),
    createdAt: ledger.act.at,
    removed: false,
  });
  storeRevision(ledger, id, 1, originalId, ingested.blocks, null);
  return { id, isNew: true };
}

function storeRevision(
  ledger: Ledger,
  articleId: string,
  number: number,
  originalId: string | null,
  drafts: readonly DraftBlock[],
  note: string | null,
): string {
  const { text, blocks } = layOut(drafts);
  const id = newId();
  const { desk, act } = ledger;
  desk.orm
    .insert(schema.revision)
    .values({
      id,
      articleId,
      number,
      originalId,
      text,
      hash: hashOf(text),
      note,
      createdAt: act.at,
      createdBy: act.personId,
    })
    .run();
  ledger.note(
    'revision',
    id,
    { articleId, annotationId: null },
    { number, note, hash: hashOf(text) },
  );
  const insert = desk.sqlite.prepare(
    `INSERT INTO block (id, revision_id, ordinal, role, depth, group_number, start, "end", original_start, original_end, version)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
  );
  for (const { ordinal, role, depth, group, start, end, original } of blocks) {
    const place = [original?.start ?? null, original?.end ?? null];
    insert.run(newId(), id, ordinal, role, depth, group, start, end, ...place);
  }
  return id;
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’\-.]*/gu)?.length ?? 0;
}
