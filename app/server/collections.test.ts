import { afterEach, beforeEach, expect, it } from 'vitest';
import { ensureCollection } from '@/db/commands/import';
import { listCollections } from '@/db/queries/desk';
import { makeDesk, type TestDesk } from '@/db/testing/desk';
import { chooseCollection } from './collections';

let own: TestDesk;
beforeEach(() => (own = makeDesk()));
afterEach(() => own.close());

const collectionOf = (name: string) => ensureCollection(own.desk, own.actor, name).id;
const chosen = (wanted?: string | readonly string[]) => chooseCollection(own.desk, wanted);

/** A desk with the collections April (empty), Desk (an article) and May (empty). */
function threeCollections() {
  own.article('Ferry late again\n\nThe ferry to Salt Harrow was late on Monday.\n');
  return { april: collectionOf('April'), may: collectionOf('May') };
}

it('opens on the first collection that holds articles, not on an empty one before it', () => {
  threeCollections();
  expect(chosen()).toMatchObject({ collection: { name: 'Desk' }, isNamed: false });
  expect(chosen('').collection?.name).toBe('Desk');
});

it('opens on the first where none holds an article that is still there', () => {
  const { april } = threeCollections();
  own.desk.sqlite.prepare('UPDATE article SET removed = 1').run();
  expect(chosen().collection?.id).toBe(april);
});

it('opens on the one that the address names, also where it is empty', () => {
  const { may } = threeCollections();
  expect(chosen(may)).toMatchObject({ collection: { id: may }, isNamed: true });
  expect(chosen([may, 'other']).collection?.id).toBe(may);
});

it('takes no other for one that is not on the desk', () => {
  threeCollections();
  expect(chosen('gone')).toMatchObject({ collection: undefined, isNamed: true });
  expect(chosen('gone').collections).toEqual(listCollections(own.desk));
});
