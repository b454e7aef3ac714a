import type { Figure } from '../agreement/bootstrap';
import type { ARTICLE_SCHEMA } from '../interchange/article';
import type { DatasetFilter } from '../interchange/filter';
import type { FileFacts } from '../interchange/format';
import { FORMATS, type ArticleFormat } from '../interchange/format-names';

/** How a release of Stet is recognised. */
export const RELEASE = 'stet-release/1';

/** Members that every release has, beside the folders of its formats. */
export const INDEX_FILE = 'release-index.jsonl';
export const MANIFEST_FILE = 'manifest.json';
export const SEAL_FILE = 'manifest.sha256';

/** A bundle is for another desk and holds history and discussions, so it is no release. */
export const RELEASE_FORMATS: readonly ArticleFormat[] = FORMATS.filter(
  (format) => format !== 'bundle',
);

/** What a version is called: it becomes a part of a file's name. */
export const VERSION_WORD = /^[A-Za-z0-9][A-Za-z0-9._+-]{0,39}$/;

/** What a person asks for. */
export interface ReleaseOrder {
  readonly filter: DatasetFilter & { readonly collectionId: string };
  readonly version: string;
  readonly licence: string;
  /** How to cite it, in the person's words; null for a sentence made of what is known. */
  readonly citation: string | null;
  readonly pseudonyms: boolean;
  readonly formats: readonly ArticleFormat[];
}

interface Counted {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** What is different from an earlier release of the same collection. */
export interface Changes {
  /** The earlier release's version. */
  readonly since: string;
  readonly articles: Counted;
  readonly spans: Counted;
}

/** Kept back on purpose: counted, never described. */
export interface WithheldFromRelease {
  /** Citations of confidential evidence, or of evidence that tells of something confidential. */
  readonly evidence: number;
  /** Attributions off the record or on deep background. */
  readonly annotations: number;
  /** Rationales, replacements, reasons for anonymity and file names that could tell. */
  readonly notes: number;
}

/** How far the layers of a release agree, of all kinds together. */
export interface ReleasedAgreement {
  readonly layers: readonly string[];
  /** F1 of spans that overlap. */
  readonly overlap: Figure;
  readonly kappa: Figure;
}

/** The content of a release's `manifest.json`. */
export interface ReleaseManifest {
  readonly release: typeof RELEASE;
  readonly generator: string;
  readonly collection: string;
  readonly version: string;
  /** The day of the release, YYYY-MM-DD. */
  readonly date: string;
  readonly licence: string;
  readonly citation: string;
  readonly pseudonyms: boolean;
  readonly formats: readonly ArticleFormat[];
  readonly articleSchema: typeof ARTICLE_SCHEMA;
  /** The filter; empty where the whole collection was released. */
  readonly chosen: Readonly<Record<string, unknown>>;
  readonly counts: {
    readonly articles: number;
    readonly annotations: number;
    readonly spans: number;
    readonly evidence: number;
  };
  readonly withheld: WithheldFromRelease;
  /** Null for a collection's first release. */
  readonly changes: Changes | null;
  /** Null where fewer than two layers are in it. */
  readonly agreement: ReleasedAgreement | null;
  readonly files: readonly FileFacts[];
}

/** The name of a release's file. */
export function releaseFileName(release: Pick<ReleaseManifest, 'collection' | 'version'>): string {
  const name = release.collection.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').replaceAll(/^[-.]+|-+$/g, ''); // prettier-ignore
  return `${name || 'collection'}-${release.version}.zip`;
}
