import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundlePieces } from './bundle/export';
import type { Desk } from './client';
import { RefusedError } from './commands/errors';
import type { Actor } from './commands/run';
import { newId } from './ids';
import { findArticleProgress, findOwnWork } from './queries/project-work';
import { findCheckDetail } from './queries/check-detail';
import { findCopy } from './queries/copy';
import { findCoverage } from './queries/coverage';
import { iterateDataset } from './queries/dataset';
import { openDatasetAhead } from './queries/dataset-ahead';
import { listEventsAfter } from './queries/desk';
import { listDiscussions } from './queries/discussions';
import { findEditable } from './queries/editable';
import { findGate } from './queries/gate';
import { listHistory } from './queries/history';
import { listAskable, listInquiries } from './queries/inquiries';
import { iterateCompared } from './queries/compared-layers';
import { layerNames } from './queries/layer-names';
import { findLayered, iterateLayered, listLayers } from './queries/layers';
import { findLedgers } from './queries/ledgers';
import { listLibrary } from './queries/library';
import { listNotices } from './queries/notices';
import { findProgress } from './queries/progress';
import { countQueue, listQueue } from './queries/queue';
import { findReading, listAnnotationsById } from './queries/reading';
import { listReleases } from './queries/releases';
import { findReview } from './queries/revisions';
import { listSignatures } from './queries/signatures';
import { findSource, listSources } from './queries/sources';
import { listSuggestions } from './queries/suggestions';
import { isBlindFor, keepVisible } from './queries/visible-notices';
import { makeDesk, type TestDesk } from './testing/desk';
import { blindProject, type BlindProject } from './testing/projects';
import { refusalOf, mark, rowOf, spanOf, step } from './testing/work';
import { isKeptFrom, visibleDesk } from './visible';

const SECRET = 'a word that only Ben wrote';

let test: TestDesk;
let blind: BlindProject;
/** Marks on the first article: Ben's own, the desk's from before it was blind, the adjudicated one. */
let own: string;
let desks: string;
let adjudicated: string;
let checks: readonly string[];

/** What each read says of the first article, as text. */
const READS: Readonly<Record<string, (desk: Desk, article: string, viewer: Actor) => unknown>> = {
  'the workbench': (desk, article) => findReading(desk, article),
  'marks by id': (desk, article) => listAnnotationsById(desk, article, [own, desks, adjudicated]),
  'the list of articles': (desk) => listLibrary(desk, {}).items.map(({ coverage, progress }) => ({ coverage, progress })), // prettier-ignore
  'the queue': (desk) => listQueue(desk, { status: 'all', sort: 'risk' }),
  'counts of the queue': (desk) => countQueue(desk, { status: 'all', sort: 'age' }),
  checks: (desk, _article, { id }) => checks.map((check) => findCheckDetail(desk, check, id)),
  histories: (desk) => [own, desks, adjudicated].flatMap((id) => listHistory(desk, id)),
  'the event stream': (desk) => listEventsAfter(desk, 0, 10_000).filter(({ articleId }) => articleId !== null), // prettier-ignore
  suggestions: (desk, article) => listSuggestions(desk, article),
  discussions: (desk, article) => listDiscussions(desk, article),
  sources: (desk) => [listSources(desk, { words: '', after: null }), findSource(desk, 'clerk')],
  copies: (desk, article) => findCopy(desk, article),
  coverage: (desk, article) => findCoverage(desk, article),
  ledgers: (desk, article) => findLedgers(desk, article),
  'the gate': (desk, article, { id }) => findGate(desk, article, id),
  editing: (desk, article) => findEditable(desk, article),
  'the review of a revision': (desk, article) => findReview(desk, article),
  signatures: (desk, articleId) => listSignatures(desk, { articleId }),
  'asking outside': (desk, article) => [listAskable(desk, article), listInquiries(desk, article)],
  notices: (desk, _article, { id }) => listNotices(desk, id, null),
  releases: (desk) => listReleases(desk, 50),
  'every export': (desk) => [...iterateDataset(desk, { collectionId: blind.collectionId })],
  'the bundle': (desk) => bundleText(desk),
  layers: (desk) => [listLayers(desk, blind.collectionId), layerNames(desk).nameOf(blind.ben.id)], // prettier-ignore
  'layers by article': (desk, article) => [findLayered(desk, blind.collectionId, article)?.layered, ...iterateLayered(desk, blind.collectionId)].map((one) => [...(one?.layers ?? [])]), // prettier-ignore
  agreement: (desk) => [...iterateCompared(desk, blind.collectionId)].map(({ layers }) => [...layers]),
  'the work of a project': (desk, article, { id }) => [findOwnWork(desk, id), findArticleProgress(desk, blind.collectionId).filter((one) => one.id === article)], // prettier-ignore
  progress: (desk) => findProgress(desk, { collectionId: blind.collectionId, now: new Date(), after: null }).statuses, // prettier-ignore
}; // prettier-ignore

/** Reads that tell who is on the desk. */
const NAMES_PEOPLE = ['the workbench', 'layers', 'the bundle'];

function bundleText(desk: Desk): string {
  const decoder = new TextDecoder();
  const pieces = bundlePieces(desk, { collectionId: blind.collectionId }, 'test');
  const bytes: Uint8Array[] = [];
  for (const piece of pieces) bytes.push(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece); // prettier-ignore
  return decoder.decode(Buffer.concat(bytes));
}

const said = (read: string, desk: Desk, viewer: Actor) =>
  JSON.stringify(READS[read]!(desk, blind.articles[0]!.articleId, viewer));

beforeAll(() => {
  test = makeDesk();
  blind = blindProject(test, { labelling: 'shared' });
  const [first] = blind.articles;
  desks = mark(test, first!, 'harbour').id;
  adjudicated = mark(test, first!, 'cranes').id;
  test.desk.sqlite.prepare("UPDATE annotation SET layer = 'adjudicated' WHERE id = ?").run(adjudicated); // prettier-ignore
  checks = test.desk.sqlite.prepare<[], string>('SELECT id FROM "check"').pluck().all();
  test.run(step('setProject', { id: blind.collectionId, version: 1, labelling: 'blind', mayLook: false, perArticle: 2, timeoutHours: 24 })); // prettier-ignore
  blind.hand(0, blind.ann);
  blind.hand(0, blind.ben);
  own = newId();
  const { articleId, revisionId, text } = first!;
  const spans = [spanOf(text, '“It is enough,”'), spanOf(text, 'the clerk', 'source')];
  blind.as(blind.ben, step('createAnnotation', { id: own, articleId, revisionId, kind: 'attribution', spans, attributes: { anonymityReason: SECRET } })); // prettier-ignore
  blind.as(blind.ben, step('postMessage', { id: newId(), annotationId: own, body: SECRET }));
});
afterAll(() => test.close());

describe('a blind project', () => {
  it('puts what somebody marks into their own layer, without a check', () => {
    expect(rowOf(test.desk, 'annotation', own)['layer']).toBe(blind.ben.id);
    expect(test.desk.sqlite.prepare('SELECT 1 FROM "check" WHERE annotation_id = ?').get(own)).toBeUndefined(); // prettier-ignore
  });

  it.each(Object.keys(READS))('keeps other layers out of %s', (read) => {
    const told = said(read, visibleDesk(test.desk, blind.ann), blind.ann);
    for (const id of [own, desks, adjudicated]) expect(told).not.toContain(`"${id}"`);
    expect(told).not.toContain(SECRET);
    expect(told).not.toContain('"supported"');
    expect(told).not.toMatch(/"(unchecked|all|marked|annotations)":[1-9]/);
    if (!NAMES_PEOPLE.includes(read)) expect(told).not.toContain(blind.ben.id);
  });

  it('keeps nothing from an editor, for whom each of these reads is the desk’s own', () => {
    expect(isKeptFrom(test.desk, test.actor)).toBe(false);
    expect(visibleDesk(test.desk, test.actor)).toBe(test.desk);
    const shown = Object.keys(READS).filter((read) => {
      const told = said(read, test.desk, test.actor);
      return [own, desks, adjudicated, blind.ben.id].some((id) => told.includes(id));
    });
    expect(shown).toEqual(expect.arrayContaining(['the workbench', 'marks by id', 'the queue', 'checks', 'the event stream', 'editing', 'asking outside', 'every export', 'the bundle', 'layers', 'layers by article', 'agreement', 'the work of a project'])); // prettier-ignore
  });

  it('shows everybody their own layer', () => {
    const ben = visibleDesk(test.desk, blind.ben);
    const reading = findReading(ben, blind.articles[0]!.articleId)!;
    expect(reading.annotations.map(({ id, layer }) => [id, layer])).toEqual([[own, expect.stringContaining('Ben of')]]); // prettier-ignore
    expect(said('every export', ben, blind.ben)).toContain(own);
  });

  it('shows a checker who is no member what has checks, and nobody’s own layer', () => {
    const checker = test.person('Cleo', 'checker');
    const seen = findReading(visibleDesk(test.desk, checker), blind.articles[0]!.articleId)!;
    expect(seen.annotations.map(({ id }) => id).sort()).toEqual([desks, adjudicated].sort());
    const reader = test.person('Rae', 'reader');
    expect(findReading(visibleDesk(test.desk, reader), blind.articles[0]!.articleId)!.annotations).toEqual([]); // prettier-ignore
  });

  it('lets no notice of others through', () => {
    const view = visibleDesk(test.desk, blind.ann);
    const { articleId } = blind.articles[0]!;
    expect(isBlindFor(view, articleId)).toBe(true);
    const all = listEventsAfter(test.desk, 0, 10_000);
    const kept = keepVisible(view, [...all, { ...all[0]!, entity: 'presence', articleId }]);
    expect(kept.some(({ annotationId }) => annotationId !== null)).toBe(false);
    expect(kept.some(({ entity }) => entity === 'presence')).toBe(false);
    expect(kept.filter(({ entity }) => entity === 'assignment')).toHaveLength(1);
    expect(keepVisible(test.desk, all)).toHaveLength(all.length);
  });

  it.each([0, undefined])(
    'keeps them out of an export that a second thread may read (%s)',
    async (large) => {
      const view = visibleDesk(test.desk, blind.ann);
      const dataset = await openDatasetAhead(view, { collectionId: blind.collectionId }, large);
      const articles = [];
      for await (const article of dataset.articles()) articles.push(article);
      dataset.close();
      expect(articles).toEqual([...iterateDataset(view, { collectionId: blind.collectionId })]);
      expect(articles.length).toBeGreaterThan(0);
      expect(JSON.stringify(articles)).not.toContain(own);
    },
  );

  it('writes nothing through such a view', () => {
    const view = visibleDesk(test.desk, blind.ann);
    expect(() => view.sqlite.prepare('DELETE FROM main.annotation').run()).toThrow('readonly');
  });

  it('refuses every command on another’s mark as if it were not there', () => {
    const { articleId, revisionId } = blind.articles[0]!;
    const command = test.desk.sqlite.prepare<[string], string>('SELECT command_id FROM event WHERE annotation_id = ? ORDER BY seq LIMIT 1').pluck().get(own)!; // prettier-ignore
    const spans = [spanOf(blind.articles[0]!.text, 'harbour')];
    const checker = { ...blind.ann, role: 'checker' as const };
    const steps = [
      step('respanAnnotation', { id: own, version: 1, spans }),
      step('retagAnnotation', { id: own, version: 7, attributes: {} }),
      step('removeAnnotation', { id: own, version: 1 }),
      step('postMessage', { id: newId(), annotationId: own, body: 'Hm.' }),
      step('reviewCarried', { id: newId(), annotationId: own, revisionId, decision: 'accepted' }),
      step('undoCommand', { commandId: command }),
      step('setStatus', { checkId: checks[0]!, version: 9, status: 'checking' }),
      step('recordFinding', { checkId: checks[1]!, version: 1, finding: 'supported' }),
      step('openInquiry', { id: newId(), articleId, name: 'X', sourceId: null, annotationIds: [own], showsHeadline: true, days: 1, key: 'x'.repeat(43) }), // prettier-ignore
    ];
    for (const one of steps) {
      const refused = refusalOf(test, () => blind.as(checker, one));
      expect([one.name, refused]).toEqual([one.name, expect.any(RefusedError)]);
      expect(refused).toMatchObject({ refused: 'missing', message: 'This mark does not exist any more.' }); // prettier-ignore
    }
  });
});
