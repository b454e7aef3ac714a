import type { OffsetUnit } from '../quoted-span';
import type { ReadFormat, ReadRemark } from './model';

/** What an import of annotations did, or would do. */
export interface AnnotationImport {
  readonly articles: readonly {
    readonly id: string;
    readonly name: string;
    readonly isNew: boolean;
  }[];
  readonly added: number;
  /** Annotations that the desk had already, just so. */
  readonly known: number;
  /** In how many texts the offsets were found to count this; in all others both mean the same. */
  readonly units: Readonly<Record<OffsetUnit, number>>;
  readonly remarks: readonly (ReadRemark & { readonly name: string })[];
  /** Where the desk has something else, each one sentence: with any of them nothing was written. */
  readonly conflicts: readonly string[];
  readonly isWritten: boolean;
}

/** What an import of a bundle did, or would do. */
export interface BundleImport {
  readonly articles: number;
  readonly annotations: number;
  readonly events: number;
  /** Things that the desk had already, just so. */
  readonly known: number;
  /** Collections that come under another name, because the desk has one with theirs. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  /** Items of evidence that stayed on the other desk. */
  readonly withheld: number;
}

/** What came of files that were brought in, or would come of them. */
export type BroughtReport =
  | { readonly format: ReadFormat; readonly annotations: AnnotationImport }
  | { readonly format: 'bundle'; readonly bundle: BundleImport };
