import { afterEach, beforeEach, expect, it } from 'vitest';
import { cardsOf } from '@/corpus/adjudication/cards';
import type { CommandInputs } from '@/corpus/commands/requests';
import { newId } from '../ids';
import { findAdjudicable, iterateAdjudicable, listUnclear } from '../queries/adjudication';
import { namedCards } from '@/corpus/adjudication/naming';
import { adjudicationReport } from '@/corpus/adjudication/scores';
import { layerNames } from '../queries/layer-names';
import { blindProject } from '../testing/projects';
import { AWKWARD, markInLayer, type Marks } from '../testing/dataset-marks';
import { makeDesk, type TestDesk } from '../testing/desk';
import { countRows, refusalOf, rowOf, spanOf, step, versionOf } from '../testing/work';
import { StaleError } from './errors';
import { reviseFromText } from './revise';
import { runCommand } from './run';

let test: TestDesk;
let article: ReturnType<TestDesk['article']>;
let ana: Marks;
let ben: Marks;

beforeEach(() => {
  test = makeDesk();
  article = test.article(AWKWARD[0]!);
  ana = markInLayer(test, article, 'Ana');
  ben = markInLayer(test, article, 'Ben');
});
afterEach(() => test.close());

const cards = () => cardsOf(findAdjudicable(test.desk, article.articleId)!);
const cardOf = (id: string) =>
  cards().find(({ members, result }) => result?.id === id || members.some((one) => one.id === id))!;
const states = () => cards().map(({ state }) => state).join(); // prettier-ignore
const version = (table: string, id: string) => versionOf(test.desk, table, id);

function respan(id: string, words: string): string {
  return test.run(step('respanAnnotation', { id, version: version('annotation', id), spans: [spanOf(article.text, words)] })).id; // prettier-ignore
}

function decide(
  members: readonly string[],
  more: Pick<CommandInputs['adjudicate'], 'outcome'> & Partial<CommandInputs['adjudicate']>,
): { readonly id: string; readonly commandId: string } {
  const id = newId();
  const { articleId, revisionId } = article;
  const { id: commandId } = test.run(step('adjudicate', { id, articleId, revisionId, members, ...more })); // prettier-ignore
  return { id, commandId };
}

it('accepts together what all layers marked the same, and one undo takes all of it back', () => {
  respan(ben.claim, 'Ridership fell 12%');
  expect(states()).toBe('agreed,agreed,open');
  const { articleId, revisionId } = article;
  const { id } = test.run(step('adjudicateAgreed', { articleId, revisionId }));
  expect(states()).toBe('decided,decided,open');
  const { decision, result } = cardOf(ana.quote);
  expect(decision).toMatchObject({ outcome: 'agreed', person: 'Ada' });
  expect(decision!.members.map(({ layer, isTaken }) => [layer, isTaken])).toEqual([['Ana', true], ['Ben', true]]); // prettier-ignore
  expect(result).toMatchObject({ kind: 'quote', layer: 'adjudicated' });
  expect(result!.spans).toEqual(cardOf(ana.quote).members[0]!.spans);
  expect(rowOf(test.desk, 'check', checkOf(result!.id))).toMatchObject({ status: 'unchecked', listed: 1 }); // prettier-ignore
  test.run(step('undoCommand', { commandId: id }));
  expect(states()).toBe('agreed,agreed,open');
  const nothing = step('adjudicateAgreed', { articleId, revisionId });
  test.run(nothing);
  expect(refusalOf(test, () => test.run(nothing)).message).toContain('nothing left');
});

function checkOf(annotationId: string): string {
  return test.desk.sqlite
    .prepare<[string], string>('SELECT id FROM "check" WHERE annotation_id = ?')
    .pluck()
    .get(annotationId)!;
}

it('takes one’s version with its attributes, and keeps who, when and from whose spans', () => {
  respan(ben.claim, 'Ridership fell 12%');
  const members = [ana.claim, ben.claim];
  const { commandId } = decide(members, { outcome: 'taken', takenId: ben.claim });
  const { state, decision, result } = cardOf(ana.claim);
  expect(state).toBe('decided');
  expect(decision).toMatchObject({ outcome: 'taken', person: 'Ada', annotationId: result!.id });
  expect(decision!.members).toEqual([
    { annotation: ana.claim, layer: 'Ana', isTaken: false },
    { annotation: ben.claim, layer: 'Ben', isTaken: true },
  ]);
  expect(result!.attributes).toMatchObject({ types: ['number', 'date'], flags: ['harm'] });
  test.run(step('undoCommand', { commandId }));
  expect(cardOf(ana.claim)).toMatchObject({ state: 'open', decision: null, result: null });
});

it('lets a written mark stand, rejects with a reason, and collects where the guide is unclear', () => {
  const spans = [spanOf(article.text, 'Mayor denies cuts')];
  decide([], { outcome: 'written', mark: { kind: 'claim', spans, attributes: { types: ['event'] } } }); // prettier-ignore
  expect(cards()[0]).toMatchObject({ state: 'decided', members: [], result: { kind: 'claim' } });
  const members = [ana.claim, ben.claim];
  expect(refusalOf(test, () => decide(members, { outcome: 'rejected' })).message).toBe('Say why none of them stands.'); // prettier-ignore
  const { id } = decide(members, { outcome: 'guide_unclear', reason: 'Is a year a date?' });
  expect(cardOf(ana.claim)).toMatchObject({ state: 'decided', result: null });
  expect(listUnclear(test.desk, test.collectionId)).toMatchObject([
    { note: 'Is a year a date?', person: 'Ada', words: 'Ridership fell 12% in 2025' },
  ]);
  const again = { revisionId: article.revisionId, members, outcome: 'rejected', reason: 'No.' } as const; // prettier-ignore
  test.run(step('adjudicateAgain', { id, version: 1, ...again }));
  expect(listUnclear(test.desk, test.collectionId)).toEqual([]);
});

it('refuses what cannot stand, with one sentence, and writes nothing', () => {
  const members = [ana.claim, ben.claim];
  const of = (...input: Parameters<typeof decide>) => refusalOf(test, () => decide(...input)).message; // prettier-ignore
  expect(of([], { outcome: 'rejected', reason: 'No.' })).toBe('Say which marks this decides.');
  expect(of(members, { outcome: 'taken', takenId: ana.quote })).toBe('Say whose version is taken.');
  expect(of(members, { outcome: 'merged' })).toBe('Say which words are to stand.');
  const split = [{ ...spanOf(article.text, 'Mayor'), end: 20 + article.text.indexOf('\n\n') }];
  expect(of(members, { outcome: 'merged', mark: { kind: 'claim', spans: split } })).toContain('one paragraph'); // prettier-ignore
  test.run(step('removeAnnotation', { id: ben.claim, version: version('annotation', ben.claim) }));
  expect(of(members, { outcome: 'taken', takenId: ana.claim })).toContain('taken away');
  reviseFromText(test.desk, test.actor, { ...article, note: null, text: `${article.text} More.` });
  expect(of([ana.claim], { outcome: 'taken', takenId: ana.claim })).toContain('newer revision');
});

it('refuses a second curator’s decision with the one that stands, and a stale one', () => {
  const members = [ana.claim, ben.claim];
  const { id } = decide(members, { outcome: 'taken', takenId: ana.claim });
  const bo = test.person('Bo', 'editor');
  const { articleId, revisionId } = article;
  const late = step('adjudicate', { id: newId(), articleId, revisionId, members: [ben.claim], outcome: 'rejected', reason: 'No.' }); // prettier-ignore
  const refused = refusalOf(test, () => runCommand(test.desk, bo, { id: newId(), steps: [late] }));
  expect(refused).toBeInstanceOf(StaleError);
  expect((refused as StaleError).current).toMatchObject({ id, by: 'Ada', fields: { outcome: 'taken' } }); // prettier-ignore
  const again = { id, version: 1, revisionId, members, outcome: 'rejected', reason: 'No.' } as const; // prettier-ignore
  runCommand(test.desk, bo, { id: newId(), steps: [step('adjudicateAgain', again)] });
  expect(cardOf(ana.claim)).toMatchObject({ result: null, decision: { outcome: 'rejected', person: 'Bo' } }); // prettier-ignore
  expect(refusalOf(test, () => test.run(step('adjudicateAgain', again)))).toBeInstanceOf(StaleError); // prettier-ignore
});

it('raises a decision again for a later mark or change and lets what stands stand; undone, it is settled', () => {
  const members = [ana.claim, ben.claim];
  const { id } = decide(members, { outcome: 'taken', takenId: ana.claim });
  const standing = cardOf(ana.claim).result!;
  const changeId = respan(ben.claim, 'Ridership fell');
  expect(cardOf(ana.claim)).toMatchObject({ state: 'raised', result: standing });
  expect(cardOf(ana.claim).decision!.changed).toEqual([{ annotation: ben.claim, isRemoved: false }]); // prettier-ignore
  test.run(step('undoCommand', { commandId: changeId }));
  expect(cardOf(ana.claim).state).toBe('decided');
  const cem = markInLayer(test, article, 'Cem');
  expect(cardOf(cem.claim)).toMatchObject({ id, state: 'raised', added: ['Cem'], result: standing }); // prettier-ignore
  test.run(step('adjudicateAgain', { id, version: 1, revisionId: article.revisionId, members: [...members, cem.claim], outcome: 'taken', takenId: cem.claim })); // prettier-ignore
  expect(cardOf(cem.claim)).toMatchObject({ state: 'decided', result: { id: standing.id } });
  test.run(step('removeAnnotation', { id: cem.claim, version: version('annotation', cem.claim) }));
  expect(cardOf(ana.claim).decision!.changed).toEqual([{ annotation: cem.claim, isRemoved: true }]); // prettier-ignore
});

it('nobody changes an adjudicated mark beside its case, and no redo brings back a second decision', () => {
  const members = [ana.claim, ben.claim];
  const { commandId } = decide(members, { outcome: 'taken', takenId: ana.claim });
  const { id } = cardOf(ana.claim).result!;
  expect(refusalOf(test, () => respan(id, 'Ridership fell')).message).toContain('decide its case again'); // prettier-ignore
  const of = (act: () => unknown) => refusalOf(test, act).message;
  expect(of(() => test.run(step('removeAnnotation', { id, version: 1 })))).toContain('adjudicated');
  expect(of(() => test.run(step('retagAnnotation', { id, version: 1, kind: 'quote' })))).toContain('adjudicated'); // prettier-ignore
  const undo = test.run(step('undoCommand', { commandId }));
  decide(members, { outcome: 'rejected', reason: 'No.' });
  expect(of(() => test.run(step('undoCommand', { commandId: undo.id })))).toContain('decided anew');
});

it('decisions follow their marks to a new revision and to the other part of a split article', () => {
  decide([ana.claim, ben.claim], { outcome: 'taken', takenId: ana.claim });
  const { articleId } = article;
  const text = article.text.replace('Mayor denies cuts', 'Mayor again denies all cuts');
  const revisionId = reviseFromText(test.desk, test.actor, { articleId, revisionId: article.revisionId, note: null, text }).id; // prettier-ignore
  const { state, result, start } = cardOf(ana.claim);
  expect(state).toBe('decided');
  expect(text.slice(start).startsWith('Ridership')).toBe(true);
  const partId = newId();
  test.run(step('splitArticle', { id: articleId, version: version('article', articleId), revisionId, blockOrdinal: 1, newId: partId })); // prettier-ignore
  const moved = cardsOf(findAdjudicable(test.desk, partId)!).find((card) => card.result?.id === result!.id); // prettier-ignore
  expect(moved).toMatchObject({ state: 'decided', decision: { outcome: 'taken' } });
  expect(countRows(test.desk, 'adjudication')).toBe(1);
});

it('decides about a mark of the adjudicated layer that came with a file', () => {
  const came = markInLayer(test, article, 'Cem').claim;
  test.desk.sqlite.prepare("UPDATE annotation SET layer = 'adjudicated' WHERE id = ?").run(came);
  expect(cardOf(ana.claim)).toMatchObject({ state: 'decided', decision: null, result: { id: came } }); // prettier-ignore
  decide([ana.claim, ben.claim], { outcome: 'rejected', reason: 'No claim.', standingId: came });
  expect(cardOf(ana.claim)).toMatchObject({ state: 'decided', result: null, decision: { outcome: 'rejected' } }); // prettier-ignore
  expect(rowOf(test.desk, 'annotation', came)['removed']).toBe(1);
});

it('keeps the layers of two people with one name apart, each with a score of its own', () => {
  const blind = blindProject(test);
  test.desk.sqlite.prepare("UPDATE person SET name = 'Kim' WHERE id IN (?, ?)").run(blind.ann.id, blind.ben.id); // prettier-ignore
  const { articleId, revisionId } = blind.articles[0]!;
  for (const [actor, words] of [[blind.ann, ['two cranes', 'clerk']], [blind.ben, ['two cranes']]] as const) {
    const id = blind.hand(0, actor);
    for (const each of words) blind.mark(actor, 0, each);
    blind.as(actor, step('submitLayer', { id, version: 1 }));
  } // prettier-ignore
  test.run(step('adjudicateAgreed', { articleId, revisionId }));
  const [, open] = cardsOf(findAdjudicable(test.desk, articleId)!);
  expect(open).toMatchObject({ state: 'open', missing: [blind.ben.id], members: [{ layer: blind.ann.id }] }); // prettier-ignore
  test.run(step('adjudicate', { id: newId(), articleId, revisionId, members: open!.members.map(({ id }) => id), outcome: 'taken', takenId: open!.members[0]!.id })); // prettier-ignore
  const { scores } = adjudicationReport(iterateAdjudicable(test.desk, blind.collectionId));
  const told = new Map(scores.map(({ layer, cases, overlap }) => [layer, [cases, overlap.recall.value]])); // prettier-ignore
  expect(told).toEqual(new Map([[blind.ann.id, [2, 1]], [blind.ben.id, [2, 0.5]]])); // prettier-ignore
  const nameOf = layerNames(test.desk).nameOf;
  const named = namedCards(cardsOf(findAdjudicable(test.desk, articleId)!), nameOf);
  expect(named[1]!.decision!.members[0]!.layer).toBe(nameOf(blind.ann.id));
  expect([nameOf(blind.ann.id), nameOf(blind.ben.id)].sort()).toEqual(['Kim', 'Kim (2)']);
});
