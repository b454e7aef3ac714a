import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unzipSync } from 'fflate';
import { makeCopy } from '@/corpus/copy/copy';
import type { CommandStep } from '@/corpus/commands/requests';
import { bundlePieces } from '../bundle/export';
import { backUpDesk, closeDesk, openDesk } from '../client';
import { hashOf, newId } from '../ids';
import { findArchivedBytes } from '../queries/archive';
import { findCheckDetail } from '../queries/check-detail';
import { listEvidence } from '../queries/citations';
import { findCopy } from '../queries/copy';
import { listNotices } from '../queries/notices';
import { makeDesk, type TestDesk } from '../testing/desk';
import { archiveOf, release } from '../testing/releases';
import { STORY, addEvidence, countRows, mark, refusalOf, rowOf, step } from '../testing/work';
import { keepCopy } from './keep-copy';
import { reviseFromText } from './revise';
import { runCommand, type Actor } from './run';

let test: TestDesk;
let article: ReturnType<TestDesk['article']>;
beforeEach(() => {
  test = makeDesk();
  article = test.article(STORY);
});
afterEach(() => test.close());

const MINUTES = Buffer.from('%PDF-1.7 minutes of May');
const FILE = { bytes: MINUTES, from: { file: 'may.pdf' } };

/** A claim that cites an item with a copy of the minutes. */
function kept(terms: 'on_record' | 'off_record' = 'on_record', bytes = MINUTES) {
  const { id: annotationId, checkId } = mark(test, article, '41,000 people');
  const item = addEvidence(test, { terms, title: `SECRETLY ${terms}` });
  const citation = newId();
  const use = { checkId, evidenceItemId: item, stance: 'supports', primary: true } as const;
  test.run(step('citeEvidence', { id: citation, ...use, excerpt: `EXCERPT ${terms}` }));
  const id = keepCopy(test.desk, test.actor, item, { bytes, from: { file: 'may.pdf' } });
  const seenBy = (person: Actor) => findCheckDetail(test.desk, checkId, person.id)!;
  return { id, item, citation, checkId, annotationId, seenBy };
}

const as = (person: Actor, ...steps: CommandStep[]) =>
  runCommand(test.desk, person, { id: newId(), steps });

describe('an archived copy', () => {
  it('is kept with its hash, when, by whom and what it is, once for the same bytes', () => {
    const { id, item, seenBy } = kept();
    expect(keepCopy(test.desk, test.actor, item, FILE)).toBe(id);
    const [citation] = seenBy(test.actor).citations;
    expect(citation!.copies).toMatchObject([
      {
        ...{ id, fileName: 'may.pdf', content: 'pdf', byteLength: MINUTES.length, url: null },
        ...{ sha256: hashOf(MINUTES), keptBy: { name: 'Ada' } },
      },
    ]);
    expect(findArchivedBytes(test.desk, id, test.actor.id)!.bytes).toEqual(MINUTES);
    const url = 'https://town.example/may';
    keepCopy(test.desk, test.actor, item, { bytes: Buffer.from('<html>May'), from: { url } });
    expect(seenBy(test.actor).citations[0]!.copies[1]).toMatchObject({ url, fileName: 'may.html', content: 'page' }); // prettier-ignore
  });

  it('goes with the evidence through a revision, is taken away, and comes back by undo', () => {
    const { id, seenBy } = kept();
    reviseFromText(test.desk, test.actor, { ...article, note: null, text: article.text.replace('41,000', '43,000') }); // prettier-ignore
    expect(seenBy(test.actor).citations[0]!.copies).toMatchObject([{ id }]);
    const gone = test.run(step('removeCopy', { id, version: 1 }));
    expect(seenBy(test.actor).citations[0]!.copies).toEqual([]);
    expect(findArchivedBytes(test.desk, id, test.actor.id)).toBeNull();
    test.run(step('undoCommand', { commandId: gone.id }));
    expect(findArchivedBytes(test.desk, id, test.actor.id)!.bytes).toEqual(MINUTES);
    const made = test.desk.sqlite.prepare<[], string>("SELECT id FROM command WHERE name = 'keepCopy'").pluck().get()!; // prettier-ignore
    expect(refusalOf(test, () => test.run(step('undoCommand', { commandId: made }))).message).toContain('a kept copy'); // prettier-ignore
  });

  it('is refused for nothing, for what is not there, and for who may not', () => {
    const item = addEvidence(test);
    const reader = test.person('Rea', 'annotator');
    const nothing = { ...FILE, bytes: new Uint8Array() };
    expect(refusalOf(test, () => keepCopy(test.desk, test.actor, item, nothing)).message).toContain('empty'); // prettier-ignore
    expect(refusalOf(test, () => keepCopy(test.desk, test.actor, newId(), FILE))).toMatchObject({ refused: 'missing' }); // prettier-ignore
    expect(refusalOf(test, () => keepCopy(test.desk, reader, item, FILE))).toMatchObject({ refused: 'forbidden' }); // prettier-ignore
    expect(countRows(test.desk, 'archived_bytes')).toBe(0);
  });

  it('is in a backup, in a bundle, and told of in a copy of the article', async () => {
    kept();
    const path = join(dirname(test.desk.path), 'copy.db');
    backUpDesk(test.desk, path);
    const restored = openDesk(path);
    expect(countRows(restored, 'archived_bytes')).toBe(1);
    closeDesk(restored);
    const files = unzipSync(bundle());
    expect(Buffer.from(files[`archive/${hashOf(MINUTES)}`]!)).toEqual(MINUTES);
    expect(Buffer.from(files['archived_copy.jsonl']!).toString()).toContain('may.pdf');
    expect(await copyText('html')).toContain(`archived copy, SHA-256 ${hashOf(MINUTES)}`);
    expect(await copyText('docx')).toContain(`archived copy, SHA-256 ${hashOf(MINUTES)}`);
  });
});

const bundle = () =>
  Buffer.concat([...bundlePieces(test.desk, {}, 'test')].map((piece) => Buffer.from(piece)));

async function copyText(format: 'html' | 'docx'): Promise<string> {
  const copy = findCopy(test.desk, article.articleId)!;
  const { bytes } = await makeCopy(copy, { kind: 'notes', format, isDiscreet: false });
  return format === 'html' ? Buffer.from(bytes).toString() : everything(bytes);
}

const everything = (zip: Uint8Array) =>
  Object.entries(unzipSync(zip))
    .map(([name, bytes]) => name + Buffer.from(bytes).toString('latin1'))
    .join('\n');

describe('confidential evidence', () => {
  const BYTES = Buffer.from('PLANTED BYTES');

  it('leaves the desk in nothing, with its copy', async () => {
    kept('off_record', BYTES);
    const texts = {
      bundle: everything(bundle()),
      release: everything(archiveOf(test, release(test, '1', { formats: ['jsonl', 'csv'] }))),
      html: await copyText('html'),
      docx: await copyText('docx'),
      events: JSON.stringify(test.desk.sqlite.prepare('SELECT * FROM event').all()),
      results: JSON.stringify(test.desk.sqlite.prepare('SELECT result FROM command').all()),
      notices: JSON.stringify(test.desk.sqlite.prepare('SELECT * FROM notification').all()),
    };
    for (const [where, text] of Object.entries(texts)) {
      expect(text, where).not.toMatch(/SECRETLY off_record|EXCERPT off_record|PLANTED|may\.pdf/);
      expect(text, where).not.toContain(hashOf(BYTES));
    }
  });

  it('is seen by who brought it in and who is named, whatever their role', () => {
    const { id, item, seenBy } = kept('off_record', BYTES);
    const [admin, checker] = [test.person('Abe'), test.person('Cy', 'checker')];
    const look = (person: Actor) => JSON.stringify([seenBy(person), listEvidence(test.desk, test.collectionId, person.id)]); // prettier-ignore
    for (const person of [admin, checker]) {
      expect(look(person)).not.toMatch(/SECRETLY|EXCERPT|may\.pdf/);
      expect(findArchivedBytes(test.desk, id, person.id)).toBeNull();
      expect(seenBy(person).unseen).toEqual([{ about: 'evidence', id: item, knownTo: [{ id: test.actor.id, name: 'Ada' }] }]); // prettier-ignore
    }
    const naming = step('nameConfidants', { about: 'evidence', id: item, personIds: [checker.id] });
    expect(refusalOf(test, () => as(checker, naming))).toMatchObject({ refused: 'forbidden' });
    const named = as(test.actor, naming);
    expect(look(checker)).toMatch(/EXCERPT.*SECRETLY.*may\.pdf/);
    expect(findArchivedBytes(test.desk, id, checker.id)!.bytes).toEqual(BYTES);
    expect(look(admin)).not.toContain('SECRETLY');
    const told = listNotices(test.desk, checker.id, null).notices;
    expect(told).toMatchObject([{ kind: 'confided', annotation: { words: '41,000 people' } }]);
    expect(JSON.stringify(told)).not.toContain('SECRETLY');
    test.run(step('undoCommand', { commandId: named.id }));
    expect(look(checker)).not.toContain('SECRETLY');
    // Somebody must be able to when who knew has left, and it stands in the history.
    as(admin, step('nameConfidants', { about: 'evidence', id: item, personIds: [admin.id] }));
    expect(look(admin)).toContain('SECRETLY');
  });

  it('is changed, cited, taken away or undone by nobody who does not see it', () => {
    const { id, item, citation, checkId } = kept('off_record', BYTES);
    const checker = test.person('Cy', 'admin');
    const other = { id: newId(), checkId, evidenceItemId: item, stance: 'context', primary: false } as const; // prettier-ignore
    for (const one of [
      step('editEvidence', { id: item, version: 9, title: 'x' }),
      step('editEvidence', { id: item, version: 1, terms: 'on_record' }),
      step('citeEvidence', other),
      step('editCitation', { id: citation, version: 9, excerpt: 'x' }),
      step('removeCitation', { id: citation, version: 1 }),
      step('removeCopy', { id, version: 1 }),
    ]) {
      const refused = refusalOf(test, () => as(checker, one));
      expect(refused, one.name).toMatchObject({ refused: 'forbidden' });
      expect(JSON.stringify(refused)).not.toContain('SECRETLY');
    }
    expect(refusalOf(test, () => keepCopy(test.desk, checker, item, FILE))).toMatchObject({ refused: 'forbidden' }); // prettier-ignore
    const added = test.desk.sqlite.prepare<[], string>("SELECT id FROM command WHERE name = 'citeEvidence'").pluck().get()!; // prettier-ignore
    expect(refusalOf(test, () => as(checker, step('undoCommand', { commandId: added })))).toMatchObject({ refused: 'forbidden' }); // prettier-ignore
  });

  it('takes its copy out of the history when it becomes so, and whoever says so goes on seeing it', () => {
    const { id, item, seenBy } = kept();
    const checker = test.person('Cy', 'checker');
    const events = () => JSON.stringify(test.desk.sqlite.prepare('SELECT changes FROM event').all());
    expect(events()).toContain('may.pdf');
    const made = as(checker, step('editEvidence', { id: item, version: 1, terms: 'deep_background' })); // prettier-ignore
    expect(events()).not.toMatch(/may\.pdf|SECRETLY/);
    for (const person of [test.actor, checker]) {
      expect(seenBy(person).citations).toHaveLength(1);
      expect(findArchivedBytes(test.desk, id, person.id)).not.toBeNull();
    }
    as(checker, step('undoCommand', { commandId: made.id }));
    expect(rowOf(test.desk, 'evidence_item', item)['terms']).toBe('on_record');
    expect(seenBy(test.person('Rea', 'reader')).citations).toHaveLength(1);
  }); // prettier-ignore

  it('holds for lines of the contact log too', () => {
    const { checkId, seenBy } = kept();
    const checker = test.person('Cy', 'checker');
    const id = newId();
    const call = { name: 'CLERK', way: 'phone', askedAt: '2026-11-20', question: 'Is it so?', answer: 'WHISPERED', terms: 'off_record' } as const; // prettier-ignore
    test.run(step('logContact', { id, checkId, ...call }));
    expect(seenBy(checker).contacts).toEqual([]);
    expect(JSON.stringify(seenBy(checker))).not.toMatch(/CLERK|WHISPERED/);
    const edit = step('editContact', { id, version: 7, answer: 'No.' });
    expect(refusalOf(test, () => as(checker, edit))).toMatchObject({ refused: 'forbidden' });
    test.run(step('nameConfidants', { about: 'contact', id, personIds: [checker.id] }));
    expect(seenBy(checker).contacts).toMatchObject([{ answer: 'WHISPERED' }]);
    const open = addEvidence(test);
    const everybody = step('nameConfidants', { about: 'evidence', id: open, personIds: [] });
    expect(refusalOf(test, () => test.run(everybody))).toMatchObject({ refused: 'invalid' });
  });
});
