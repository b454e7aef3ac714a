import type { QuestionId } from './questions';

/** On which terms a dataset is given away, as whoever publishes it says; null where it is not said. */
export interface DatasetTerms {
  /** By its name, like CC BY 4.0, or by its address. */
  readonly licence: string | null;
  readonly citation: string | null;
  /** The desk or organisation that publishes it. */
  readonly publisher: string | null;
  /** The address of its page, http or https. */
  readonly homepage: string | null;
}

export type Answers = Readonly<Partial<Record<QuestionId, string>>>;

/** What the people of a collection say of the dataset that it becomes. */
export interface Datasheet extends DatasetTerms {
  /** Only questions that have an answer. */
  readonly answers: Answers;
}

export const NO_DATASHEET: Datasheet = {
  licence: null,
  citation: null,
  publisher: null,
  homepage: null,
  answers: {},
};

/** A collection's datasheet as it stands. */
export interface VersionedDatasheet extends Datasheet {
  /** 0 where nothing was ever said. */
  readonly version: number;
}

/** What files of a dataset say of it that its articles do not tell. */
export interface About extends Datasheet {
  /** The collection's; null where the articles are of several. */
  readonly name: string | null;
  /** Of a release: its version and its day, YYYY-MM-DD. */
  readonly release: { readonly version: string; readonly date: string } | null;
}

export const NOTHING_SAID: About = { ...NO_DATASHEET, name: null, release: null };

/** Most characters of each. */
export const LIMITS = { licence: 200, citation: 1000, publisher: 200, homepage: 1000, answer: 5000 } as const; // prettier-ignore

/** Without control characters and line breaks, so that it can stand in one line of a file. */
export function isLine(text: string, longest: number): boolean {
  return text.length <= longest && !/[\p{Cc}\u2028\u2029]/u.test(text);
}
