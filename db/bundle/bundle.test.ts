import { closeSync, openSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '@/corpus/commands/id';
import type { BundleManifest } from '@/corpus/interchange/bundle';
import type { DatasetFilter } from '@/corpus/interchange/filter';
import { HAS_PYTHON_SCHEMA, pythonFaults } from '@/corpus/interchange/testing/python-schema';
import { iterateDataset } from '../queries/dataset';
import { addRevision } from '../commands/import';
import { keepCopy } from '../commands/keep-copy';
import { AWKWARD, checkOfAnnotation, cite, mark } from '../testing/dataset-marks';
import { makeDesk, type TestDesk } from '../testing/desk';
import { fillDesk } from '../testing/fill';
import { countRows, dump, step, versionOf } from '../testing/work';
import { bundlePieces } from './export';
import { importBundle, type BundleReport } from './import';

let from: TestDesk;
let into: TestDesk;
beforeEach(() => {
  [from, into] = [makeDesk(), makeDesk()];
  into.desk.sqlite.exec('DELETE FROM guide; DELETE FROM collection');
});
afterEach(() => {
  from.close();
  into.close();
});

const bundleOf = ({ desk }: TestDesk, filter: DatasetFilter = {}): Buffer =>
  Buffer.concat([...bundlePieces(desk, filter, 'stet test')].map((piece) => Buffer.from(piece)));

const filesOf = (bundle: Buffer) =>
  Object.fromEntries(
    Object.entries(unzipSync(bundle)).map(([name, bytes]) => [name, Buffer.from(bytes)]),
  );
const manifestOf = (bundle: Buffer) =>
  JSON.parse(filesOf(bundle)['manifest.json']!.toString()) as BundleManifest;

async function bring(test: TestDesk, bundle: Buffer): Promise<BundleReport> {
  const path = join(dirname(test.desk.path), `${newId()}.zip`);
  writeFileSync(path, bundle);
  const fd = openSync(path, 'r');
  try {
    return await importBundle(test.desk, test.actor, { fd, size: statSync(path).size });
  } finally {
    closeSync(fd);
  }
}

/** Keeps a copy of the evidence with this title. */
function keepFile(test: TestDesk, title: string): void {
  const item = test.desk.sqlite
    .prepare<[string], string>('SELECT id FROM evidence_item WHERE title = ?')
    .pluck()
    .get(title)!;
  const bytes = Buffer.from(`A scan: ${title}`);
  keepCopy(test.desk, test.actor, item, { bytes, from: { file: `${title}.pdf` } });
}

/** Articles in several scripts with checks, evidence of all terms, a revision and a discussion. */
function work(test: TestDesk): void {
  const { collectionId } = test;
  test.run(step('writeDatasheet', { id: collectionId, version: 0, licence: 'CC0', answers: { purpose: 'To count.' } })); // prettier-ignore
  for (const [index, source] of AWKWARD.entries()) {
    const article = test.article(source);
    const marks = mark(test, article);
    const checkId = checkOfAnnotation(test, marks.claim);
    cite(test, checkId, 'on_record', `Minutes ${index}`);
    cite(test, checkId, 'off_record', `SECRET ${index}`);
    for (const name of [`Minutes ${index}`, `SECRET ${index}`]) keepFile(test, name);
    cite(test, checkId, 'deep_background', `SECRET too ${index}`);
    test.run(step('postMessage', { id: newId(), annotationId: marks.quote, body: 'Really? 🚆' }));
    const gone = test.run(
      step('removeAnnotation', {
        ...{
          id: marks.attribution,
          version: versionOf(test.desk, 'annotation', marks.attribution),
        },
      }),
    );
    if (index % 2 === 0) test.run(step('undoCommand', { commandId: gone.id }));
    const blocks = article.text.split('\n\n').map((text, at) => ({
      ...{ role: 'paragraph' as const, text: at === 1 ? `Then ${text}` : text },
      ...{ depth: 0, group: null, original: null },
    }));
    if (index !== 1) addRevision(test.desk, test.actor, article.articleId, blocks, null);
  }
}

describe('a bundle', () => {
  test('imported into an empty desk is exported with the same bytes', async () => {
    work(from);
    const bundle = bundleOf(from);
    const report = await bring(into, bundle);
    expect(report).toMatchObject({ known: 0, renamed: [], added: { 'article.jsonl': 5 } });
    expect(bundleOf(into).equals(bundle)).toBe(true);
    expect([...iterateDataset(into.desk)]).toEqual([...iterateDataset(from.desk)]);
  });

  test('holds the queue’s rows again, and its own import is the desk’s', async () => {
    work(from);
    await bring(into, bundleOf(from));
    const there = dump(from.desk);
    const here = dump(into.desk);
    for (const table of [
      'annotation',
      'check',
      'check_label',
      'span',
      'anchoring',
      'block',
      'message',
      'attribution_source',
    ]) {
      expect(here[table], table).toEqual(there[table]);
    }
    const told = manifestOf(bundleOf(into)).counts['event.jsonl']!;
    expect(countRows(into.desk, 'event')).toBeGreaterThan(told);
  });

  test('keeps confidential evidence on the desk, counted, also when it is passed on', async () => {
    work(from);
    const bundle = bundleOf(from);
    const held = Object.values(filesOf(bundle)).map((bytes) => bytes.toString('utf8'));
    expect(held.join('')).not.toContain('SECRET');
    expect(held.join('')).toContain('A scan: Minutes 4');
    const { withheld } = manifestOf(bundle);
    expect(withheld).toMatchObject([{ evidence: 10, citations: 10 }]);
    expect(withheld[0]!.events).toBeGreaterThanOrEqual(20);
    await bring(into, bundle);
    expect(manifestOf(bundleOf(into)).withheld).toEqual(withheld);
  });

  test('is described by its schemas, line by line', () => {
    work(from);
    const files = filesOf(bundleOf(from));
    const tables = Object.keys(files).filter((name) => name.endsWith('.jsonl'));
    expect(tables.length).toBeGreaterThan(15);
    for (const name of tables) {
      const schema = files[`schema/${name.replace('.jsonl', '.schema.json')}`]!;
      const ajv = new Ajv2020({ allowUnionTypes: true, strictTypes: false });
      const validate = ajv.compile(JSON.parse(schema.toString()) as object);
      for (const line of files[name]!.toString().split('\n').filter(Boolean)) {
        validate(JSON.parse(line));
        expect(validate.errors, name).toBeNull();
      }
    }
  });

  test.skipIf(!HAS_PYTHON_SCHEMA)(
    'fits its schemas by python3-jsonschema too (skipped where it is not installed)',
    () => {
      work(from);
      const files = filesOf(bundleOf(from));
      const tables = Object.keys(files).filter((name) => name.endsWith('.jsonl'));
      const linesOf = (name: string) => files[name]!.toString().split('\n').filter(Boolean);
      const schemaOf = (name: string): unknown =>
        JSON.parse(files[`schema/${name.replace('.jsonl', '.schema.json')}`]!.toString());
      const faults = pythonFaults([
        ...tables.map((name) => [schemaOf(name), linesOf(name)] as const),
        [schemaOf('span.jsonl'), linesOf('block.jsonl')],
      ]);
      expect(faults.slice(0, -1).flat()).toEqual(tables.flatMap(linesOf).map(() => 0));
      expect(Math.min(...faults.at(-1)!)).toBeGreaterThan(0);
    },
    60_000,
  );

  test('of one article holds that article', async () => {
    work(from);
    const [first] = [...iterateDataset(from.desk)];
    await bring(into, bundleOf(from, { articleIds: [first!.id] }));
    expect([...iterateDataset(into.desk)]).toEqual([first]);
  });

  test('of one article holds what was joined into it, at any remove', async () => {
    const [whole, part, piece, other] = ['One.', 'Two.', 'Three.', 'Four.'].map((text) => from.article(text).articleId); // prettier-ignore
    const joinInto = from.desk.sqlite.prepare('UPDATE article SET joined_into = ? WHERE id = ?');
    joinInto.run(whole, part);
    joinInto.run(part, piece);
    const { counts } = manifestOf(bundleOf(from, { articleIds: [whole!] }));
    expect(counts['article.jsonl']).toBe(3);
    await bring(into, bundleOf(from, { articleIds: [whole!] }));
    expect(countRows(into.desk, 'article')).toBe(3);
    expect(manifestOf(bundleOf(from, { articleIds: [other!] })).counts['article.jsonl']).toBe(1);
  });

  test('is refused for a choice among annotations', () => {
    expect(() => bundleOf(from, { kinds: ['claim'] })).toThrow('A bundle holds whole articles');
  });

  test('of an empty desk is imported as well', async () => {
    const bundle = bundleOf(from);
    await bring(into, bundle);
    expect(bundleOf(into).equals(bundle)).toBe(true);
  });

  test('of generated projects comes back byte for byte', async () => {
    const plan = fc.record({
      articles: fc.integer({ min: 0, max: 4 }),
      annotationsPerArticle: fc.integer({ min: 0, max: 25 }),
      seed: fc.integer({ min: 1, max: 60_000 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(plan, { maxLength: 3 }), async (plans) => {
        const [one, two] = [makeDesk(), makeDesk()];
        try {
          two.desk.sqlite.exec('DELETE FROM guide; DELETE FROM collection');
          const bySeed = new Map(plans.map((each) => [each.seed, each]));
          for (const each of bySeed.values()) fillDesk(one.desk, each);
          const bundle = bundleOf(one);
          await bring(two, bundle);
          expect(bundleOf(two).equals(bundle)).toBe(true);
        } finally {
          one.close();
          two.close();
        }
      }),
      { numRuns: 12 },
    );
  });
});

describe('a bundle that comes again', () => {
  test('changes nothing; what is new since is added', async () => {
    work(from);
    await bring(into, bundleOf(from));
    const before = dump(into.desk);
    const again = await bring(into, bundleOf(from));
    expect(again.added).toEqual({});
    expect(dump(into.desk)).toEqual(before);
    mark(from, from.article(AWKWARD[0]!.replace('prize', 'prizes').replace('Mayor', 'Major')));
    const more = await bring(into, bundleOf(from));
    expect(more.added).toMatchObject({ 'article.jsonl': 1, 'annotation.jsonl': 3 });
    expect(bundleOf(into).equals(bundleOf(from))).toBe(true);
  });

  test('is refused whole where the desk went on otherwise, with what differs', async () => {
    work(from);
    await bring(into, bundleOf(from));
    const id = [...iterateDataset(into.desk)][0]!.annotations[0]!.id;
    into.run(step('removeAnnotation', { id, version: versionOf(into.desk, 'annotation', id) }));
    const before = dump(into.desk);
    await expect(bring(into, bundleOf(from))).rejects.toThrow(
      `The desk has another state of the annotation ${id}`,
    );
    expect(dump(into.desk)).toEqual(before);
  });

  test('comes under another name where its collection’s name is taken', async () => {
    const [other] = [makeDesk()];
    const report = await bring(other, bundleOf(from));
    expect(report.renamed).toEqual([{ from: 'Desk', to: 'Desk (imported)' }]);
    other.close();
  });
});

describe('a bundle that was changed', () => {
  const broken = (change: (files: Record<string, Buffer>) => void): Buffer => {
    work(from);
    const files = filesOf(bundleOf(from));
    change(files);
    return Buffer.from(zipSync(files));
  };

  test.each([
    [
      'a word',
      (files: Record<string, Buffer>) =>
        (files['annotation.jsonl'] = Buffer.from(
          files['annotation.jsonl']!.toString()
            .replace('"import"', '"person"')
            .replace('"harm"', '"sensitive"'),
        )),
    ],
    [
      'a span',
      (files: Record<string, Buffer>) =>
        (files['span.jsonl'] = Buffer.from(
          files['span.jsonl']!.toString().replace(/"start":\d+/, '"start":1'),
        )),
    ],
    ['a missing file', (files: Record<string, Buffer>) => delete files['block.jsonl']],
    ['a missing manifest', (files: Record<string, Buffer>) => delete files['manifest.json']],
    [
      'a key more',
      (files: Record<string, Buffer>) =>
        (files['block.jsonl'] = Buffer.from(
          files['block.jsonl']!.toString().replace('{', '{"x":1,'),
        )),
    ],
  ])('by %s is refused with a sentence, and nothing is written', async (_name, change) => {
    const bundle = broken(change);
    const before = dump(into.desk);
    await expect(bring(into, bundle)).rejects.toThrow(/nothing was imported|import it then/);
    expect(dump(into.desk)).toEqual(before);
    expect(countRows(into.desk, 'event')).toBe(1);
  });
});
