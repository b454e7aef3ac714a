import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAnnotations } from '@/corpus/interchange/read/index';
import type { ReadFiles, ReadFormat } from '@/corpus/interchange/read/model';
import type { DatasetArticle } from '@/corpus/interchange/article';
import { EXAMPLE } from '@/corpus/interchange/testing/example';
import { AWKWARD_ARTICLES } from '@/corpus/interchange/testing/awkward';
import { written } from '@/corpus/interchange/testing/written';
import { iterateDataset } from '../queries/dataset';
import { AWKWARD, cite, checkOfAnnotation, mark } from '../testing/dataset-marks';
import { makeDesk, type TestDesk } from '../testing/desk';
import { dump, refusalOf, step, versionOf } from '../testing/work';
import { importAnnotations } from './import-annotations';

let from: TestDesk;
let into: TestDesk;
beforeEach(() => ([from, into] = [makeDesk(), makeDesk()]));
afterEach(() => {
  from.close();
  into.close();
});

const bring = (test: TestDesk, format: ReadFormat, files: ReadFiles, dryRun = false) =>
  importAnnotations(
    test.desk,
    test.actor,
    test.collectionId,
    readAnnotations(format, files),
    dryRun,
  );
const all = (test: TestDesk) => [...iterateDataset(test.desk)];

function work(): readonly DatasetArticle[] {
  for (const text of AWKWARD) {
    const { claim } = mark(from, from.article(text));
    cite(from, checkOfAnnotation(from, claim), 'on_record', `Minutes of ${claim}`);
  }
  return all(from);
}

describe('JSON Lines and CSV', () => {
  it.each(['jsonl', 'csv'] as const)('%s on an empty desk is all that was exported', (format) => {
    const articles = work();
    const report = bring(into, format, written(format, articles).files);
    expect(report).toMatchObject({
      added: 15,
      known: 0,
      conflicts: [],
      remarks: [],
      isWritten: true,
    });
    const asImported = articles.map((article) => ({
      ...article,
      file: null,
      annotations: article.annotations.map((one) => ({ ...one, origin: 'import' })),
    }));
    expect(all(into)).toEqual(asImported);
  });

  it('changes nothing when it comes again', () => {
    const { files } = written('jsonl', work());
    bring(into, 'jsonl', files);
    const before = dump(into.desk);
    expect(bring(into, 'jsonl', files)).toMatchObject({ added: 0, known: 15, isWritten: false });
    expect(dump(into.desk)).toEqual(before);
  });
});

describe('what is on the desk already', () => {
  it('is shown where it differs, and nothing is written', () => {
    const articles = work();
    const { files } = written('brat', articles);
    bring(into, 'brat', files);
    const id = all(into)[0]!.annotations[0]!.id;
    into.run(step('removeAnnotation', { id, version: versionOf(into.desk, 'annotation', id) }));
    const before = dump(into.desk);
    const report = bring(into, 'brat', files);
    expect(report.conflicts).toEqual([expect.stringContaining(`The annotation ${id} of “`)]);
    expect(report.isWritten).toBe(false);
    expect(dump(into.desk)).toEqual(before);
  });

  it('is told before anything is written', () => {
    const before = dump(into.desk);
    const report = bring(into, 'jsonl', written('jsonl', work()).files, true);
    expect(report).toMatchObject({ added: 15, isWritten: false });
    expect(dump(into.desk)).toEqual(before);
  });

  it('takes the marks of a text that it has', () => {
    const articles = work();
    for (const text of AWKWARD) into.article(text);
    const report = bring(into, 'doccano', written('doccano', articles).files);
    expect(report.articles.every(({ isNew }) => !isNew)).toBe(true);
    expect(report.added).toBe(15);
    expect(all(into)).toHaveLength(5);
  });
});

it.each(['jsonl', 'csv', 'brat', 'w3c', 'labelstudio', 'doccano', 'prodigy', 'xmi'] as const)(
  'several annotators’ marks in %s go to their own layers, every span with its words',
  (format) => {
    const articles = [EXAMPLE, ...AWKWARD_ARTICLES];
    const report = bring(into, format, written(format, articles).files);
    expect(report.remarks).toEqual([]);
    const spansOf = (list: readonly DatasetArticle[]) =>
      list
        .flatMap(({ annotations }) =>
          annotations.flatMap(({ layer, kind, parts }) =>
            parts.flatMap(({ part, pieces }) =>
              pieces.map(({ exact }) => [layer, kind, part, exact].join(' ')),
            ),
          ),
        )
        .sort();
    expect(spansOf(all(into))).toEqual(spansOf(articles));
  },
);

it('a person who may not import is refused', () => {
  const reader = into.person('Ben', 'reader');
  const refusal = refusalOf(into, () =>
    importAnnotations(into.desk, reader, into.collectionId, [], false),
  );
  expect(refusal.message).toBe('Your role on this desk does not allow that.');
});

const POLNEAR = resolve('../shared/polnear');

describe.skipIf(!existsSync(POLNEAR))('PolNeAR (skipped where ../shared has none)', () => {
  const folder = (part: string): ReadFiles => {
    const names = readdirSync(join(POLNEAR, part)).filter((name) => /\.(txt|ann)$/.test(name));
    return Object.fromEntries(
      names.map((name) => [name, readFileSync(join(POLNEAR, part, name), 'utf8')]),
    );
  };

  it.each(['dev', 'six-annotators'])(
    'every span of %s is exact on the desk',
    (part) => {
      const documents = readAnnotations('brat', folder(part));
      const report = importAnnotations(into.desk, into.actor, into.collectionId, documents, false);
      expect(report.conflicts).toEqual([]);
      const told = report.remarks.filter(
        ({ message }) => !message.endsWith('belongs to no event.'),
      );
      expect(told.every(({ message }) => message.includes('needs its content'))).toBe(true);
      const bare = (words: string) => words.replace(/\s+/g, '');
      const wanted = documents.flatMap(({ text, annotations }) =>
        annotations.map(({ layer, spans }) => {
          const words = spans.map(
            (span) =>
              [span.part, span.ordinal, span.start, text.slice(span.start, span.end)] as const,
          );
          return keyOf(layer ?? 'shared', words);
        }),
      );
      const found = all(into).flatMap(({ annotations }) =>
        annotations.map(({ layer, parts }) =>
          keyOf(
            layer,
            parts.flatMap((each) =>
              each.pieces.map(
                ({ start, exact }) => [each.part, each.ordinal, start, exact] as const,
              ),
            ),
          ),
        ),
      );
      function keyOf(layer: string, words: readonly (readonly [string, number, number, string])[]) {
        const sorted = [...words].sort(
          (a, b) => a[0].localeCompare(b[0]) || a[1] - b[1] || a[2] - b[2],
        );
        return bare([layer, ...sorted.map(([, , , exact]) => exact)].join(''));
      }
      expect(found.sort()).toEqual(wanted.sort());
      if (part === 'six-annotators') {
        expect(
          new Set(all(into).flatMap(({ annotations }) => annotations.map(({ layer }) => layer)))
            .size,
        ).toBe(6);
      }
    },
    180_000,
  );
});
