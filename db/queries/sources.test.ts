import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CommandStep } from '@/corpus/commands/requests';
import { projectMissingSources } from '../commands/project-source';
import { newId } from '../ids';
import { makeDesk, type TestDesk } from '../testing/desk';
import { propose, suggestionOf } from '../testing/suggest';
import { spanOf, step, versionOf } from '../testing/work';
import { findSource, listSources, SOURCES_PAGE } from './sources';

const FIRST = `The wall

Mayor Ada Brevik said the wall would hold. Brevik called it a good wall.

“It will hold,” she said.`;
const SECOND = `The road

The county said the road was closed. The mayor, Ada Brevik, said it was not.`;

let test: TestDesk;

beforeEach(() => {
  test = makeDesk();
});
afterEach(() => test.close());

function attribute(
  article: ReturnType<TestDesk['article']>,
  source: string,
  content: string,
): string {
  const id = newId();
  const { articleId, revisionId, text } = article;
  const spans = [spanOf(text, content), spanOf(text, source, 'source')];
  test.run(step('createAnnotation', { id, articleId, revisionId, kind: 'attribution', spans }));
  return id;
}

const names = (words = '') =>
  listSources(test.desk, { words, after: null }).map(
    ({ name, statements, articles }) => `${name}: ${statements} in ${articles}`,
  );
const idOf = (name: string) =>
  listSources(test.desk, { words: name, after: null }).find((line) => line.name === name)!.id;
const run = (command: CommandStep) => test.run(command);

it('lists who is given words, over all articles, in time', () => {
  const first = test.article(FIRST);
  const second = test.article(SECOND);
  attribute(first, 'Mayor Ada Brevik', 'the wall would hold');
  attribute(first, 'Brevik', 'a good wall');
  attribute(second, 'The county', 'the road was closed');
  const gone = attribute(second, 'The mayor, Ada Brevik', 'it was not');
  expect(names()).toEqual(['Brevik: 1 in 1', 'The county: 1 in 1', 'Mayor Ada Brevik: 1 in 1', 'The mayor, Ada Brevik: 1 in 1']); // prettier-ignore
  run(step('removeAnnotation', { id: gone, version: versionOf(test.desk, 'annotation', gone) }));
  expect(names('brevik')).toEqual(['Brevik: 1 in 1', 'Mayor Ada Brevik: 1 in 1']);
  expect(names('50%')).toEqual([]);
  const { statements } = findSource(test.desk, idOf('The county'))!;
  expect(statements).toMatchObject([{ words: 'the road was closed', sourceWords: 'The county', headline: 'The road' }]); // prettier-ignore
});

it('what a person marked goes by the speaker that a detector reads there, before or after', () => {
  const first = test.article(FIRST);
  const speaker = { name: 'Ada Brevik', named: true, introduced: null };
  attribute(first, 'Mayor Ada Brevik', 'the wall would hold');
  propose(test, first.articleId, (text) => [
    suggestionOf(text, 'attribution', 'the wall would hold', {
      source: 'Mayor Ada Brevik',
      speaker,
    }),
    suggestionOf(text, 'attribution', '“It will hold,”', { source: 'she', speaker }),
  ]);
  expect(names()).toEqual(['Ada Brevik: 1 in 1']);
  attribute(first, 'she', '“It will hold,”');
  expect(names()).toEqual(['Ada Brevik: 2 in 1']);
});

it('a person joins names and splits them again, with undo', () => {
  const first = test.article(FIRST);
  attribute(first, 'Mayor Ada Brevik', 'the wall would hold');
  attribute(first, 'Brevik', 'a good wall');
  attribute(test.article(SECOND), 'The mayor, Ada Brevik', 'it was not');
  const joined = newId();
  const { id } = run(step('joinSources', { id: joined, name: 'Ada Brevik', members: [idOf('Brevik'), idOf('Mayor Ada Brevik')] })); // prettier-ignore
  expect(names()).toEqual(['Ada Brevik: 2 in 1', 'The mayor, Ada Brevik: 1 in 1']);
  const again = newId();
  run(step('joinSources', { id: again, name: 'Ada Brevik', members: [joined, idOf('The mayor, Ada Brevik')] })); // prettier-ignore
  expect(names()).toEqual(['Ada Brevik: 3 in 2']);
  const detail = findSource(test.desk, again)!;
  expect(detail.aliases.map(({ key }) => key).sort()).toEqual(['brevik', 'mayor ada brevik', 'mayor, ada brevik']); // prettier-ignore
  expect(detail.total).toBe(3);

  const split = run(step('splitSource', { key: 'brevik' }));
  expect(names()).toEqual(['Ada Brevik: 2 in 2', 'Brevik: 1 in 1']);
  run(step('undoCommand', { commandId: split.id }));
  expect(names()).toEqual(['Ada Brevik: 3 in 2']);
  expect(id).not.toBe(split.id);
  expect(findSource(test.desk, joined)).toBeNull();
});

it('an accepted suggestion is listed under the name that the article gives in full', () => {
  const article = test.article(FIRST);
  const speaker = { name: 'Ada Brevik', named: true, introduced: null };
  const quote = '“It will hold,”';
  propose(test, article.articleId, (text) => [
    suggestionOf(text, 'attribution', quote, { source: 'she', cue: 'said', speaker }),
  ]);
  expect(names()).toEqual([]);
  run(step('acceptAllSuggestions', { articleId: article.articleId, confidence: 0 }));
  expect(names()).toEqual(['Ada Brevik: 1 in 1']);
});

it('attributions that were marked before there was a register are put in, once', () => {
  attribute(test.article(FIRST), 'Brevik', 'a good wall');
  test.desk.sqlite.exec('DELETE FROM attribution_source');
  expect(names()).toEqual([]);
  projectMissingSources(test.desk);
  projectMissingSources(test.desk);
  expect(names()).toEqual(['Brevik: 1 in 1']);
});

it('goes on from page to page without leaving anybody out', () => {
  const people = Array.from(
    { length: SOURCES_PAGE + 5 },
    (_, n) => `Person${String(n).padStart(3, '0')}`,
  );
  const text = `Names\n\n${people.map((name) => `${name} agreed with${name}.`).join(' ')}`;
  const article = test.article(text);
  for (const name of people) attribute(article, name, `with${name}`);
  const page = listSources(test.desk, { words: '', after: null });
  const rest = listSources(test.desk, { words: '', after: page.at(-1)! });
  expect(page).toHaveLength(SOURCES_PAGE);
  expect(new Set([...page, ...rest].map(({ name }) => name)).size).toBe(people.length);
});
