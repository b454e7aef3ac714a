import {
  findMigrationProblem,
  findTagProblem,
  keptMeanings,
  migrated,
  type Migration,
  type Tagged,
  type TagSet,
} from '@/corpus/project/tag-set';
import type { Desk } from '../client';
import { countTagUses, findTagSet, iterateTagged } from '../queries/projects';
import { RefusedError } from './errors';
import type { Input } from './inputs';
import type { Ledger } from './ledger';

/** Throws RefusedError for words that the collection's tag set does not have. */
export function refuseOtherTags(desk: Desk, collectionId: string, mark: Tagged): void {
  const problem = findTagProblem(findTagSet(desk, collectionId).tagSet, mark);
  if (problem !== null) throw new RefusedError('invalid', problem);
}

/** Makes the next version of a tag set, and takes marks along that have words which it leaves out. */
export function setTagSet(ledger: Ledger, input: Input<'setTagSet'>): void {
  const { id, collectionId, after, migrations } = input;
  const { desk, act } = ledger;
  const { meanings: _all, ...lists } = input.tagSet as TagSet;
  const meanings = keptMeanings(input.tagSet as TagSet);
  const tagSet: TagSet = Object.keys(meanings).length === 0 ? lists : { ...lists, meanings };
  ledger.read('collection', collectionId);
  if (findTagSet(desk, collectionId).version !== after) {
    throw new RefusedError('invalid', 'Somebody changed the tag set meanwhile: reload the page, then change it.'); // prettier-ignore
  }
  const moves = migrations as readonly Migration[];
  const problem = findMigrationProblem(tagSet, countTagUses(desk, collectionId), moves);
  if (problem !== null) throw new RefusedError('invalid', problem);
  ledger.create('tagSet', id, { collectionId, number: after + 1, definition: tagSet, createdAt: act.at }); // prettier-ignore
  const concerned = [...iterateTagged(desk, collectionId)].filter((mark) => findTagProblem(tagSet, mark) !== null); // prettier-ignore
  for (const mark of concerned) {
    const { id: annotationId, anonymityReason: _reason, ...tags } = migrated(mark, moves) as typeof mark; // prettier-ignore
    ledger.change('annotation', annotationId, null, kindKept(ledger, annotationId, tags));
  }
}

/** An attribution that becomes a claim or a quote keeps its content alone. */
function kindKept(ledger: Ledger, id: string, tags: Readonly<Record<string, unknown>>) {
  const { state } = ledger.read('annotation', id);
  if (tags['kind'] === state['kind']) return tags;
  const spans = state['spans'] as readonly { readonly part: string }[];
  return { ...tags, spans: spans.filter(({ part }) => part === 'content') };
}
