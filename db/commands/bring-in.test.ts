import { afterEach, beforeEach, expect, it } from 'vitest';
import { guessFormat } from '@/corpus/interchange/read/guess';
import { READ_FORMATS } from '@/corpus/interchange/read/model';
import { AWKWARD_ARTICLES } from '@/corpus/interchange/testing/awkward';
import { EXAMPLE } from '@/corpus/interchange/testing/example';
import { written } from '@/corpus/interchange/testing/written';
import { closeDesk, openDesk } from '../client';
import { iterateDataset } from '../queries/dataset';
import { AWKWARD, mark } from '../testing/dataset-marks';
import { makeDesk, type TestDesk } from '../testing/desk';
import { dump } from '../testing/work';
import { bringIn } from './bring-in';

let from: TestDesk;
let into: TestDesk;
beforeEach(() => ([from, into] = [makeDesk(), makeDesk()]));
afterEach(() => {
  from.close();
  into.close();
});

it.each(READ_FORMATS)('%s is known by what is in the files', (format) => {
  const { files } = written(format, [EXAMPLE, ...AWKWARD_ARTICLES]);
  expect(guessFormat(files)).toBe(format);
  expect(guessFormat({ 'notes.txt': 'Nothing' })).toBeNull();
});

it('a plan makes no collection, and writes nothing at all', () => {
  const before = dump(into.desk);
  const { files } = written('jsonl', [EXAMPLE]);
  const order = { format: 'jsonl', files, collection: 'Quite new' } as const;
  expect(bringIn(into.desk, into.actor, order, true)).toMatchObject({ added: 2, isWritten: false });
  expect(dump(into.desk)).toEqual(before);
  expect(bringIn(into.desk, into.actor, order, false)).toMatchObject({ added: 2, isWritten: true });
  expect([...iterateDataset(into.desk)].map(({ collection }) => collection)).toEqual(['Quite new']);
});

it.each(READ_FORMATS)(
  'a plan of %s tells what comes of it, also while somebody writes',
  (format) => {
    const articles = [EXAMPLE, ...AWKWARD_ARTICLES];
    const { files } = written(format, articles);
    const order = { format, files, collection: 'Desk' };
    const plan = () => {
      const { isWritten, articles: found, ...told } = bringIn(into.desk, into.actor, order, true);
      expect(isWritten).toBe(false);
      return { ...told, articles: found.map(({ name, isNew }) => [name, isNew]) };
    };
    const other = openDesk(into.desk.path);
    other.sqlite.exec('BEGIN IMMEDIATE');
    const planned = plan();
    other.sqlite.exec('ROLLBACK');
    closeDesk(other);
    const { isWritten, articles: found, ...told } = bringIn(into.desk, into.actor, order, false);
    expect(isWritten).toBe(true);
    expect({ ...told, articles: found.map(({ name, isNew }) => [name, isNew]) }).toEqual(planned);
    expect(plan()).toMatchObject({ added: 0, known: planned.added });
  },
);

it('keeps nobody from writing where nothing comes of it', () => {
  const order = (flags: readonly 'sensitive'[]) => {
    const annotations = EXAMPLE.annotations.map((one) => ({ ...one, flags }));
    const { files } = written('jsonl', [{ ...EXAMPLE, annotations }]);
    return { format: 'jsonl', files, collection: 'Desk' } as const;
  };
  expect(bringIn(into.desk, into.actor, order([]), false).isWritten).toBe(true);
  const other = openDesk(into.desk.path);
  other.sqlite.exec('BEGIN IMMEDIATE');
  const again = bringIn(into.desk, into.actor, order([]), false);
  const changed = bringIn(into.desk, into.actor, order(['sensitive']), false);
  other.sqlite.exec('ROLLBACK');
  closeDesk(other);
  expect(again).toMatchObject({ added: 0, known: 2, isWritten: false });
  expect(changed.conflicts).toHaveLength(2);
  expect(changed.isWritten).toBe(false);
});

it.each(['iob2', 'conllu'] as const)(
  'the words of %s are found in the articles that are here',
  (format) => {
    // prettier-ignore
    const articles = AWKWARD.map((text) => from.article(text));
    for (const article of articles) mark(from, article);
    for (const text of AWKWARD) into.article(text);
    const { files } = written(format, [...iterateDataset(from.desk)]);
    const order = { format, files, collection: 'Desk' };
    const report = bringIn(into.desk, into.actor, order, false);
    expect(report.conflicts).toEqual([]);
    expect(report.articles.every(({ isNew }) => !isNew)).toBe(true);
    const contents = (desk: TestDesk) =>
      [...iterateDataset(desk.desk)].flatMap(({ annotations }) =>
        annotations.flatMap(
          ({ parts }) =>
        parts.filter(({ part }) => part === 'content').flatMap(({ pieces }) => pieces.map(({ exact }) => exact)), // prettier-ignore
        ),
      );
    expect(contents(into).sort()).toEqual(contents(from).sort());
  },
);

it('files that cannot be read are refused with a sentence', () => {
  const order = { format: 'csv', files: { 'a.csv': '' }, collection: 'Desk' } as const;
  expect(() => bringIn(into.desk, into.actor, order, true)).toThrow('The package lacks');
});
