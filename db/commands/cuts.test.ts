import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandInputs } from '@/corpus/commands/requests';
import { snapToGraphemes } from '@/corpus/spans/span';
import { newId } from '../ids';
import { makeDesk, type TestDesk } from '../testing/desk';
import {
  mark,
  refusalOf,
  rowOf,
  signOff,
  spanOf,
  standing,
  step,
  versionOf,
} from '../testing/work';
import { importFile, type ImportedArticle } from './import';
import { runCommand } from './run';
import { latestRevisionId } from './stores';
import { wordsHash } from './words-hash';

const PAGE = `Harbor reopens after storm

QUELL, Norland (AP) — The harbor of Quell opened again on Monday after nine days, port master Ines Roth said.

Forty ships had waited in the bay, and two of them had lost their anchors in the night of the storm.

Ferry strike enters second week

By Bo Lind

PORT ARLEN, Norland (AFP) — The ferry crews of Port Arlen stayed ashore on Tuesday, as 1,200 people waited on the quay.

“We will sail when we are paid,” said their speaker, Mara Quist. The company owes them wages of 84,000 crowns.
`;

let test: TestDesk;
beforeEach(() => {
  test = makeDesk();
});
afterEach(() => test.close());

type Imported = [ImportedArticle, ImportedArticle, ...ImportedArticle[]];

function importPage(text = PAGE, file = 'page.txt'): Imported {
  const bytes = new TextEncoder().encode(text);
  const outcome = importFile(test.desk, test.actor, test.collectionId, { file, bytes });
  if ('refused' in outcome) throw new Error(outcome.refused);
  return outcome.articles as unknown as Imported;
}

const textOf = (articleId: string) =>
  String(rowOf(test.desk, 'revision', latestRevisionId(test.desk, articleId))['text']);
const placeOf = (articleId: string) => ({
  articleId,
  revisionId: latestRevisionId(test.desk, articleId),
  text: textOf(articleId),
});
const undo = (commandId: string) => test.run(step('undoCommand', { commandId }));

function splitInput(id: string, blockOrdinal: number): CommandInputs['splitArticle'] {
  const version = versionOf(test.desk, 'article', id);
  const revisionId = latestRevisionId(test.desk, id);
  return { id, version, revisionId, blockOrdinal, newId: newId() };
}

function joinInput(id: string, withId: string): CommandInputs['joinArticles'] {
  const [version, withVersion] = [id, withId].map((one) => versionOf(test.desk, 'article', one));
  return { id, version: version!, withId, withVersion: withVersion! };
}

const join = (id: string, withId: string) => test.run(step('joinArticles', joinInput(id, withId)));

describe('two articles of one file', () => {
  it('are joined with marks, signatures and discussions, and split again by undo', () => {
    const [first, second] = importPage();
    const one = mark(test, placeOf(first.id), 'Forty ships');
    const two = mark(test, placeOf(second.id), '1,200 people');
    test.run(step('postMessage', { id: newId(), annotationId: two.id, body: 'Who counted?' }));
    signOff(test, two);
    const before = standing(test.desk);
    const signed = rowOf(test.desk, 'check', two.checkId);
    const joined = join(first.id, second.id);
    const text = textOf(first.id);
    expect(text).toContain(
      'in the night of the storm.\n\nFerry strike enters second week\n\nBy Bo',
    );
    const [only, ...others] = standing(test.desk);
    expect(others).toEqual([]);
    expect(only!.marks).toHaveLength(2);
    expect(rowOf(test.desk, 'check', two.checkId)).toEqual({ ...signed, article_id: first.id, version: expect.any(Number), updated_at: expect.any(String) }); // prettier-ignore
    expect(wordsHash(test.desk, two.id)).toBe(signed['signed_hash']);
    expect(JSON.stringify(only!.marks)).toContain(`"start":${text.indexOf('1,200 people')},`);
    expect(rowOf(test.desk, 'check', one.checkId)['article_id']).toBe(first.id);
    const undone = undo(joined.id);
    expect(standing(test.desk)).toEqual(before);
    undo(undone.id);
    expect(textOf(first.id)).toBe(text);
  });

  it('that were read as one are split; the new one reads its own head', () => {
    const [first, second] = importPage();
    join(first.id, second.id);
    const mine = mark(test, placeOf(first.id), '84,000 crowns');
    const before = standing(test.desk);
    const input = splitInput(first.id, 3);
    const { id } = test.run(step('splitArticle', input));
    expect(rowOf(test.desk, 'article', second.id)).toMatchObject({ removed: 0, byline: 'Bo Lind', joined_into: null }); // prettier-ignore
    expect(rowOf(test.desk, 'annotation', mine.id)['article_id']).toBe(second.id);
    undo(id);
    expect(standing(test.desk)).toEqual(before);
    const other = splitInput(first.id, 4);
    test.run(step('splitArticle', other));
    expect(rowOf(test.desk, 'article', other.newId)).toMatchObject({
      byline: 'Bo Lind',
      places: '["PORT ARLEN, Norland"]',
      ordinal: 1,
      part: 1,
      version: 1,
    });
  });

  it('keep roles, ranges in the original and the order in the file', () => {
    const [first] = importPage();
    const one = splitInput(first.id, 2);
    test.run(step('splitArticle', one));
    const two = splitInput(first.id, 1);
    test.run(step('splitArticle', two));
    expect(rowOf(test.desk, 'article', one.newId)['part']).toBe(2);
    expect(refusalOf(test, () => join(first.id, one.newId)).message).toMatch(/^Only an article and the one that follows/); // prettier-ignore
    join(first.id, two.newId);
    join(first.id, one.newId);
    const ranges = test.desk.sqlite
      .prepare<
        [string],
        { original_start: number; original_end: number; start: number; end: number }
      >('SELECT * FROM block WHERE revision_id = ? ORDER BY ordinal')
      .all(latestRevisionId(test.desk, first.id));
    const text = textOf(first.id);
    for (const { original_start, original_end, start, end } of ranges) {
      expect(PAGE.slice(original_start, original_end)).toBe(text.slice(start, end));
    }
  });
});

describe('a cut is refused, with nothing written,', () => {
  const refused = (act: () => unknown) => refusalOf(test, act).message;

  it('before the first block, behind the last, and through a mark', () => {
    const [, second] = importPage();
    const split = (at: number) => () => test.run(step('splitArticle', splitInput(second.id, at)));
    expect(refused(split(0))).toBe('An article cannot be split before its first block.');
    expect(refused(split(9))).toBe('The article has no such block.');
    const { articleId, revisionId, text } = placeOf(second.id);
    const pieces = [spanOf(text, '1,200 people waited on the quay.'), { ...spanOf(text, '“We will sail'), piece: 1 }]; // prettier-ignore
    test.run(step('createAnnotation', { id: newId(), articleId, revisionId, kind: 'claim', spans: pieces })); // prettier-ignore
    expect(refused(split(3))).toMatch(/^A mark runs over this place: “1,200 people waited on the quay\. “We will sail”\. Draw/); // prettier-ignore
    split(2)();
  });

  it('on a stale version or revision, and on an article that was joined away', () => {
    const [first, second] = importPage();
    const stale = splitInput(first.id, 1);
    const staleJoin = joinInput(first.id, second.id);
    const gone = splitInput(second.id, 1);
    test.run(step('editArticle', { id: first.id, version: 1, headline: 'Harbor open' }));
    expect(refused(() => test.run(step('splitArticle', stale)))).toBe('In another window you changed this meanwhile.'); // prettier-ignore
    expect(refused(() => test.run(step('joinArticles', staleJoin)))).toBe('In another window you changed this meanwhile.'); // prettier-ignore
    expect(refused(() => test.run(step('splitArticle', { ...stale, version: 2, revisionId: second.id })))).toMatch(/newer revision/); // prettier-ignore
    const place = placeOf(second.id);
    join(first.id, second.id);
    const sentence = '“Ferry strike enters second week” was joined to “Harbor open”: go on there.';
    expect(refused(() => test.run(step('splitArticle', gone)))).toBe(sentence);
    expect(refused(() => mark(test, place, '1,200 people'))).toBe(sentence);
  });

  it('of articles of different files, of an article with itself, to a checker, and beside other steps', () => {
    const [first, second] = importPage();
    const [third] = importPage('Mill burns down\n\nThe mill of Ostrel burned down on Friday, the fire brigade said.', 'mill.txt'); // prettier-ignore
    for (const other of [first.id, third.id]) {
      expect(refused(() => join(first.id, other))).toMatch(/^Only an article/);
    }
    expect(refused(() => join(second.id, first.id))).toMatch(/^Only an article/);
    const steps = [step('joinArticles', joinInput(first.id, second.id))];
    const checker = test.person('Cy', 'checker');
    expect(refused(() => runCommand(test.desk, checker, { id: newId(), steps }))).toMatch(/role/);
    const twice = [...steps, step('saveView', { id: newId(), name: 'x', query: '' })];
    expect(refused(() => test.run(...twice))).toMatch(/command of its own/);
  });
});

describe('a file that was cut by hand and is imported again', () => {
  it('is recognised after a join, and doubles nothing', () => {
    const [first, second] = importPage();
    join(first.id, second.id);
    const before = standing(test.desk);
    const again = importPage();
    expect(again.map(({ id, isNew, revision }) => ({ id, isNew, revision }))).toEqual([
      { id: first.id, isNew: false, revision: null },
    ]);
    expect(standing(test.desk)).toEqual(before);
  });

  it('is recognised after a split, and doubles nothing', () => {
    const [first, second] = importPage();
    const cut = splitInput(first.id, 2);
    test.run(step('splitArticle', cut));
    const before = standing(test.desk);
    const again = importPage();
    expect(again.map(({ id, isNew }) => [id, isNew])).toEqual([
      [first.id, false],
      [cut.newId, false],
      [second.id, false],
    ]);
    expect(standing(test.desk)).toEqual(before);
  });
});

it('a removed mark across the cut is lost, and whole again when the articles are joined', () => {
  const [first] = importPage();
  const { articleId, revisionId, text } = placeOf(first.id);
  const id = newId();
  const spans = [spanOf(text, 'after nine days'), { ...spanOf(text, 'Forty ships'), piece: 1 }];
  const made = { id, articleId, revisionId, kind: 'claim' as const, spans };
  test.run(step('createAnnotation', made));
  test.run(step('removeAnnotation', { id, version: 1 }));
  const before = standing(test.desk);
  const split = test.run(step('splitArticle', splitInput(first.id, 2)));
  undo(split.id);
  expect(standing(test.desk)).toEqual(before);
});

it('any order of cuts and undos leaves text, marks, checks and signatures as they were', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(), fc.nat(40), fc.boolean()), { minLength: 1, maxLength: 12 }),
      fc.array(fc.nat(), { minLength: 1, maxLength: 5 }),
      (places, cuts) => {
        const own = makeDesk();
        const outer = test;
        test = own;
        try {
          const [first, second] = importPage();
          for (const [at, length, isSigned] of places) {
            const target = placeOf(at % 2 === 0 ? first.id : second.id);
            const words = wordsAt(target.text, at, length);
            if (words === null) continue;
            const made = mark(test, target, words);
            if (isSigned) signOff(test, made);
          }
          const before = standing(test.desk);
          const done = cuts.flatMap((cut) => cutSomewhere(cut) ?? []);
          expectSound();
          for (const command of done.reverse()) undo(command);
          expect(standing(test.desk)).toEqual(before);
          expectSound();
        } finally {
          own.close();
          test = outer;
        }
      },
    ),
    { numRuns: 12 },
  );
}, 60_000);

/** Words inside one block, the first of their kind in the text. */
function wordsAt(text: string, at: number, length: number): string | null {
  const start = at % text.length;
  const span = snapToGraphemes(text, { start, end: Math.min(text.length, start + 1 + length) });
  const words = span === null ? '' : text.slice(span.start, span.end).split('\n')[0]!.trim();
  return words === '' ? null : words;
}

/** Joins the first two articles or splits one; returns the command's id, null where it is refused. */
function cutSomewhere(choice: number): string | null {
  const articles = standing(test.desk);
  const [one] = articles.slice(choice % articles.length);
  try {
    if (choice % 3 === 0) return join(articles[0]!.id, articles[1]?.id ?? '').id;
    return test.run(step('splitArticle', splitInput(one!.id, choice % 5))).id;
  } catch {
    return null;
  }
}

/** Every signature is for the words that stand, and every mark, target and check in one article. */
function expectSound(): void {
  const rows = test.desk.sqlite
    .prepare<[], { id: string; signed_hash: string | null; apart: number }>(
      `SELECT a.id, c.signed_hash, a.article_id <> c.article_id OR a.article_id <> t.article_id AS apart
       FROM annotation a JOIN "check" c ON c.annotation_id = a.id JOIN target t ON t.id = a.target_id`,
    )
    .all();
  for (const { id, signed_hash, apart } of rows) {
    expect(apart).toBe(0);
    if (signed_hash !== null) expect(wordsHash(test.desk, id)).toBe(signed_hash);
  }
  expect(test.desk.sqlite.pragma('foreign_key_check')).toEqual([]);
}
