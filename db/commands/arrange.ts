import type { ArticleMetadata } from '@/corpus/ingest/model';
import type { Input } from './inputs';
import type { Ledger } from './ledger';

export function saveView(ledger: Ledger, { id, name, query }: Input<'saveView'>): void {
  ledger.create('view', id, { name, query, createdBy: ledger.act.personId, removed: false });
}

export function removeView(ledger: Ledger, { id, version }: Input<'removeView'>): void {
  ledger.change('view', id, version, { removed: true });
}

/** A date set by a person is no longer inferred. */
export function editArticle(ledger: Ledger, input: Input<'editArticle'>): void {
  const { id, version, metadata, ...patch } = input;
  const basis =
    patch.date === undefined
      ? {}
      : { dateBasis: patch.date === null ? null : 'set', dateReason: null };
  const said = metadata === undefined ? {} : { metadata: withSet(ledger, id, metadata) };
  ledger.change('article', id, version, { ...patch, ...basis, ...said });
}

/** An article's metadata with what a person set or took out; null where nothing is left. */
function withSet(
  ledger: Ledger,
  id: string,
  set: NonNullable<Input<'editArticle'>['metadata']>,
): ArticleMetadata | null {
  const now = ledger.read('article', id).state['metadata'] as ArticleMetadata | null;
  const fields = Object.entries({ ...now, ...set }).filter(([, value]) => value !== null);
  return fields.length === 0 ? null : Object.fromEntries(fields);
}

export function setBlockRole(ledger: Ledger, { id, version, role }: Input<'setBlockRole'>): void {
  ledger.change('block', id, version, { role });
}
