import { eq } from 'drizzle-orm';
import { isDeepStrictEqual } from 'node:util';
import { keepRoles } from '@/corpus/anchoring/keep-roles';
import { sharedRuns } from '@/corpus/anchoring/shared-words';
import { layOut } from '@/corpus/document/text';
import type { DraftBlock } from '@/corpus/document/block';
import { cutAgain, type CutArticle, type Decided } from '@/corpus/ingest/cut-again';
import { ingest } from '@/corpus/ingest/ingest';
import type { IngestedArticle, IngestOutcome } from '@/corpus/ingest/model';
import type { Desk } from '../client';
import { hashOf, newId } from '../ids';
import { mayRevise } from '../policies';
import { findCollectionByName, type CollectionName } from '../queries/desk';
import { listBlocks } from '../queries/reading';
import * as schema from '../schema';
import { refuseForbidden } from './allowed';
import { findDecided } from './decided-cut';
import { RefusedError } from './errors';
import { openLedger, type Ledger } from './ledger';
import { newestRevision, storeNextRevision } from './next-revision';
import type { Actor } from './run';
import { storeArticle, type StoredArticle } from './store-article';
import { storeNotes } from './store-notes';

export interface ImportedArticle extends StoredArticle {
  /** The headline, on the desk, of the article that it is a revision of. */
  readonly revisionOf: string | null;
  /** The line of the file at which it begins, from 1; null where the file has no lines. */
  readonly line: number | null;
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
  const settings = { mode: 'single' as const, panelSize: null, quorum: null };
  const made = { id: newId(), name, version: 1, ...settings };
  const create = desk.sqlite.transaction(() => {
    const createdAt = new Date().toISOString();
    const ledger = openLedger(desk, actor.id, 'createCollection');
    ledger.create('collection', made.id, { name, ...settings, createdAt });
    desk.orm
      .insert(schema.guide)
      .values({ id: newId(), collectionId: made.id, version: 1, body: '', createdAt })
      .run();
  });
  create.immediate();
  return made;
}

/** A file as it was read; without an outcome it is read as plain text. */
export interface FileToImport {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly outcome?: IngestOutcome;
  /** Where it was fetched from. */
  readonly url?: string | null;
  /** A person has just said where it is cut and what its blocks are: earlier decisions count no more. */
  readonly isArranged?: boolean;
}

/**
 * Stores one file and the articles found in it, in one transaction. The same bytes or the same
 * text are recognised and not stored twice; a later version of an article that is on the desk
 * becomes its newest revision, and is cut and has the roles that people decided for the earlier one. A file that cannot be read is refused with a sentence, and nothing
 * of it is stored. Throws RefusedError for a person who may not import.
 */
export function importFile(
  desk: Desk,
  actor: Actor,
  collectionId: string,
  { file, bytes, url = null, outcome = ingest(bytes, file), isArranged = false }: FileToImport,
): ImportOutcome {
  refuseForbidden(actor, 'importFiles');
  if (!outcome.ok) return { file, refused: outcome.refused };
  const store = desk.sqlite.transaction((): readonly ImportedArticle[] => {
    const ledger = openLedger(desk, actor.id, 'importFile');
    const original = { fileName: file, bytes, encoding: outcome.encoding, url };
    const originalId = storeOriginal(ledger, original);
    // The address of a page that holds several articles is none of theirs.
    const own = outcome.articles.length === 1 ? url : null;
    const decided = isArranged ? null : findDecided(desk, collectionId, { file, url });
    return cut(outcome, decided).map(({ article, ordinal, heldBy }, index) => {
      const place = {
        collectionId,
        originalId,
        file,
        url: index === 0 ? own : null,
        ordinal,
        heldBy,
      };
      const stored = storeArticle(ledger, place, article);
      const revisionOf = stored.revision === null ? null : headlineOf(desk, stored.id);
      return { ...stored, revisionOf, line: firstLine(outcome.text, article), article };
    });
  });
  return { file, notes: outcome.notes, articles: store.immediate() };
}

type Read = Extract<IngestOutcome, { readonly ok: true }>;

function cut(outcome: Read, decided: Decided | null): readonly CutArticle[] {
  if (decided !== null) return cutAgain(outcome, decided);
  return outcome.articles.map((article, at) => ({ article, ordinal: at + 1, heldBy: null }));
}

function firstLine(text: string, { blocks }: IngestedArticle): number | null {
  const start = blocks[0]?.original?.start;
  return text === '' || start === undefined ? null : text.slice(0, start).split('\n').length;
}

/** Throws RefusedError for a person who may not change the text of an article. */
export function refuseReviser(actor: Actor): void {
  if (!mayRevise(actor.role)) {
    throw new RefusedError('forbidden', 'Only an editor can change the text of an article.');
  }
  refuseForbidden(actor, 'reviseArticle');
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
    const ledger = openLedger(desk, actor.id, 'addRevision');
    return storeNextRevision(ledger, articleId, null, drafts, note).id;
  });
  return store.immediate();
}

/**
 * Makes the newest revision of an article from a file that was read: the first article in it. A
 * plain text says nothing of roles and formatting, so words that stand keep theirs. Refused where
 * the file cannot be read or holds the very text and formatting that the article has.
 */
export function reviseFromFile(
  desk: Desk,
  actor: Actor,
  articleId: string,
  { file, bytes, url = null, outcome = ingest(bytes, file) }: FileToImport,
  note: string | null,
): { readonly id: string; readonly number: number; readonly warning: string | null } {
  refuseReviser(actor);
  if (!outcome.ok) throw new RefusedError('invalid', outcome.refused);
  const [first] = outcome.articles;
  const last = newestRevision(desk, articleId);
  if (last === undefined) throw new RefusedError('missing', 'There is no article with this id.');
  const isPlain = outcome.text !== '' && first!.blocks.every((block) => !block.formatting);
  const before = { text: last.text, blocks: listBlocks(desk, last.id) };
  const blocks = isPlain ? keepRoles(before, first!.blocks) : first!.blocks;
  const { text } = layOut(blocks);
  if (text === last.text && hasSameFormatting(before.blocks, blocks)) throw new RefusedError('invalid', 'The text is the one that the article has already.'); // prettier-ignore
  const warning = sharedRuns(last.text, text) < OTHER_ARTICLE ? OTHER_ARTICLE_WARNING : null;
  const store = desk.sqlite.transaction(() => {
    const ledger = openLedger(desk, actor.id, 'addRevision');
    const original = { fileName: file, bytes, encoding: outcome.encoding, url };
    const originalId = storeOriginal(ledger, original);
    const stored = storeNextRevision(ledger, articleId, originalId, blocks, note);
    storeNotes(ledger, articleId, stored.id, first!);
    return stored;
  });
  return { ...store.immediate(), warning };
}

function hasSameFormatting(
  ...sides: readonly (readonly Pick<DraftBlock, 'formatting'>[])[]
): boolean {
  const [old, fresh] = sides.map((blocks) => blocks.map(({ formatting = [] }) => formatting));
  return isDeepStrictEqual(old, fresh);
}

/** Below this share of words that stand in both a revision is probably of another article. */
export const OTHER_ARTICLE = 0.15;
export const OTHER_ARTICLE_WARNING =
  'The new text shares few words with the old one: is it another article?';

interface Original {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly encoding: string;
  readonly url: string | null;
}

function storeOriginal(
  { desk, act }: Ledger,
  { fileName, bytes, encoding, url }: Original,
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
      url,
      byteLength: bytes.byteLength,
      bytes: Buffer.from(bytes),
      importedAt: act.at,
      importedBy: act.personId,
    })
    .run();
  return id;
}

function headlineOf(desk: Desk, articleId: string): string | null {
  const { article } = schema;
  const row = desk.orm
    .select({ headline: article.headline })
    .from(article)
    .where(eq(article.id, articleId))
    .get();
  return row?.headline ?? null;
}
