import { layeredArticle } from '../agreement/dataset-layers';
import type { LayeredArticle } from '../agreement/layers';
import { agreementReport, type AgreementReport } from '../agreement/report';
import { ADJUDICATED_LAYER } from '../annotation/model';
import { ARTICLE_SCHEMA, type DatasetArticle } from '../interchange/article';
import type { FileFacts, Piece } from '../interchange/format';
import { newTally } from '../interchange/loss';
import { ZipWriter } from '../interchange/zip';
import { asJson, zipDataset, type ArticleSource } from '../interchange/zip-dataset';
import { cardOf } from './card';
import { ChangeCount, changeLines } from './changes';
import { indexLine, type IndexLine } from './index-lines';
import { INDEX_FILE, MANIFEST_FILE, RELEASE, SEAL_FILE, type Changes, type ReleasedAgreement, type ReleaseManifest, type ReleaseOrder } from './model'; // prettier-ignore
import type { ReleasedSource } from './source';

/** The earlier release of the same collection. */
export interface EarlierRelease {
  readonly version: string;
  /** The lines of its index, read anew at each call. */
  lines(): Iterable<IndexLine>;
}

export interface ReleaseFacts extends Pick<
  ReleaseOrder,
  'version' | 'licence' | 'pseudonyms' | 'formats'
> {
  readonly generator: string;
  readonly collection: string;
  readonly date: string;
  readonly chosen: Readonly<Record<string, unknown>>;
  readonly earlier: EarlierRelease | null;
}

/**
 * A release, piece by piece: an archive of stored members whose bytes depend on content and facts
 * alone. Its index comes first, its manifest and the manifest's hash last. Memory holds one article
 * and, where there are several layers, their counts.
 */
export function* releasePieces(
  source: ReleasedSource,
  facts: ReleaseFacts,
): Generator<Piece, ReleaseManifest> {
  const zip = new ZipWriter();
  const files: FileFacts[] = [];
  function* add(name: string, pieces: Iterable<Piece>): Generator<Piece> {
    files.push(yield* zip.file(name, pieces));
  }
  const counting = new Contents();
  const tally = newTally();
  yield* add(INDEX_FILE, jsonLines(counting.through(source.articles(tally))));
  const withheld = source.withheld();
  let changes: Changes | null = null;
  if (facts.earlier !== null) {
    const count = new ChangeCount();
    const lines = changeLines(facts.earlier.lines(), indexOf(source));
    yield* add('changes.jsonl', jsonLines(count.through(lines)));
    changes = count.since(facts.earlier.version);
  }
  const figures = counting.layers.size < 2 ? null : figuresOf(source);
  if (figures !== null) yield* add('agreement.json', [asJson(figures)]);
  for (const format of facts.formats) {
    const order = { format, generator: facts.generator, folder: `${format}/` };
    files.push(...(yield* zipDataset(zip, source, order)));
  }
  const { generator, collection, version, date, licence, pseudonyms, formats, chosen } = facts;
  const named = { collection, version, date, licence };
  const about = source.about();
  const { citation } = about;
  const release: Omit<ReleaseManifest, 'files'> = {
    ...{ release: RELEASE, generator, ...named, citation, pseudonyms, formats },
    ...{ articleSchema: ARTICLE_SCHEMA, chosen, counts: counting.counts },
    ...{ withheld, changes, agreement: figures && releasedAgreement(figures) },
  };
  yield* add('README.md', [cardOf(release, about)]);
  yield* add('CITATION.txt', [`${citation}\n`]);
  const manifest: ReleaseManifest = { ...release, files: [...files] };
  yield* add(MANIFEST_FILE, [asJson(manifest)]);
  yield* zip.file(SEAL_FILE, [`${files.at(-1)!.sha256}\n`]);
  yield* zip.finish();
  return manifest;
}

/** Counts what a release holds as its index is written. */
class Contents {
  readonly counts = { articles: 0, annotations: 0, spans: 0, evidence: 0 };
  /** All but the adjudicated one, which is nobody's own work. */
  readonly layers = new Set<string>();

  *through(articles: Iterable<DatasetArticle>): Generator<IndexLine> {
    for (const article of articles) {
      const line = indexLine(article);
      this.counts.articles += 1;
      this.counts.annotations += line.annotations;
      this.counts.spans += Object.keys(line.spans).length;
      this.counts.evidence += line.evidence;
      for (const { layer } of article.annotations) {
        if (layer !== ADJUDICATED_LAYER) this.layers.add(layer);
      }
      yield line;
    }
  }
}

function* indexOf(source: ArticleSource): Generator<IndexLine> {
  for (const article of source.articles()) yield indexLine(article);
}

function* jsonLines(lines: Iterable<object>): Generator<string> {
  for (const line of lines) yield `${JSON.stringify(line)}\n`;
}

type Figures = Pick<AgreementReport, 'seed' | 'resamples' | 'layers' | 'rows' | 'attributes'>;

function figuresOf(source: ArticleSource): Figures {
  const { seed, resamples, layers, rows, attributes } = agreementReport(layeredOf(source));
  return { seed, resamples, layers, rows: rows.map(withoutCases), attributes: attributes.map(withoutCases) }; // prettier-ignore
}

function* layeredOf(source: ArticleSource): Generator<LayeredArticle> {
  for (const article of source.articles()) {
    const layered = layeredArticle(article);
    if (layered.layers.size > 0) yield layered;
  }
}

/** Cases are told on the desk; a release has the figures. */
function withoutCases<T extends { readonly pairs: readonly object[] }>(row: T): T {
  const pairs = row.pairs.map((pair) => ({ ...pair, cases: undefined }));
  return { ...row, pairs, cases: undefined };
}

function releasedAgreement({ layers, rows }: Figures): ReleasedAgreement | null {
  const all = rows.find(({ kind, part }) => kind === null && part === null) ?? rows[0];
  return all === undefined ? null : { layers, overlap: all.overlap, kappa: all.kappa };
}
