/** What a dataset can be exported as, in the order in which a person is offered it. */
export const FORMATS = [
  'bundle',
  'jsonl',
  'csv',
  'parquet',

  'w3c',
  'recogito',
  'brat',
  'polnear',
  'labelstudio',
  'xmi',
  'tei',
  'iob2',
  'conllu',

  'doccano',
  'prodigy',
  'claimreview',
  'averitec',
] as const;
export type Format = (typeof FORMATS)[number];

/** The formats that are written article by article; the bundle is written table by table. */
export type ArticleFormat = Exclude<Format, 'bundle'>;

/** What a format's offsets count; `none` where it has no offsets. */
export type FormatUnit = 'codepoint' | 'utf16' | 'none';

/** What a person is told of a format before choosing it. */
export interface FormatDescription {
  readonly name: string;
  /** What it is for and what it carries, in half a sentence. */
  readonly carries: string;
  readonly unit: FormatUnit;
  /** The files that an export has once, and what each holds. */
  readonly files: Readonly<Record<string, string>>;
  /** How the names of the files end that each article has for itself; they begin with its id. */
  readonly own: readonly string[];
}

export type Descriptions = Readonly<Record<Format, FormatDescription>>;
