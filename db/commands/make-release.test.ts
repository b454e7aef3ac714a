import { dirname, join } from 'node:path';
import { createHash } from 'node:crypto';
import { unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RELEASE_FORMATS } from '@/corpus/release/model';
import { backUpDesk, closeDesk, openDesk } from '../client';
import { newId } from '../ids';
import { findVersion, listReleases, releaseBytes } from '../queries/releases';
import { AWKWARD, checkOfAnnotation, cite, mark, markInLayer } from '../testing/dataset-marks';
import { makeDesk, type TestDesk } from '../testing/desk';
import { archiveOf, release, verdictOn } from '../testing/releases';
import { dump, refusalOf, step, versionOf } from '../testing/work';
import { makeRelease } from './make-release';

let desk: TestDesk;
beforeEach(() => {
  desk = makeDesk();
});
afterEach(() => desk.close());

const filesOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, file]) => [name, Buffer.from(file).toString()]),
  );

function marked(source = AWKWARD[0]!) {
  const article = desk.article(source);
  return { article, marks: mark(desk, article) };
}

function refused(act: () => void): string {
  return refusalOf(desk, act).message;
}

describe('a release', () => {
  test('is kept as it was, whatever happens on the desk, also in a backup', async () => {
    const { marks } = marked();
    const made = release(desk, '1.0', { formats: RELEASE_FORMATS });
    const bytes = archiveOf(desk, made);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(made.sha256);
    desk.run(step('removeAnnotation', { id: marks.quote, version: 1 }));
    marked(AWKWARD[1]);
    expect(archiveOf(desk, findVersion(desk.desk, desk.collectionId, '1.0')!)).toEqual(bytes);
    const copy = join(dirname(desk.desk.path), 'copy.db');
    backUpDesk(desk.desk, copy);
    const restored = openDesk(copy);
    expect(Buffer.concat([...releaseBytes(restored, made.id)])).toEqual(bytes);
    closeDesk(restored);
    expect(await verdictOn(desk, bytes)).toMatchObject({ holds: true, sha256: made.sha256 });
  });

  test('is never changed, deleted or undone, by no statement', () => {
    marked();
    release(desk, '1.0');
    const { sqlite } = desk.desk;
    for (const table of ['release', 'release_part']) {
      expect(() => sqlite.exec(`DELETE FROM "${table}"`)).toThrow('a release is never deleted');
      const column = table === 'release' ? 'sha256' : 'bytes';
      expect(() => sqlite.exec(`UPDATE "${table}" SET ${column} = ''`)).toThrow('a release is never changed'); // prettier-ignore
    }
    const commandId = sqlite.prepare<[], string>("SELECT id FROM command WHERE name = 'makeRelease'").pluck().get()!; // prettier-ignore
    expect(refused(() => desk.run(step('undoCommand', { commandId })))).toContain('release cannot be undone'); // prettier-ignore
    const [event] = sqlite.prepare<[], { changes: string }>("SELECT changes FROM event WHERE entity = 'release'").all(); // prettier-ignore
    expect(event!.changes).toContain('"1.0"');
  });

  test('tells what is different from the release before', () => {
    const { marks } = marked();
    const gone = marked(AWKWARD[1]);
    expect(release(desk, '1').changes).toBeNull();
    expect(release(desk, '2').changes).toEqual({
      since: '1',
      articles: { added: 0, changed: 0, removed: 0 },
      spans: { added: 0, changed: 0, removed: 0 },
    });
    desk.run(step('removeAnnotation', { id: marks.quote, version: 1 }));
    desk.run(step('retagAnnotation', { id: marks.claim, version: versionOf(desk.desk, 'annotation', marks.claim), attributes: { types: ['poll'] } })); // prettier-ignore
    desk.run(step('editArticle', { id: marks.articleId, version: 1, headline: 'Another' }));
    desk.desk.sqlite.prepare('UPDATE article SET removed = 1 WHERE id = ?').run(gone.article.articleId); // prettier-ignore
    const fresh = marked(AWKWARD[2]);
    const third = release(desk, '3');
    expect(third.changes).toEqual({
      since: '2',
      articles: { added: 1, changed: 1, removed: 1 },
      spans: { added: 7, changed: 1, removed: 9 },
    });
    const lines = filesOf(archiveOf(desk, third))['changes.jsonl']!;
    expect(lines).toContain(`{"article":"${fresh.article.articleId}","change":"added"`);
    expect(lines).toContain(`"changed":["${marks.claim}/content/0/0"]`);
  });

  test('has the figures of its layers, and a card that says all of it', () => {
    const article = desk.article(AWKWARD[0]!);
    markInLayer(desk, article, 'Rosalind');
    markInLayer(desk, article, 'Bertram');
    const made = release(desk, '1', { pseudonyms: true });
    const files = filesOf(archiveOf(desk, made));
    expect(made.agreement).toMatchObject({ layers: ['annotator-1', 'annotator-2'], overlap: { value: 1 } }); // prettier-ignore
    expect(JSON.parse(files['agreement.json']!)).toMatchObject({ layers: made.agreement!.layers });
    const card = files['README.md']!;
    for (const words of [
      '# Desk, version 1',
      'CC BY 4.0',
      'This is the first release.',
      '2 layers (annotator-1, annotator-2)',
      'F1: 1.000',
    ]) {
      // prettier-ignore
      expect(card).toContain(words);
    }
    expect(Object.values(files).join('')).not.toMatch(/Rosalind|Bertram/);
  });

  test('says what the datasheet says, with the questions that nobody answered', () => {
    marked();
    desk.run(step('writeDatasheet', { id: desk.collectionId, version: 0, citation: 'The Courier, 2026', homepage: 'https://courier.example/', answers: { purpose: 'To count figures.' } })); // prettier-ignore
    const files = filesOf(archiveOf(desk, release(desk, '1', { formats: ['jsonl', 'parquet'] })));
    for (const name of ['README.md', 'parquet/README.md']) {
      for (const words of [
        '- To cite: The Courier, 2026',
        '> To count figures.',
        '- Who paid for it?',
      ]) {
        expect(files[name], name).toContain(words);
      }
    }
    expect(files['CITATION.txt']).toBe('The Courier, 2026\n');
    expect(JSON.parse(files['parquet/croissant.json']!)).toMatchObject({
      version: '1',
      url: 'https://courier.example/',
    });
    const own = release(desk, '2', { citation: 'Otherwise, 2026' });
    expect(own.citation).toBe('Otherwise, 2026');
  });

  test('is the same, byte for byte, for the same desk and the same wish', () => {
    marked();
    const [one, two] = ['a', 'b'].map((version) => filesOf(archiveOf(desk, release(desk, version, { formats: ['jsonl', 'parquet'] })))); // prettier-ignore
    const named = /README|croissant|parquet\/manifest/;
    for (const name of Object.keys(one!).filter(
      (each) => /^(jsonl|parquet)\/|index/.test(each) && !named.test(each),
    )) {
      expect(two![name], name).toBe(one![name]);
    }
  });

  test.each([
    ['1.0', {}, 'Version 1.0 was released already'],
    ['a b', {}, 'is no version'],
    ['2', { licence: ' ' }, 'under which licence'],
    ['2', { licence: 'a\nb' }, 'one line'],
    ['2', { formats: [] }, 'Choose each format once'],
    ['2', { filter: { collectionId: 'NONE' } }, 'does not exist'],
    [
      '2',
      { filter: { collectionId: '', from: '2001-01-01', to: '2001-01-02' } },
      'Nothing is chosen',
    ],
  ] as const)('%s, %j is refused and nothing is kept', (version, change, sentence) => {
    marked();
    release(desk, '1.0');
    const collectionId = 'filter' in change && change.filter.collectionId !== '' ? change.filter.collectionId : desk.collectionId; // prettier-ignore
    const filter = { ...('filter' in change ? change.filter : {}), collectionId };
    expect(refused(() => release(desk, version, { ...change, filter }))).toContain(sentence);
  });

  test('is not for a checker to make', () => {
    marked();
    const order = { filter: { collectionId: desk.collectionId }, version: '1', licence: 'CC0', citation: null, pseudonyms: false, formats: ['jsonl'] as const }; // prettier-ignore
    const checker = desk.person('Cem', 'checker');
    const before = dump(desk.desk);
    expect(() => makeRelease(desk.desk, checker, order, 'stet test')).toThrow('Your role');
    expect(dump(desk.desk)).toEqual(before);
    expect(listReleases(desk.desk, 9)).toEqual([]);
  });
});

/** Words that nothing but confidential things hold. */
const SECRET = 'Quillon Vesperholt';

describe('confidential things that stand everywhere', () => {
  function plant(): void {
    const [hit, spare] = [marked(), marked(AWKWARD[1])];
    const checkId = checkOfAnnotation(desk, hit.marks.claim);
    for (const terms of ['off_record', 'deep_background'] as const) cite(desk, checkId, terms, `${SECRET} ${terms}`); // prettier-ignore
    cite(desk, checkId, 'on_record', 'Minutes');
    const written = (id: string) => versionOf(desk.desk, 'check', id);
    // Near the secret, in words that do not name it.
    desk.run(step('recordFinding', { checkId, version: written(checkId), rationale: 'ZANDERLOFT told us by telephone.' })); // prettier-ignore
    desk.run(step('setDisposition', { checkId, version: written(checkId), disposition: 'fix', replacement: 'ZANDERLOFT says so' })); // prettier-ignore
    desk.run(step('postMessage', { id: newId(), annotationId: hit.marks.claim, body: `It was ${SECRET}.` })); // prettier-ignore
    // Far from it, naming it.
    const other = checkOfAnnotation(desk, spare.marks.claim);
    const said = `As ${SECRET.toLowerCase()} off_record, has it`;
    desk.run(step('recordFinding', { checkId: other, version: written(other), rationale: said }));
    cite(desk, other, 'on_record', `Notes of a call with ${SECRET} deep_background`);
    desk.run(step('retagAnnotation', { id: spare.marks.quote, version: 1, attributes: { anonymityReason: said } })); // prettier-ignore
    desk.run(step('retagAnnotation', { id: spare.marks.attribution, version: 1, attributes: { terms: 'off_record', anonymityReason: 'ZANDERLOFT fears for the job' } })); // prettier-ignore
    // On the record once, and confidential since.
    const item = newId();
    desk.run(step('addEvidence', { id: item, collectionId: desk.collectionId, kind: 'page', title: 'XYLOGRAPH memo', place: 'shelf 9', origin: 'XYLOGRAPH', terms: 'on_record' })); // prettier-ignore
    desk.run(step('editEvidence', { id: item, version: 1, terms: 'off_record', title: 'Memo' }));
    const quote = checkOfAnnotation(desk, hit.marks.quote);
    desk.run(step('recordFinding', { checkId: quote, version: written(quote), rationale: 'The XYLOGRAPH memo says so.' })); // prettier-ignore
    desk.run(step('writeDatasheet', { id: desk.collectionId, version: 0, citation: `${SECRET} off_record, 2026`, publisher: 'The Courier', answers: { purpose: said, makers: 'The Courier’s desk' } })); // prettier-ignore
    desk.desk.sqlite.prepare('UPDATE original SET file_name = ? WHERE id = (SELECT original_id FROM article WHERE id = ?)').run(`${SECRET} off_record.docx`, spare.article.articleId); // prettier-ignore
  }

  test('get into no format of a release', () => {
    plant();
    const made = release(desk, '1', { formats: RELEASE_FORMATS });
    const all = Object.entries(unzipSync(archiveOf(desk, made)));
    expect(all.length).toBeGreaterThan(30);
    for (const [name, bytes] of all) {
      const words = Buffer.from(bytes).toString('utf8');
      expect(words, name).not.toMatch(/quillon|vesperholt|zanderloft|xylograph|telephone/i);
    }
    const lines = filesOf(archiveOf(desk, made))['jsonl/articles.jsonl']!;
    expect(lines).toContain('Minutes');
    expect(filesOf(archiveOf(desk, made))['README.md']).toContain('> The Courier’s desk');
    expect(made.withheld).toEqual({ evidence: 3, annotations: 1, notes: 11 });
    const order = { citation: `${SECRET} off_record said so` };
    expect(refused(() => release(desk, '2', order))).toContain(
      'names something that must not leave',
    );
  });

  test('nor does who was asked off the record, or what a check then says', () => {
    const [asked, other] = [marked(), marked(AWKWARD[1])].map(({ marks }) => checkOfAnnotation(desk, marks.claim)); // prettier-ignore
    const call = { name: 'Isolde Wolverton', way: 'phone', askedAt: '2026-11-20', question: 'Was it you?', answer: 'It was.', terms: 'off_record' } as const; // prettier-ignore
    desk.run(step('logContact', { id: newId(), checkId: asked!, ...call }));
    for (const [checkId, rationale] of [
      [asked!, 'She says that it was.'],
      [other!, 'As Isolde Wolverton has it.'],
    ] as const) {
      desk.run(step('recordFinding', { checkId, version: versionOf(desk.desk, 'check', checkId), rationale })); // prettier-ignore
    }
    const files = filesOf(archiveOf(desk, release(desk, '1', { formats: RELEASE_FORMATS })));
    for (const [name, words] of Object.entries(files)) {
      expect(words, name).not.toMatch(/wolverton|says that it was|was it you/i);
    }
  });

  test('nor do the names of people, where they have pseudonyms', () => {
    desk.desk.sqlite.exec("UPDATE person SET name = 'Ottoline Brackwater'");
    const { marks } = marked();
    const checkId = checkOfAnnotation(desk, marks.claim);
    const rationale = 'Ottoline Brackwater heard it; OTTOLINE BRACKWATER’s notes.';
    desk.run(step('recordFinding', { checkId, version: versionOf(desk.desk, 'check', checkId), rationale })); // prettier-ignore
    cite(desk, checkId, 'on_record', 'Call by Ottoline Brackwater');
    desk.run(step('writeDatasheet', { id: desk.collectionId, version: 0, citation: 'Ottoline Brackwater, 2026', answers: { makers: 'Ottoline Brackwater alone' } })); // prettier-ignore
    const bytes = archiveOf(desk, release(desk, '1', { formats: RELEASE_FORMATS, pseudonyms: true })); // prettier-ignore
    const files = filesOf(bytes);
    for (const [name, words] of Object.entries(files)) {
      expect(words, name).not.toMatch(/ottoline|brackwater/i);
      expect(words, name).not.toContain(desk.actor.id);
    }
    expect(files['jsonl/articles.jsonl']).toContain('person-1 heard it; person-1’s notes.');
    expect(files['jsonl/articles.jsonl']).toContain('"createdBy":"person-1"');
  });
});

describe('a release that was changed', () => {
  test('at any byte does not hold, and the member is named', async () => {
    marked();
    const bytes = archiveOf(desk, release(desk, '1'));
    const manifest = JSON.parse(filesOf(bytes)['manifest.json']!) as { files: { name: string }[] };
    const names = [...manifest.files.map(({ name }) => name), 'manifest.json', 'manifest.sha256'];
    for (const name of names) {
      const changed = Buffer.from(bytes);
      const at = changed.indexOf(name) + Buffer.byteLength(name) + 1;
      changed[at]! ^= 1;
      expect(await verdictOn(desk, changed), name).toMatchObject({ holds: false, problem: expect.stringContaining(name) as string }); // prettier-ignore
    }
    for (let at = 0; at < bytes.length; at += 97) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1 << (at % 8);
      expect(await verdictOn(desk, changed), `byte ${at}`).toMatchObject({ holds: false });
    }
  });

  test.each([
    [
      'a member that is missing',
      (files: Record<string, Uint8Array>) => delete files['jsonl/loss.json'],
      'jsonl/loss.json is missing.',
    ],
    [
      'a member that was added',
      (files: Record<string, Uint8Array>) => (files['more.txt'] = new Uint8Array(3)),
      'more.txt was added.',
    ],
    [
      'a missing manifest',
      (files: Record<string, Uint8Array>) => delete files['manifest.json'],
      'manifest.json is missing.',
    ],
    [
      'nothing but a new packing',
      () => null,
      'Its members are whole, but the archive around them was changed or packed again.',
    ],
  ])('with %s says so', async (_name, change, problem) => {
    marked();
    const files = unzipSync(archiveOf(desk, release(desk, '1')));
    change(files);
    expect(await verdictOn(desk, zipSync(files))).toMatchObject({ holds: false, problem: expect.stringContaining(problem) as string }); // prettier-ignore
  });

  test('at its end, or is something else, does not hold', async () => {
    marked();
    const bytes = archiveOf(desk, release(desk, '1'));
    for (const other of [
      Buffer.concat([bytes, Buffer.from('x')]),
      bytes.subarray(0, -9),
      Buffer.alloc(0),
      zipSync({}),
    ]) {
      // prettier-ignore
      expect((await verdictOn(desk, other)).holds).toBe(false);
    }
  });
});
