import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBrat } from '../interchange/brat';
import { valuesOf, type LayeredArticle } from './layers';
import { agreementReport } from './report';

const SHARED = resolve('../shared');
const SIX = join(SHARED, 'polnear/six-annotators');
const SCORER = join(SHARED, 'gold/score.mjs');
const absent = !existsSync(SIX) || !existsSync(SCORER);

const files = absent ? [] : readdirSync(SIX);
const names = files.filter((file) => file.endsWith('.txt')).map((file) => file.slice(0, -4));
const layers = [...new Set(files.flatMap((file) => /_([^_]+)\.ann$/.exec(file)?.[1] ?? []))].sort();

/** The six articles, each person's annotations as a layer. */
function sixLayers(): readonly LayeredArticle[] {
  return names.map((name) => {
    const text = readFileSync(join(SIX, `${name}.txt`), 'utf8');
    const read = (layer: string) =>
      readBrat(text, readFileSync(join(SIX, `${name}_${layer}.ann`), 'utf8')).annotations.map(
        ({ id, kind, spans, attributes }) => ({
          id,
          kind,
          spans,
          values: valuesOf(kind, attributes),
        }),
      );
    return { id: name, text, layers: new Map(layers.map((layer) => [layer, read(layer)])) };
  });
}

interface Scored {
  readonly F1: number;
  readonly P: number;
  readonly R: number;
}

/** What the scorer says of two people, in percent to one decimal. */
function scored(folder: string, first: string, second: string): Record<string, Scored> {
  const dirs = ['--text', SIX, '--gold', join(folder, first), '--pred', join(folder, second)];
  const { stdout } = spawnSync(process.execPath, [SCORER, ...dirs, '--json'], { encoding: 'utf8' });
  return JSON.parse(stdout) as Record<string, Scored>;
}

describe.skipIf(absent)('PolNeAR’s six annotators (skipped where ../shared has no PolNeAR)', () => {
  const percent = (value: number | null) => Math.round(value! * 1000) / 10;

  test('the mean pairwise F1 is the published one, to the decimal', () => {
    const { rows } = agreementReport(sixLayers(), { resamples: 0 });
    const row = rows.find(({ kind, part }) => kind === 'attribution' && part === null)!;
    expect(percent(row.overlap.value)).toBe(83.9);
    expect(percent(row.relation!.value)).toBe(70.2);
    expect(percent(row.words.value)).toBe(92.6);
  });

  test('every pair has the scorer’s figures, to the decimal', () => {
    const folder = mkdtempSync(join(tmpdir(), 'stet-six-'));
    try {
      for (const layer of layers) {
        mkdirSync(join(folder, layer));
        for (const name of names) {
          cpSync(join(SIX, `${name}_${layer}.ann`), join(folder, layer, `${name}.ann`));
        }
      }
      const { rows } = agreementReport(sixLayers(), { resamples: 0 });
      const rowOf = (part: 'source' | 'cue' | null) =>
        rows.find((row) => row.kind === 'attribution' && row.part === part)!;
      const rounded = ({
        precision,
        recall,
        f1,
      }: Record<'precision' | 'recall' | 'f1', { value: number | null }>) => ({
        P: percent(precision.value),
        R: percent(recall.value),
        F1: percent(f1.value),
      });
      expect(rowOf(null).pairs).toHaveLength(15);
      for (const [index, pair] of rowOf(null).pairs.entries()) {
        const wanted = scored(folder, ...pair.layers);
        expect(rounded(pair.overlap)).toEqual(figures(wanted['Attribution']));
        expect(rounded(pair.relation!)).toEqual(figures(wanted['Attribution strict']));
        expect(rounded(pair.words)).toEqual(figures(wanted['Content words']));
        expect(rounded(rowOf('source').pairs[index]!.words)).toEqual(
          figures(wanted['Source words']),
        );
        expect(rounded(rowOf('cue').pairs[index]!.words)).toEqual(figures(wanted['Cue words']));
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

function figures({ P, R, F1 }: Scored = { P: NaN, R: NaN, F1: NaN }): Scored {
  return { P, R, F1 };
}
