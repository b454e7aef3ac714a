import type { FileFacts } from './format';
import type { FormatDescription } from './format-names';

/** Name and version of the lossless archive that one desk gives to another. */
export const BUNDLE = 'stet-bundle/1';

/** The archive's first file, by which it is recognised, and its last. */
export const BUNDLE_HEAD = 'stet-bundle.json';
export const BUNDLE_MANIFEST = 'manifest.json';

/** The content of a bundle's `manifest.json`. */
export interface BundleManifest {
  readonly bundle: typeof BUNDLE;
  readonly generator: string;
  /** Bundles count as Stet does inside. */
  readonly offsetUnit: 'utf16';
  /** Rows of each file of lines. */
  readonly counts: Readonly<Record<string, number>>;
  /** Confidential things that stayed on the desk, by collection: counted, never described. */
  readonly withheld: readonly {
    readonly collection: string;
    readonly evidence: number;
    readonly citations: number;
    readonly events: number;
  }[];
  readonly leftOut: readonly string[];
  readonly files: readonly FileFacts[];
}

/** Why a choice among annotations cannot be a bundle. */
export const WHOLE_ARTICLES =
  'A bundle holds whole articles: choose by collection, article or day, not by kind, status or finding.';

export const BUNDLE_FILE = 'bundle.zip';

export const BUNDLE_DESCRIPTION: FormatDescription = {
  name: 'Stet bundle',
  carries: 'everything, with revisions, history and originals, for another desk',
  unit: 'utf16',
  files: { [BUNDLE_FILE]: 'the archive, which stet import takes in' },
  own: [],
};
