import { ARTICLE_SCHEMA } from './article';
import type { FileFacts } from './format';
import type { Format, FormatUnit } from './format-names';
import type { Tally } from './loss';

/** The content of `manifest.json`: what the folder holds, and hashes to prove it. */
export interface Manifest {
  readonly manifest: typeof MANIFEST;
  readonly generator: string;
  readonly format: Format;
  readonly articleSchema: typeof ARTICLE_SCHEMA;
  readonly offsetUnit: FormatUnit;
  /** The filter in the person's words; empty where all was exported. */
  readonly chosen: Readonly<Record<string, unknown>>;
  readonly counts: Pick<Tally, 'articles' | 'annotations' | 'spans' | 'evidence'>;
  readonly withheld: { readonly evidence: number };
  readonly files: readonly FileFacts[];
}

/** How a manifest of Stet is recognised. */
export const MANIFEST = 'stet-manifest/1';

/** Says nothing of when it was made, so that equal datasets have equal manifests. */
export function datasetManifest(made: {
  readonly format: Format;
  readonly unit: FormatUnit;
  readonly generator: string;
  readonly chosen: Manifest['chosen'];
  readonly tally: Tally;
  readonly files: readonly FileFacts[];
}): Manifest {
  const { articles, annotations, spans, evidence, withheld } = made.tally;
  return {
    manifest: MANIFEST,
    generator: made.generator,
    format: made.format,
    articleSchema: ARTICLE_SCHEMA,
    offsetUnit: made.unit,
    chosen: made.chosen,
    counts: { articles, annotations, spans, evidence },
    withheld: { evidence: withheld },
    files: made.files,
  };
}
