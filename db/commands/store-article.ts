import { and, eq } from 'drizzle-orm';
import { layOut } from '@/corpus/document/text';
import type { IngestedArticle } from '@/corpus/ingest/model';
import { hashOf, newId } from '../ids';
import * as schema from '../schema';
import { findOrBringBack } from './bring-back';
import { findByRevision, findEarlier, findRevision } from './known-article';
import type { Ledger } from './ledger';
import { newestRevision, storeNextRevision } from './next-revision';
import { storeNotes } from './store-notes';
import { countWords, storeRevision } from './store-revision';

export interface ArticlePlace {
  readonly collectionId: string;
  readonly originalId: string;
  readonly file: string;
  /** The article's own address: null for one of several on a page. */
  readonly url: string | null;
  readonly ordinal: number;
  /** The article on the desk that a person made to hold these words; null where nobody did. */
  readonly heldBy: string | null;
}

export interface StoredArticle {
  readonly id: string;
  /** False where the collection already held this very text. */
  readonly isNew: boolean;
  /** The number of the revision that was made of it, where an earlier one was on the desk. */
  readonly revision: number | null;
  /** How many discussions were made of the remarks in the file: those that were not here yet. */
  readonly discussions: number;
}

/** Stores an article that was read; one that is on the desk is recognised. */
export function storeArticle(
  ledger: Ledger,
  { collectionId, originalId, file, url, ordinal, heldBy }: ArticlePlace,
  read: IngestedArticle,
): StoredArticle {
  const ingested = url === null ? read : { ...read, metadata: { url, ...read.metadata } };
  const { article } = schema;
  const { text } = layOut(ingested.blocks);
  const contentHash = hashOf(text);
  const known = ledger.desk.orm
    .select({ id: article.id })
    .from(article)
    .where(and(eq(article.collectionId, collectionId), eq(article.contentHash, contentHash)))
    .get();
  if (known !== undefined) {
    const id = findOrBringBack(ledger, known.id, text);
    return alreadyHere(ledger, id, collectionId, contentHash, ingested);
  }
  const older = findByRevision(ledger.desk, collectionId, contentHash);
  if (older !== null) return alreadyHere(ledger, older, collectionId, contentHash, ingested);
  const earlier = heldBy ?? findEarlier(ledger.desk, collectionId, file, ordinal, ingested, text);
  if (earlier !== null) return storeLater(ledger, earlier, originalId, ingested, text);
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
    metadata: ingested.metadata ?? null,
    createdAt: ledger.act.at,
    removed: false,
  });
  const revisionId = storeRevision(ledger, id, 1, originalId, ingested.blocks, null);
  const discussions = storeNotes(ledger, id, revisionId, ingested);
  return { id, isNew: true, revision: null, discussions };
}

/** A text that is on the desk: what may be new are the remarks that came with it. */
function alreadyHere(
  ledger: Ledger,
  id: string,
  collectionId: string,
  hash: string,
  ingested: IngestedArticle,
): StoredArticle {
  const revisionId = findRevision(ledger.desk, collectionId, hash);
  const discussions = revisionId === null ? 0 : storeNotes(ledger, id, revisionId, ingested);
  return { id, isNew: false, revision: null, discussions };
}

/** A later version of an article on the desk: its newest revision, unless one has this text. */
function storeLater(
  ledger: Ledger,
  articleId: string,
  originalId: string,
  ingested: IngestedArticle,
  text: string,
): StoredArticle {
  const newest = newestRevision(ledger.desk, articleId);
  if (newest?.hash === hashOf(text)) {
    const discussions = storeNotes(ledger, articleId, newest.id, ingested);
    return { id: articleId, isNew: false, revision: null, discussions };
  }
  const { blocks, metadata } = ingested;
  const note = metadata?.correction ?? 'Imported again';
  const { id, number } = storeNextRevision(ledger, articleId, originalId, blocks, note);
  const discussions = storeNotes(ledger, articleId, id, ingested);
  return { id: articleId, isNew: false, revision: number, discussions };
}
