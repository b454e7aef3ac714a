import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CommandInputs } from '@/corpus/commands/requests';
import { NOTHING_SAID } from '@/corpus/datasheet/model';
import { findAbout, findDatasheet } from '../queries/datasheets';
import { makeDesk, type TestDesk } from '../testing/desk';
import { blindProject } from '../testing/projects';
import { refusalOf, step } from '../testing/work';

let desk: TestDesk;
beforeEach(() => {
  desk = makeDesk();
});
afterEach(() => desk.close());

const write = (version: number, said: Omit<CommandInputs['writeDatasheet'], 'id' | 'version'>) =>
  desk.run(step('writeDatasheet', { id: desk.collectionId, version, ...said }));
const standing = () => findDatasheet(desk.desk, desk.collectionId);

test('what is not named stays; null and an empty answer take away', () => {
  expect(standing()).toMatchObject({ version: 0, licence: null, answers: {} });
  write(0, { licence: ' CC BY 4.0 ', answers: { purpose: 'To count.', makers: 'We.' } });
  write(1, { citation: 'The desk', licence: null, answers: { makers: ' ', funding: 'The town.' } });
  expect(standing()).toEqual({ version: 2, licence: null, citation: 'The desk', publisher: null, homepage: null, answers: { purpose: 'To count.', funding: 'The town.' } }); // prettier-ignore
  expect(refusalOf(desk, () => write(1, { licence: 'CC0' }))).toMatchObject({ message: 'In another window you changed this meanwhile.' }); // prettier-ignore
  expect(refusalOf(desk, () => write(0, { licence: 'CC0' }))).toMatchObject({ message: 'In another window you changed this meanwhile.' }); // prettier-ignore
});

test('the first word is undone and said again', () => {
  const { id: commandId } = write(0, { licence: 'CC0', answers: { purpose: 'To count.' } });
  const undo = desk.run(step('undoCommand', { commandId }));
  expect(standing()).toMatchObject({ version: 2, licence: null, answers: {} });
  desk.run(step('undoCommand', { commandId: undo.id }));
  expect(standing()).toMatchObject({ licence: 'CC0', answers: { purpose: 'To count.' } });
  desk.run(step('undoCommand', { commandId: desk.run(step('writeDatasheet', { id: desk.collectionId, version: 3, licence: 'CC BY 4.0' })).id })); // prettier-ignore
  expect(standing()).toMatchObject({ licence: 'CC0' });
});

test('what was undone as a whole is begun anew', () => {
  const { id: commandId } = write(0, { licence: 'CC0', answers: { purpose: 'To count.' } });
  desk.run(step('undoCommand', { commandId }));
  write(2, { citation: 'The desk' });
  expect(standing()).toMatchObject({ licence: null, citation: 'The desk', answers: {} });
});

test.each([
  [{ homepage: 'javascript:alert(1)' }, 'must be the address of a page'],
  [{ licence: 'CC\nBY' }, 'must be one line'],
  [{ citation: 'x'.repeat(1001) }, 'at most 1,000 characters'],
  [{ answers: { purpose: 'x'.repeat(5001) } }, 'must have at most 5,000 characters'],
  [{ answers: { nonsense: 'x' } as never }, 'writeDatasheet (answers'],
])('%o is refused in a sentence', (said, sentence) => {
  expect(refusalOf(desk, () => write(0, said)).message).toContain(sentence);
});

test('files of one collection say what its people say, files of several nothing', () => {
  const { articleId } = desk.article('One line.');
  write(0, { publisher: 'The Courier' });
  const about = (filter = {}) => findAbout(desk.desk.sqlite, filter);
  expect(about()).toMatchObject({ name: 'Desk', publisher: 'The Courier', release: null });
  const other = blindProject(desk);
  expect(about()).toEqual(NOTHING_SAID);
  expect(about({ articleIds: [articleId] })).toMatchObject({ publisher: 'The Courier' });
  expect(about({ collectionId: other.collectionId })).toMatchObject({ publisher: null });
  expect(about({ articleIds: ['none'] })).toEqual(NOTHING_SAID);
});
