import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readBrat } from '@/corpus/interchange/brat';
import type { ArticleFormat } from '@/corpus/interchange/format-names';
import { ARTICLE_FORMATS } from '@/corpus/interchange/formats';
import type { Manifest } from '@/corpus/interchange/manifest';
import { hashOfText } from '@/corpus/interchange/testing/hash';
import { AWKWARD, mark, type Marks } from '@/db/testing/dataset-marks';
import { makeDesk, type TestDesk } from '@/db/testing/desk';
import { main } from './main';

let made: TestDesk;
let folder: string;
let marks: readonly Marks[];
beforeEach(() => {
  made = makeDesk();
  folder = mkdtempSync(join(tmpdir(), 'stet-foreign-'));
  vi.stubEnv('STET_DATABASE', made.desk.path);
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  marks = AWKWARD.map((text) => mark(made, made.article(text)));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
  made.close();
});

/** The files of an export, by name. */
async function exported(
  format: ArticleFormat,
  into: string,
): Promise<Readonly<Record<string, string>>> {
  const out = join(folder, into);
  expect(await main(['export', '--format', format, '--out', out])).toBe(0);
  const files = readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'utf8')]);
  return Object.fromEntries(files) as Record<string, string>;
}

test.each(['w3c', 'recogito', 'brat', 'polnear', 'doccano', 'prodigy'] as const)(
  '%s is whole, proved by its manifest, and the same bytes twice',
  async (format) => {
    const files = await exported(format, 'one');
    expect(await exported(format, 'two')).toEqual(files);
    const manifest = JSON.parse(files['manifest.json']!) as Manifest;
    expect(manifest.format).toBe(format);
    expect(manifest.offsetUnit).toBe(ARTICLE_FORMATS[format].unit);
    expect(manifest.files.map(({ name }) => name).sort()).toEqual(
      Object.keys(files).filter((name) => name !== 'manifest.json').sort(), // prettier-ignore
    );
    for (const { name, sha256 } of manifest.files) expect(hashOfText(files[name]!)).toBe(sha256);
    const { lost } = JSON.parse(files['loss.json']!) as { lost: { what: string; ids: string[] }[] };
    const checked = lost.find(
      ({ what }) => what === 'checks, with their evidence' || what === 'assessments',
    )!;
    expect(checked.ids).toEqual(expect.arrayContaining(marks.map(({ claim }) => claim)));
  },
);

test('brat of articles in several scripts is read back, every span with its words', async () => {
  const files = await exported('brat', 'out');
  for (const { articleId, claim, quote, attribution } of marks) {
    const read = readBrat(files[`${articleId}.txt`]!, files[`${articleId}.ann`]!);
    expect(read.remarks).toEqual([]);
    const ids = read.annotations.map(({ notes }) => /^id=(\S+)/.exec(notes[0]!)?.[1]);
    expect(ids.sort()).toEqual([claim, quote, attribution].sort());
  }
});
