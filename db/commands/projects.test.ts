import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listMeanings, WHOLE_TAG_SET } from '@/corpus/project/tag-set';
import { newId } from '../ids';
import { findAssignment, findLayerStanding, findOpenAssignment } from '../queries/assignments';
import { iterateCompared } from '../queries/compared-layers';
import { findGuide, findTagSet, listGuideVersions } from '../queries/projects';
import { findPersonProgress } from '../queries/project-work';
import { findReading } from '../queries/reading';
import { makeDesk, type TestDesk } from '../testing/desk';
import { blindProject, type BlindProject } from '../testing/projects';
import { STORY, mark, refusalOf, rowOf, spanOf, step, versionOf } from '../testing/work';
import { visibleDesk } from '../visible';
import { addTime } from './hand-out';
import type { Actor } from './run';

let test: TestDesk;
let blind: BlindProject;

beforeEach(() => {
  test = makeDesk();
  blind = blindProject(test);
});
afterEach(() => test.close());

const idOf = (article: number) => blind.articles[article]!.articleId;

function take(actor: Actor): string {
  const id = newId();
  blind.as(actor, step('takeArticle', { id, collectionId: blind.collectionId }));
  return id;
}

const articleOf = (assignment: string) =>
  blind.articles.findIndex(({ articleId }) => articleId === rowOf(test.desk, 'assignment', assignment)['article_id']); // prettier-ignore

const submit = (actor: Actor, id: string) =>
  blind.as(actor, step('submitLayer', { id, version: versionOf(test.desk, 'assignment', id) }));

/** Who was handed an article has done nothing with it for so many hours. */
function letPass(assignment: string, hours: number): void {
  const at = new Date(Date.now() - hours * 3_600_000).toISOString();
  test.desk.sqlite.prepare('UPDATE assignment SET handed_out_at = ? WHERE id = ?').run(at, assignment); // prettier-ignore
  test.desk.sqlite.prepare('UPDATE assignment_time SET active_at = ? WHERE id = ?').run(at, assignment); // prettier-ignore
}

describe('handing out', () => {
  it('gives training first, then work to as many as the project wants, then the reserve', () => {
    test.run(step('setUse', { articleId: idOf(2), use: 'training' }));
    for (const n of [0, 3, 4, 5]) test.run(step('setUse', { articleId: idOf(n), use: 'reserve' }));
    const got = [blind.ann, blind.ben].map((who) =>
      [0, 1].map(() => {
        const id = take(who);
        submit(who, id);
        return articleOf(id);
      }),
    );
    expect(got).toEqual([
      [2, 1],
      [2, 1],
    ]);
    expect(articleOf(take(blind.ann))).toBe(0);
    const cal = take(blind.cal);
    expect(articleOf(cal)).toBe(2);
    submit(blind.cal, cal);
    expect(articleOf(take(blind.cal))).toBe(0);
  });

  it('gives one at a time, to members, in a blind project', () => {
    const ask = (actor: Actor, collectionId = blind.collectionId) => refusalOf(test, () => blind.as(actor, step('takeArticle', { id: newId(), collectionId }))).message; // prettier-ignore
    take(blind.ann);
    expect(ask(blind.ann)).toMatch(/^Submit “.+” first, or give it back\.$/);
    expect(ask(test.person('Dee', 'annotator'))).toBe('You are not among the people of this project.'); // prettier-ignore
    expect(ask(blind.ann, test.collectionId)).toBe('This collection is a shared desk: nothing is handed out in it.'); // prettier-ignore
  });

  it('gives an article to the next one after the time-out, and only then takes it away', () => {
    for (const n of [1, 2, 3, 4, 5]) test.run(step('setUse', { articleId: idOf(n), use: 'training' })); // prettier-ignore
    for (const n of [1, 2, 3, 4, 5]) blind.submitted(n, blind.cal);
    const [ann, ben] = [blind.hand(0, blind.ann), blind.hand(0, blind.ben)];
    const next = () => blind.as(blind.cal, step('takeArticle', { id: newId(), collectionId: blind.collectionId })); // prettier-ignore
    expect(refusalOf(test, next).message).toBe('There is nothing left to hand out.');
    letPass(ann, 23);
    letPass(ben, 25);
    expect(findOpenAssignment(test.desk, idOf(0), blind.ben.id)).not.toBeNull();
    next();
    expect(findAssignment(test.desk, idOf(0), blind.ben.id)).toBeNull();
    expect(findAssignment(test.desk, idOf(0), blind.ann.id)).not.toBeNull();
    expect(findAssignment(test.desk, idOf(0), blind.cal.id)).not.toBeNull();
    expect(refusalOf(test, () => submit(blind.ben, ben)).message).toContain(
      'went to somebody else',
    );
  });

  it('counts somebody as at work who marks, or whose window says so', () => {
    const ben = blind.hand(0, blind.ben);
    addTime(test.desk, blind.ben.id, ben, 5);
    letPass(ben, 30);
    blind.mark(blind.ben, 0, 'harbour');
    expect(Date.parse(findAssignment(test.desk, idOf(0), blind.ben.id)!.activeAt)).toBeGreaterThan(Date.now() - 3_600_000); // prettier-ignore
  });

  it('keeps time of the person’s own open article, never more than has passed', () => {
    const id = blind.hand(0, blind.ann);
    letPass(id, 1);
    expect(addTime(test.desk, blind.ann.id, id, 40)).toBe(true);
    expect(addTime(test.desk, blind.ann.id, id, 50)).toBe(true);
    expect(rowOf(test.desk, 'assignment_time', id)['seconds']).toBeLessThan(90);
    expect(rowOf(test.desk, 'assignment_time', id)['seconds']).toBeGreaterThanOrEqual(40);
    expect(addTime(test.desk, blind.ben.id, id, 40)).toBe(false);
    submit(blind.ann, id);
    expect(addTime(test.desk, blind.ann.id, id, 40)).toBe(false);
    const told = findPersonProgress(test.desk, blind.collectionId);
    expect(told.find((one) => one.id === blind.ann.id)).toMatchObject({ submitted: 1, open: 0, isMember: true }); // prettier-ignore
  });
});

describe('a layer', () => {
  it('can be written in while the article is handed out, and by nobody else', () => {
    expect(refusalOf(test, () => blind.mark(blind.ann, 0, 'harbour')).message).toMatch(/^In a blind project/); // prettier-ignore
    const assignment = blind.hand(0);
    const id = blind.mark(blind.ann, 0, 'harbour');
    const retag = (flags: 'harm'[]) => step('retagAnnotation', { id, version: versionOf(test.desk, 'annotation', id), attributes: { flags } }); // prettier-ignore
    blind.as(blind.ann, retag(['harm']));
    expect(refusalOf(test, () => test.run(retag([]))).message).toContain(
      'a layer that is not yours',
    );
    submit(blind.ann, assignment);
    expect(refusalOf(test, () => blind.as(blind.ann, retag([]))).message).toMatch(/^In a blind project/); // prettier-ignore
    test.run(step('returnLayer', { id: assignment, version: 2, reason: 'Look at the quote.' }));
    blind.as(blind.ann, retag([]));
    expect(findAssignment(test.desk, idOf(0), blind.ann.id)).toMatchObject({ returnReason: 'Look at the quote.', marks: 1 }); // prettier-ignore
  });

  it('is shown with others after it is submitted: the adjudicated one, and all where one may look', () => {
    const [first, second] = [blind.hand(0, blind.ann), blind.hand(0, blind.ben)];
    const [own, others, agreed] = [blind.mark(blind.ann, 0, 'harbour'), blind.mark(blind.ben, 0, 'cranes'), blind.mark(blind.ben, 0, 'clerk')]; // prettier-ignore
    test.desk.sqlite
      .prepare("UPDATE annotation SET layer = 'adjudicated' WHERE id = ?")
      .run(agreed);
    const seen = () => findReading(visibleDesk(test.desk, blind.ann), idOf(0))!.annotations.map(({ id }) => id).sort(); // prettier-ignore
    expect(seen()).toEqual([own]);
    submit(blind.ann, first);
    expect(seen()).toEqual([own, agreed].sort());
    submit(blind.ben, second);
    test.run(step('setProject', { id: blind.collectionId, version: 1, labelling: 'blind', mayLook: true, perArticle: 2, timeoutHours: 24 })); // prettier-ignore
    expect(seen()).toEqual([own, others, agreed].sort());
    const remove = () => blind.as(blind.ann, step('removeAnnotation', { id: agreed, version: 1 }));
    expect(refusalOf(test, remove).message).toContain('decide its case again');
  });

  it('keeps its article from being cut or joined', () => {
    blind.hand(0);
    const [{ articleId, revisionId }, { articleId: other }] = [
      blind.articles[0]!,
      blind.articles[1]!,
    ];
    for (const cut of [
      step('splitArticle', {
        id: articleId,
        version: 1,
        revisionId,
        blockOrdinal: 1,
        newId: newId(),
      }),
      step('joinArticles', { id: other, version: 1, withId: articleId, withVersion: 1 }),
      step('separateRevision', { id: articleId, revisionId, newId: newId() }),
      step('takeAsRevision', { id: articleId, version: 1, intoId: other, intoVersion: 1 }),
    ]) {
      expect(refusalOf(test, () => test.run(cut)).message).toMatch(/is handed out for labelling/);
    }
  });

  it('is opened to all only when nobody is at work', () => {
    const id = blind.hand(0);
    const settings = { id: blind.collectionId, version: 1, labelling: 'shared', mayLook: false, perArticle: 2, timeoutHours: 24 } as const; // prettier-ignore
    const open = () => test.run(step('setProject', settings));
    expect(refusalOf(test, open).message).toMatch(/^One layer is handed out and not submitted/);
    submit(blind.ann, id);
    expect(open().written).toHaveLength(1);
  });

  it('is compared once it is submitted, by its person’s name, also where it is empty', () => {
    const [ann] = [blind.hand(0, blind.ann), blind.hand(0, blind.ben)];
    blind.mark(blind.ann, 0, 'harbour');
    blind.mark(blind.ben, 0, 'harbour');
    const names = () => [...iterateCompared(test.desk, blind.collectionId)].map(({ layers }) => [...layers].map(([name, marks]) => [name.split(' ')[0], marks.length])); // prettier-ignore
    expect(names()).toEqual([]);
    submit(blind.ann, ann);
    expect(findLayerStanding(test.desk, idOf(0))).toEqual({ handedOut: 2, submitted: 1 });
    blind.submitted(0, blind.cal);
    expect(names()).toEqual([
      [
        ['Ann', 1],
        ['Cal', 0],
      ],
    ]);
  });
});

describe('a guide', () => {
  it('keeps every version, with who wrote it', () => {
    const write = (after: number, body: string) => test.run(step('writeGuide', { id: newId(), collectionId: test.collectionId, after, body })); // prettier-ignore
    write(1, '# First');
    write(2, '# Second');
    expect(write(3, '# Second').written).toEqual([]);
    expect(refusalOf(test, () => write(1, 'Late')).message).toContain(
      'a newer version of the guide',
    );
    expect(findGuide(test.desk, test.collectionId)).toMatchObject({ number: 3, body: '# Second', by: { name: 'Ada' } }); // prettier-ignore
    expect(findGuide(test.desk, test.collectionId, 2)?.body).toBe('# First');
    expect(listGuideVersions(test.desk, test.collectionId).map(({ number }) => number)).toEqual([3, 2]); // prettier-ignore
  });
});

describe('a tag set', () => {
  const set = (after: number, change: object, migrations: never[] | object[] = []) => test.run(step('setTagSet', { id: newId(), collectionId: test.collectionId, after, tagSet: { ...WHOLE_TAG_SET, ...change }, migrations: migrations as never })); // prettier-ignore

  it('is refused while marks have what it leaves out, and takes them along where it is said how', () => {
    const article = test.article(STORY);
    const { id } = mark(test, article, '41,000', 'claim', { types: ['number', 'place'], flags: ['harm'] }); // prettier-ignore
    const quote = mark(test, article, '“We had no choice,”', 'quote').id;
    expect(refusalOf(test, () => set(0, { types: ['place'] })).message).toBe('One mark has “Number”: say what they get instead, or keep it.'); // prettier-ignore
    expect(refusalOf(test, () => set(0, { kinds: ['claim'] }, [{ list: 'kinds', from: 'quote', to: null }])).message).toContain('cannot be without a kind'); // prettier-ignore
    expect(refusalOf(test, () => set(0, { types: ['place'] }, [{ list: 'types', from: 'number', to: 'date' }])).message).toContain('not in the new tag set either'); // prettier-ignore
    const moves = [
      { list: 'types', from: 'number', to: 'place' },
      { list: 'flags', from: 'harm', to: null },
      { list: 'kinds', from: 'quote', to: 'claim' },
    ];
    set(0, { types: ['place'], flags: [], kinds: ['claim', 'attribution'] }, moves);
    expect(rowOf(test.desk, 'annotation', id)).toMatchObject({ types: '["place"]', flags: '[]' });
    expect(rowOf(test.desk, 'annotation', quote)['kind']).toBe('claim');
    expect(findTagSet(test.desk, test.collectionId)).toMatchObject({ version: 1 });
    expect(refusalOf(test, () => set(0, {})).message).toContain('Somebody changed the tag set');
  });

  it('keeps what its words mean, and forgets it with the word', () => {
    const meanings = {
      'types number': 'Any quantity. ',
      'types place': ' ',
      'types nonsense': 'x',
    };
    set(0, { meanings });
    expect(listMeanings(findTagSet(test.desk, test.collectionId).tagSet)).toEqual([{ label: 'Number', meaning: 'Any quantity.' }]); // prettier-ignore
    set(1, { types: ['place'], meanings });
    expect(findTagSet(test.desk, test.collectionId).tagSet).not.toHaveProperty('meanings');
    const long = () => set(2, { meanings: { 'types number': 'x'.repeat(501) } });
    expect(refusalOf(test, long).message).toContain('must have at most 500 characters');
  });

  it('refuses marks with other words', () => {
    const article = test.article(STORY);
    set(0, { types: ['place'], kinds: ['claim'] });
    const make = (kind: 'claim' | 'quote', types: ('number' | 'place')[]) => test.run(step('createAnnotation', { id: newId(), ...article, kind, spans: [spanOf(article.text, '41,000')], attributes: { types } })); // prettier-ignore
    expect(refusalOf(test, () => make('quote', [])).message).toBe('“Quote” is not in this collection’s tag set (kinds).'); // prettier-ignore
    expect(refusalOf(test, () => make('claim', ['number'])).message).toBe('“Number” is not in this collection’s tag set (types).'); // prettier-ignore
    expect(make('claim', ['place']).written).toHaveLength(2);
  });

  it('takes the layers of a blind project along', () => {
    blind.hand(0);
    const id = blind.mark(blind.ann, 0, 'harbour');
    blind.as(blind.ann, step('retagAnnotation', { id, version: 1, attributes: { types: ['place'] } })); // prettier-ignore
    test.run(step('setTagSet', { id: newId(), collectionId: blind.collectionId, after: 0, tagSet: { ...WHOLE_TAG_SET, types: ['number'] }, migrations: [{ list: 'types', from: 'place', to: 'number' }] })); // prettier-ignore
    expect(rowOf(test.desk, 'annotation', id)['types']).toBe('["number"]');
  });
});
