import type { Attributes, Kind, Part, PartSpan } from '../../annotation/model';
import type { DatasetArticle, DatasetCheck } from '../article';
import type { OffsetUnit } from '../quoted-span';

/** The formats whose annotations can be taken in. */
export const READ_FORMATS = [
  'jsonl',
  'csv',
  'brat',
  'w3c',
  'labelstudio',
  'doccano',
  'prodigy',
  'xmi',
  'iob2',
  'conllu',
] as const;
export type ReadFormat = (typeof READ_FORMATS)[number];

/** An annotation as a file has it; spans are UTF-16 offsets of the document's text. */
export interface ReadAnnotation {
  /** Its id, where the file keeps one of Stet's. */
  readonly id: string | null;
  readonly kind: Kind;
  /** Null for nobody in particular. */
  readonly layer: string | null;
  readonly spans: readonly PartSpan[];
  readonly attributes: Attributes;
  readonly createdBy: string | null;
  readonly createdAt: string | null;
  readonly check: DatasetCheck | null;
}

/** What became of something that could not be taken over as it is. */
export interface ReadRemark {
  /** Where it is: a line, an id. */
  readonly at: string;
  readonly outcome: 'repaired' | 'refused';
  /** One sentence. */
  readonly message: string;
}

/** What a file says of an article beside its text. */
export type ReadFacts = Pick<
  DatasetArticle,
  'headline' | 'deck' | 'byline' | 'places' | 'agency' | 'date' | 'dateBasis' | 'blocks'
>;

/** A text with the annotations that a file has of it. */
export interface ReadDocument {
  /** What its offsets count; absent or null where the format has none, or both units mean the same. */
  readonly unit?: OffsetUnit | null;
  /** What it is called in a report. */
  readonly name: string;
  /** Its id, where the file keeps one of Stet's. */
  readonly articleId: string | null;
  /** Null where the file tells only of an article on the desk. */
  readonly text: string;
  readonly facts: ReadFacts | null;
  readonly annotations: readonly ReadAnnotation[];
  readonly remarks: readonly ReadRemark[];
}

/** Why a file is not read: one sentence that says what is wrong and what to do. */
export class ReadProblem extends Error {
  override readonly name = 'ReadProblem';
}

/** Files by name, as text. */
export type ReadFiles = Readonly<Record<string, string>>;

/** Texts that are on the desk, for formats that hold only words. */
export interface DeskTexts {
  /** The newest text of the article with this id; null where there is none. */
  byId(id: string): string | null;
  /** The newest texts of all articles that may be meant. */
  all(): Iterable<readonly [id: string, text: string]>;
}

/** A piece of an annotation that is still to be placed. */
export interface LoosePiece {
  readonly part: Part;
  readonly ordinal: number;
  /** In the file's unit. */
  readonly start: number;
  readonly end: number;
  /** The words that should be there; null where the file does not say. */
  readonly quoted: string | null;
}

/** An annotation whose pieces are still to be placed. */
export interface LooseAnnotation extends Omit<ReadAnnotation, 'spans'> {
  /** How the file calls it, for remarks. */
  readonly at: string;
  readonly pieces: readonly LoosePiece[];
}
