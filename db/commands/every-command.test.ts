import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandName, CommandStep } from '@/corpus/commands/requests';
import { newInquiryKey } from '@/corpus/outside/model';
import { WHOLE_TAG_SET } from '@/corpus/project/tag-set';
import { newId } from '../ids';
import { mayRun, type Role } from '../policies';
import { listOpenSuggestions } from '../queries/suggestions';
import { makeDesk, type TestDesk } from '../testing/desk';
import { noteOn } from '../testing/notes';
import { blindProject } from '../testing/projects';
import { propose, suggestionOf } from '../testing/suggest';
import { checkedAlone, disputed, judgedApart } from '../testing/checks';
import { STORY, addEvidence, countRows, dump, mark, refusalOf, rowOf, spanOf, standing, step, versionOf } from '../testing/work'; // prettier-ignore
import { StaleError } from './errors';
import { reviseFromText } from './revise';
import { INPUTS } from './inputs';
import { keepCopy } from './keep-copy';
import { runCommand } from './run';

interface Case {
  readonly name: Exclude<CommandName, 'undoCommand'>;
  readonly step: CommandStep;
  /** What its first event must be about, and one of the fields it must tell. */
  readonly entity: string;
  readonly field: string;
  /** False for what cannot be taken back; `cut` for what is taken back by new revisions. */
  readonly undo?: false | 'cut';
}

let test: TestDesk;
let cases: readonly Case[];

/** One valid step for each command, on things made for it alone. */
function makeCases(): readonly Case[] {
  const article = test.article(STORY);
  const { articleId, revisionId, text } = article;
  const { collectionId } = test;
  const claim = (words: string) => mark(test, article, words);
  const version = 1;
  const [a, b, c, d, e, f, g, h] = ['Port Hallen', '41,000', 'two harbours', 'lighthouse', '1911', '62 metres', 'Monday', 'Mayor'].map(claim) as [ReturnType<typeof claim>, ...ReturnType<typeof claim>[]]; // prettier-ignore
  const item = addEvidence(test);
  const other = addEvidence(test, { title: 'Tape' });
  const cite = (checkId: string) => {
    const id = newId();
    test.run(step('citeEvidence', { id, checkId, evidenceItemId: other, stance: 'supports', primary: true })); // prettier-ignore
    return id;
  };
  const view = newId();
  test.run(step('saveView', { id: view, name: 'Old', query: 'status=open' }));
  const blockId = test.desk.sqlite.prepare<[], string>('SELECT id FROM block WHERE ordinal = 0').pluck().get()!; // prettier-ignore
  const whole = test.article(`${STORY}\nA fourth paragraph.`);
  const cut = { id: whole.articleId, version, revisionId: whole.revisionId };
  const halves = test.article(`${STORY}\nA fifth paragraph.`);
  const half = newId();
  test.run(step('splitArticle', { id: halves.articleId, version, revisionId: halves.revisionId, blockOrdinal: 2, newId: half })); // prettier-ignore
  test.run(step('editArticle', { id: half, version: 1, headline: 'Half' }));
  const pair = { id: halves.articleId, version: 2, withId: half, withVersion: 2 };
  const thread = noteOn(test);
  const [oneOf, otherOne] = ['A seventh paragraph.', 'An eighth paragraph.'].map((end) => test.article(`${STORY}\n${end}`)) as [typeof article, typeof article]; // prettier-ignore
  const twice = test.article(`${STORY}\nA sixth paragraph.`);
  const { articleId: twiceId } = twice;
  const revised = { id: twiceId, revisionId: reviseFromText(test.desk, test.actor, { ...twice, note: null, text: `${twice.text} More.` }).id }; // prettier-ignore
  const handed = claim('metres high');
  const apart = judgedApart(test);
  const doubted = disputed(test, b!.checkId);
  const alone = checkedAlone(test);
  const bare = test.article('A quiet line.\n\nNo more is said here.\n\nNor here.');
  const place = { articleId: bare.articleId, revisionId: bare.revisionId };
  const cover = (from: number, to: number) => {
    const id = newId();
    test.run(step('markNothingToCheck', { id, ...place, start: from, end: to }));
    return id;
  };
  const covered = [...bare.text.matchAll(/[^.]+\./g)].map((found) => {
    const start = found.index + found[0].search(/\S/);
    return cover(start, found.index + found[0].length);
  });
  const listOf = (name: string, required: boolean) => ({ id: newId(), collectionId, name, items: [{ id: newId(), words: 'Names' }], required }); // prettier-ignore
  const [lists, gone] = [listOf('Print', false), listOf('Old', false)];
  for (const list of [lists, gone]) test.run(step('addChecklist', list));
  const signed = newId();
  test.run(step('signArticle', { id: signed, ...place }));
  const signable = test.article('One more quiet line.');
  test.run(step('markNothingToCheck', { id: newId(), articleId: signable.articleId, revisionId: signable.revisionId, start: 0, end: signable.text.length })); // prettier-ignore
  const asking = (key: string) => ({ articleId, name: 'Dr Vale', sourceId: null, annotationIds: [a.id], showsHeadline: true, days: 7, key }); // prettier-ignore
  const asked = newId();
  test.run(step('openInquiry', { id: asked, ...asking(newInquiryKey()) }));
  const call = { name: 'The clerk', way: 'phone', askedAt: '2026-11-20T09:30Z', question: 'Is it so?', answer: null, terms: 'on_record' } as const; // prettier-ignore
  const calls = [newId(), newId()];
  for (const id of calls) test.run(step('logContact', { id, checkId: a.checkId, ...call }));
  const kept = keepCopy(test.desk, test.actor, item, { bytes: Buffer.from('Minutes of May'), from: { file: 'may.txt' } }); // prettier-ignore
  const secret = addEvidence(test, { terms: 'off_record' });
  const blind = blindProject(test);
  const detectors = [newId(), newId()];
  for (const [at, id] of detectors.entries()) test.run(step('addDetector', { id, address: `http://127.0.0.1:${6000 + at}/`, seconds: 5 })); // prettier-ignore
  const layered = test.article(`${STORY}\nA ninth paragraph.`);
  const inLayer = (words: string) => {
    const { id } = mark(test, layered, words);
    test.desk.sqlite.prepare("UPDATE annotation SET layer = 'Ana' WHERE id = ?").run(id);
    return id;
  };
  const [one, two] = [inLayer('Port Hallen'), inLayer('two harbours')];
  inLayer('lighthouse');
  const seen = { revisionId: layered.revisionId };
  const decision = newId();
  test.run(step('adjudicate', { id: decision, articleId: layered.articleId, ...seen, members: [two], outcome: 'rejected', reason: 'No claim.' })); // prettier-ignore
  test.run(step('writeDatasheet', { id: collectionId, version: 0, citation: 'Port Hallen desk' }));
  const somebody = test.person('Somebody');
  const another = test.person('Another', 'reader');
  const leaver = test.person('Leaver');
  const created = { articleId, revisionId, kind: 'claim' as const, spans: [spanOf(text, 'euros')] };
  const newItem = { collectionId, kind: 'page', title: 'Page', place: 'https://x.example', origin: 'X', terms: 'background' } as const; // prettier-ignore
  propose(test, articleId, (all) => ['cost 3.4 million', 'no choice', 'on Monday', 'Its new lighthouse'].map((words) => suggestionOf(all, 'claim', words))); // prettier-ignore
  const suggested = listOpenSuggestions(test.desk, articleId).map(({ id }) => id);
  test.run(
    step('joinSources', { id: newId(), name: 'The coroner', members: ['coroner', 'dr orm'] }),
  );
  return [
    { name: 'createAnnotation', step: step('createAnnotation', { id: newId(), ...created }), entity: 'annotation', field: 'spans' },
    { name: 'respanAnnotation', step: step('respanAnnotation', { id: a.id, version, spans: [spanOf(text, 'town of Port Hallen')] }), entity: 'annotation', field: 'spans' },
    { name: 'retagAnnotation', step: step('retagAnnotation', { id: b!.id, version, kind: 'quote', attributes: { types: ['number'], flags: ['harm'] } }), entity: 'annotation', field: 'types' },
    { name: 'removeAnnotation', step: step('removeAnnotation', { id: c!.id, version }), entity: 'annotation', field: 'removed' },
    { name: 'setStatus', step: step('setStatus', { checkId: d!.checkId, version, status: 'checking' }), entity: 'check', field: 'status' },
    { name: 'recordFinding', step: step('recordFinding', { checkId: e!.checkId, version, finding: 'refuted', rationale: 'No.' }), entity: 'check', field: 'finding' },
    { name: 'setDisposition', step: step('setDisposition', { checkId: f!.checkId, version, disposition: 'fix', replacement: '63 metres' }), entity: 'check', field: 'replacement' },
    { name: 'assignCheck', step: step('assignCheck', { checkId: g!.checkId, version, assigneeId: somebody.id }), entity: 'check', field: 'assigneeId' },
    { name: 'takeCheck', step: step('takeCheck', { checkId: f!.checkId }), entity: 'check', field: 'assigneeId' },
    { name: 'handOverCheck', step: step('handOverCheck', { id: newId(), checkId: handed.checkId, version, toId: somebody.id, note: 'The clerk calls back.' }), entity: 'check', field: 'assigneeId' },
    { name: 'handInJudgement', step: step('handInJudgement', { checkId: apart.checkId }), entity: 'assessment', field: 'handedInAt' },
    { name: 'decideDispute', step: step('decideDispute', { id: newId(), checkId: doubted.checkId, version: doubted.version, finding: 'refuted', reason: 'The minutes say 40,000.' }), entity: 'check', field: 'finding' },
    { name: 'overrideSignOff', step: step('overrideSignOff', { id: newId(), checkId: alone.checkId, version: alone.version, reason: 'Nobody else is here tonight.' }), entity: 'check', field: 'signedHash' },
    { name: 'setMode', step: step('setMode', { id: collectionId, version, mode: 'panel', panelSize: 3, quorum: 2 }), entity: 'collection', field: 'quorum' },
    { name: 'setProject', step: step('setProject', { id: blind.collectionId, version: 1, labelling: 'blind', mayLook: false, perArticle: 3, timeoutHours: 24 }), entity: 'project', field: 'perArticle', undo: false },
    { name: 'writeGuide', step: step('writeGuide', { id: newId(), collectionId, after: 1, body: '# Claims' }), entity: 'guide', field: 'body', undo: false },
    { name: 'setTagSet', step: step('setTagSet', { id: newId(), collectionId, after: 0, tagSet: { ...WHOLE_TAG_SET, speech: ['direct'] }, migrations: [] }), entity: 'tagSet', field: 'definition', undo: false },
    { name: 'writeDatasheet', step: step('writeDatasheet', { id: collectionId, version, licence: 'CC BY 4.0', answers: { purpose: 'To learn how often figures are wrong.' } }), entity: 'datasheet', field: 'answers' },
    { name: 'setMember', step: step('setMember', { id: newId(), collectionId: blind.collectionId, personId: somebody.id, joined: true }), entity: 'projectMember', field: 'personId', undo: false },
    { name: 'setUse', step: step('setUse', { articleId: blind.articles[0]!.articleId, use: 'training' }), entity: 'projectArticle', field: 'use', undo: false },
    { name: 'takeArticle', step: step('takeArticle', { id: newId(), collectionId: blindProject(test).collectionId }), entity: 'assignment', field: 'handedOutAt', undo: false },
    { name: 'handOutArticle', step: step('handOutArticle', { id: newId(), articleId: blind.articles[3]!.articleId, personId: blind.ann.id }), entity: 'assignment', field: 'personId', undo: false },
    { name: 'giveBackArticle', step: step('giveBackArticle', { id: blind.hand(1), version }), entity: 'assignment', field: 'removed', undo: false },
    { name: 'submitLayer', step: step('submitLayer', { id: blind.hand(2, test.actor), version }), entity: 'assignment', field: 'submittedAt', undo: false },
    { name: 'returnLayer', step: step('returnLayer', { id: blind.submitted(4), version: 2, reason: 'The last paragraph is empty.' }), entity: 'assignment', field: 'returnReason', undo: false },
    { name: 'setDue', step: step('setDue', { checkId: h!.checkId, version, dueAt: '2026-12-24' }), entity: 'check', field: 'dueAt' },
    { name: 'addEvidence', step: step('addEvidence', { id: newId(), ...newItem }), entity: 'evidence', field: 'title' },
    { name: 'editEvidence', step: step('editEvidence', { id: item, version, title: 'Better', place: '' }), entity: 'evidence', field: 'title' },
    { name: 'citeEvidence', step: step('citeEvidence', { id: newId(), checkId: d!.checkId, evidenceItemId: item, stance: 'refutes', primary: false }), entity: 'citation', field: 'stance' },
    { name: 'editCitation', step: step('editCitation', { id: cite(d!.checkId), version, locator: 'p. 4', excerpt: 'x' }), entity: 'citation', field: 'locator' },
    { name: 'removeCitation', step: step('removeCitation', { id: cite(e!.checkId), version }), entity: 'citation', field: 'removed' },
    { name: 'removeCopy', step: step('removeCopy', { id: kept, version }), entity: 'archivedCopy', field: 'removed' },
    { name: 'nameConfidants', step: step('nameConfidants', { about: 'evidence', id: secret, personIds: [somebody.id] }), entity: 'confidant', field: 'personId' },
    { name: 'postMessage', step: step('postMessage', { id: newId(), annotationId: a.id, body: 'Who says so?' }), entity: 'message', field: 'body' },
    { name: 'replyToThread', step: step('replyToThread', { id: newId(), threadId: thread, body: 'The one of Quell.' }), entity: 'message', field: 'body' },
    { name: 'resolveThread', step: step('resolveThread', { id: thread, version, resolved: true }), entity: 'thread', field: 'resolved' },
    { name: 'reviewCarried', step: step('reviewCarried', { id: newId(), annotationId: a.id, revisionId, decision: 'accepted' }), entity: 'carryReview', field: 'decision' },
    { name: 'acceptSuggestion', step: step('acceptSuggestion', { id: suggested[0]!, version, attributes: { types: ['number'] } }), entity: 'annotation', field: 'origin' },
    { name: 'rejectSuggestion', step: step('rejectSuggestion', { id: suggested[1]!, version }), entity: 'annotation', field: 'removed' },
    { name: 'acceptAllSuggestions', step: step('acceptAllSuggestions', { articleId, confidence: 0.5 }), entity: 'annotation', field: 'origin' },
    { name: 'joinSources', step: step('joinSources', { id: newId(), name: 'Ada Orm', members: ['ada orm', 'orm'] }), entity: 'source', field: 'name' },
    { name: 'splitSource', step: step('splitSource', { key: 'coroner' }), entity: 'sourceAlias', field: 'removed' },
    { name: 'adjudicate', step: step('adjudicate', { id: newId(), articleId: layered.articleId, ...seen, members: [one], outcome: 'taken', takenId: one }), entity: 'annotation', field: 'spans' },
    { name: 'adjudicateAgain', step: step('adjudicateAgain', { id: decision, version, ...seen, members: [two], outcome: 'guide_unclear', reason: 'Are harbours counted?' }), entity: 'adjudication', field: 'outcome' },
    { name: 'adjudicateAgreed', step: step('adjudicateAgreed', { articleId: layered.articleId, ...seen }), entity: 'annotation', field: 'spans' },
    { name: 'switchRule', step: step('switchRule', { id: newId(), collectionId, rule: 'some-rule', off: true }), entity: 'ruleSwitch', field: 'off' },
    { name: 'addDetector', step: step('addDetector', { id: newId(), address: 'http://127.0.0.1:5001/', seconds: 30 }), entity: 'detector', field: 'address' },
    { name: 'switchDetector', step: step('switchDetector', { id: detectors[0]!, version, off: true }), entity: 'detector', field: 'off' },
    { name: 'removeDetector', step: step('removeDetector', { id: detectors[1]!, version }), entity: 'detector', field: 'removed' },
    { name: 'saveView', step: step('saveView', { id: newId(), name: 'Mine', query: 'kind=quote' }), entity: 'view', field: 'query' },
    { name: 'removeView', step: step('removeView', { id: view, version }), entity: 'view', field: 'removed' },
    { name: 'editArticle', step: step('editArticle', { id: articleId, version, headline: 'New', date: '2026-11-20', places: ['PORT HALLEN'] }), entity: 'article', field: 'dateBasis' },
    { name: 'setBlockRole', step: step('setBlockRole', { id: blockId, version, role: 'kicker' }), entity: 'block', field: 'role' },
    { name: 'splitArticle', step: step('splitArticle', { ...cut, blockOrdinal: 3, newId: newId() }), entity: 'article', field: 'wordCount', undo: 'cut' },
    { name: 'joinArticles', step: step('joinArticles', { ...pair }), entity: 'article', field: 'wordCount', undo: 'cut' },
    { name: 'separateRevision', step: step('separateRevision', { ...revised, newId: newId() }), entity: 'article', field: 'wordCount', undo: 'cut' },
    { name: 'takeAsRevision', step: step('takeAsRevision', { id: oneOf.articleId, version, intoId: otherOne.articleId, intoVersion: version }), entity: 'article', field: 'removed', undo: 'cut' },
    { name: 'markNothingToCheck', step: step('markNothingToCheck', { id: newId(), articleId, revisionId, start: 0, end: 7 }), entity: 'nothingToCheck', field: 'hash' },
    { name: 'removeNothingToCheck', step: step('removeNothingToCheck', { id: covered[0]!, version }), entity: 'nothingToCheck', field: 'removed' },
    { name: 'addChecklist', step: step('addChecklist', listOf('Web', true)), entity: 'checklist', field: 'items' },
    { name: 'editChecklist', step: step('editChecklist', { id: lists.id, version, name: 'Paper', required: true }), entity: 'checklist', field: 'name' },
    { name: 'removeChecklist', step: step('removeChecklist', { id: gone.id, version }), entity: 'checklist', field: 'removed' },
    { name: 'tickItem', step: step('tickItem', { id: newId(), articleId, revisionId, checklistId: lists.id, itemId: lists.items[0]!.id, ticked: true }), entity: 'checklistTick', field: 'tickedBy' },
    { name: 'signArticle', step: step('signArticle', { id: newId(), articleId: signable.articleId, revisionId: signable.revisionId }), entity: 'articleSignature', field: 'hash' },
    { name: 'withdrawSignature', step: step('withdrawSignature', { id: signed, version, reason: 'The lawyer called.' }), entity: 'articleSignature', field: 'reason' },
    { name: 'openInquiry', step: step('openInquiry', { id: newId(), ...asking(newInquiryKey()) }), entity: 'inquiry', field: 'annotationIds' },
    { name: 'revokeInquiry', step: step('revokeInquiry', { id: asked, version }), entity: 'inquiry', field: 'revokedAt' },
    { name: 'logContact', step: step('logContact', { id: newId(), checkId: a.checkId, ...call }), entity: 'contact', field: 'question' },
    { name: 'editContact', step: step('editContact', { id: calls[0]!, version, answer: 'Yes.' }), entity: 'contact', field: 'answer' },
    { name: 'removeContact', step: step('removeContact', { id: calls[1]!, version }), entity: 'contact', field: 'removed' },
    { name: 'addPerson', step: step('addPerson', { id: newId(), name: 'Bo' }), entity: 'person', field: 'name', undo: false },
    { name: 'renamePerson', step: step('renamePerson', { id: somebody.id, name: 'Someone' }), entity: 'person', field: 'name' },
    { name: 'setRole', step: step('setRole', { id: another.id, role: 'editor' }), entity: 'person', field: 'role' },
    { name: 'removePerson', step: step('removePerson', { id: leaver.id }), entity: 'person', field: 'removed' },
  ]; // prettier-ignore
}

beforeAll(() => {
  test = makeDesk();
  cases = makeCases();
});
afterAll(() => test.close());

function expectCutUndone(commandId: string): void {
  const after = standing(test.desk);
  const undo = test.run(step('undoCommand', { commandId }));
  const undone = standing(test.desk);
  expect(undone.length).not.toBe(after.length);
  const redo = test.run(step('undoCommand', { commandId: undo.id }));
  expect(standing(test.desk)).toEqual(after);
  test.run(step('undoCommand', { commandId: redo.id }));
  expect(standing(test.desk)).toEqual(undone);
}

/** Beside a change of the check these make something that stays, as removed, when they are undone. */
const MAKE_MORE = ['handOverCheck', 'decideDispute', 'overrideSignOff'];

const NAMES = Object.keys(INPUTS).filter((name) => name !== 'undoCommand');

describe.each(NAMES)('%s', (name) => {
  const find = () => cases.find((one) => one.name === name)!;
  let commandId = '';
  let before: ReturnType<typeof dump>;
  let after: ReturnType<typeof dump>;

  it('is refused to every role that may not run it, and writes nothing then', () => {
    for (const role of ['reader', 'annotator', 'checker', 'editor', 'admin'] as const) {
      if (mayRun(role, find().name)) continue;
      const actor = test.person(`${role} ${name}`, role);
      const act = () => runCommand(test.desk, actor, { id: newId(), steps: [find().step] });
      expect(refusalOf(test, act)).toMatchObject({ refused: 'forbidden', message: 'Your role on this desk does not allow that.' }); // prettier-ignore
    }
  });

  it('refuses input that it does not know, and things that are not there', () => {
    const bad = { name, input: { nonsense: true } };
    const send = (one: unknown) => () => runCommand(test.desk, test.actor, { id: newId(), steps: [one] }); // prettier-ignore
    expect(refusalOf(test, send(bad))).toMatchObject({ refused: 'invalid' });
    const input = find().step.input as { id?: string; version?: number; checkId?: string };
    const absent = { ...input, ...(input.checkId === undefined ? { id: newId() } : { checkId: newId() }) }; // prettier-ignore
    if (input.version === undefined && name !== 'citeEvidence') return;
    expect(refusalOf(test, send({ name, input: absent }))).toMatchObject({ refused: 'missing' });
  });

  it('writes what changed, who did it and under which command', () => {
    before = dump(test.desk);
    const result = test.run(find().step);
    commandId = result.id;
    const [event] = test.desk.sqlite
      .prepare<[string], Record<string, unknown>>(
        'SELECT * FROM event WHERE command_id = ? ORDER BY seq',
      ) // prettier-ignore
      .all(commandId);
    expect(event).toMatchObject({ name, entity: find().entity, person_id: test.actor.id });
    expect(JSON.parse(String(event!['changes']))).toHaveProperty(find().field);
    expect(result.written[0]).toMatchObject({ entity: find().entity, id: event!['entity_id'] });
    expect(result.seq).toBeGreaterThan(0);
    after = dump(test.desk);
    expect(after).not.toEqual(before);
  });

  it('does it once when it is sent twice', () => {
    const events = countRows(test.desk, 'event');
    const request = { id: commandId, steps: [find().step] };
    expect(runCommand(test.desk, test.actor, request).id).toBe(commandId);
    expect(countRows(test.desk, 'event')).toBe(events);
  });

  it('refuses a stale version with the current state, unless nothing would change', () => {
    const { input } = find().step;
    if (!('version' in input)) return;
    const events = countRows(test.desk, 'event');
    const act = () => test.run(find().step);
    if (name === 'setStatus') {
      act();
      expect(countRows(test.desk, 'event')).toBe(events);
      return;
    }
    const refused = refusalOf(test, act);
    expect(refused).toBeInstanceOf(StaleError);
    expect((refused as StaleError).current).toMatchObject({ version: input.version + 1, by: 'Ada', entity: find().entity }); // prettier-ignore
    expect((refused as StaleError).current.fields).toHaveProperty(find().field);
  });

  it('writes no event when nothing changed', () => {
    const { input } = find().step;
    if (
      !('version' in input) ||
      name.startsWith('remove') ||
      find().undo === 'cut' ||
      MAKE_MORE.includes(name)
    )
      return;
    const events = countRows(test.desk, 'event');
    const table = { annotation: 'annotation', check: 'check', evidence: 'evidence_item', citation: 'citation', article: 'article', block: 'block', thread: 'thread', collection: 'collection', checklist: 'checklist', articleSignature: 'article_signature', inquiry: 'inquiry', contact: 'contact', archivedCopy: 'archived_copy', project: 'project', assignment: 'assignment', detector: 'detector', datasheet: 'datasheet', adjudication: 'adjudication' }[find().entity]!; // prettier-ignore
    const id = 'checkId' in input ? input.checkId : (input as { id: string }).id;
    const again = { ...find().step, input: { ...input, version: versionOf(test.desk, table, id) } };
    expect(test.run(again as CommandStep).seq).toBe(0);
    expect(countRows(test.desk, 'event')).toBe(events);
    expect(rowOf(test.desk, table, id)['version']).toBe(again.input.version);
  });

  it('is undone and redone exactly', () => {
    if (find().undo === false) {
      expect(refusalOf(test, () => test.run(step('undoCommand', { commandId })))).toMatchObject({ refused: 'invalid', message: 'This cannot be undone.' }); // prettier-ignore
      return;
    }
    if (find().undo === 'cut') {
      expectCutUndone(commandId);
      return;
    }
    const undo = test.run(step('undoCommand', { commandId }));
    const undone = dump(test.desk);
    if (
      'version' in find().step.input &&
      !['recordFinding', 'acceptSuggestion', ...MAKE_MORE].includes(name)
    )
      expect(undone).toEqual(before);
    else expect(undone).not.toEqual(after);
    const redo = test.run(step('undoCommand', { commandId: undo.id }));
    expect(dump(test.desk)).toEqual(after);
    test.run(step('undoCommand', { commandId: redo.id }));
    expect(dump(test.desk)).toEqual(undone);
    expect(rowOf(test.desk, 'command', redo.id)['undoes']).toBe(undo.id);
  });
});

it('has a case for every command, and no command that nobody may run', () => {
  expect(cases.map((one) => one.name).sort()).toEqual([...NAMES].sort());
  const roles: readonly Role[] = ['reader', 'annotator', 'checker', 'editor', 'admin'];
  for (const name of NAMES as CommandName[]) {
    const allowed = roles.map((role) => mayRun(role, name));
    expect(allowed).toEqual([...allowed].sort());
    expect([allowed[0], allowed[4]]).toEqual([false, true]);
  }
});
