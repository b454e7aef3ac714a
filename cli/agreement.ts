import { continuaOf, gamma, type Gamma } from '@/corpus/agreement/gamma/gamma';
import type { LayeredArticle } from '@/corpus/agreement/layers';
import { agreementReport, type AgreementReport } from '@/corpus/agreement/report';
import { KINDS } from '@/corpus/annotation/model';
import { offsetTable, type OffsetTable } from '@/corpus/document/positions';
import { OFFSET_UNIT } from '@/corpus/interchange/article';
import type { Span } from '@/corpus/spans/span';
import { iterateCompared } from '@/db/queries/compared-layers';
import { commandLineView } from './actor';
import { agreementText } from './agreement-text';
import { readArguments } from './arguments';
import { collectionIdOf } from './collection';
import { withDesk } from './desk';
import { CommandProblem, UsageProblem } from './problems';

const OPTIONS = {
  collection: { type: 'string' },
  layer: { type: 'string', multiple: true, default: [] as string[] },
  seed: { type: 'string', default: '1' },
  gamma: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

/** `stet agreement --collection NAME`: how far the layers of a collection agree. */
export function runAgreement(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS);
  if (positionals.length > 0) {
    throw new UsageProblem(
      `“${positionals[0]}” is too much: name the collection with --collection.`,
    );
  }
  const { collection, layer, json } = values;
  if (!collection) throw new UsageProblem('Name the collection with --collection.');
  const seed = seedOf(values.seed);
  return withDesk({ create: false }, async (whole) => {
    const desk = commandLineView(whole, 'readDesk');
    const offsets = new Map<string, OffsetTable>();
    const read = () => iterateCompared(desk, collectionIdOf(desk, collection), layer);
    const report = agreementReport(withOffsets(read(), offsets), { seed });
    refuseOneLayer(report, collection, layer);
    const unified = values.gamma
      ? await gamma(continuaOf(read()), { seed, onProgress: showShare })
      : null;
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
    if (json) printLines(report, unified, offsets);
    else console.log(agreementText(report, unified));
    return 0;
  });
}

/** The articles, each leaving a table of its offsets behind. */
function* withOffsets(
  articles: Iterable<LayeredArticle>,
  offsets: Map<string, OffsetTable>,
): Generator<LayeredArticle> {
  for (const article of articles) {
    offsets.set(article.id, offsetTable(article.text));
    yield article;
  }
}

function seedOf(word: string): number {
  if (/^\d{1,9}$/.test(word)) return Number(word);
  throw new UsageProblem(`“${word}” is no seed: give a whole number of up to nine digits.`);
}

function refuseOneLayer(
  { layers }: AgreementReport,
  collection: string,
  chosen: readonly string[],
): void {
  const unknown = chosen.find((name) => !layers.includes(name));
  if (unknown !== undefined) {
    throw new CommandProblem(`“${collection}” has no annotation in a layer “${unknown}”.`);
  }
  if (layers.length > 1) return;
  const has = layers.length === 0 ? 'no layer with annotations' : `one layer, “${layers[0]}”`;
  throw new CommandProblem(`“${collection}” has ${has}: agreement needs two.`);
}

/** The figures first, then a line for each article and each case; offsets in code points. */
function printLines(
  { articles, cases, ...figures }: AgreementReport,
  unified: Gamma | null,
  offsets: ReadonlyMap<string, OffsetTable>,
): void {
  const inPoints = <T extends Span>(articleId: string, range: T): T => ({
    ...range,
    ...offsets.get(articleId)!.rangeToCodePoints(range),
  });
  const print = (line: object) => console.log(JSON.stringify(line));
  print({ figures: { offsetUnit: OFFSET_UNIT, ...figures, gamma: unified } });
  for (const article of articles) {
    const marked = Object.fromEntries(
      KINDS.map((kind) => [kind, article.marked[kind].map((run) => inPoints(article.id, run))]),
    );
    print({ article: { ...article, marked } });
  }
  for (const one of cases) print({ case: inPoints(one.articleId, one) });
}

function showShare(done: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[Kγ: ${Math.floor(done * 100)} %`);
}
