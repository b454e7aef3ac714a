/** A source in the register: one or more names under which attributions give words to it. */
export interface SourceLine {
  /** A source's id, or the key of the only name. */
  readonly id: string;
  readonly name: string;
  readonly statements: number;
  readonly articles: number;
  /** The newest date of its articles, ISO; null where none is known. */
  readonly latest: string | null;
}

/** One of the names of a source, as the articles write it. */
export interface SourceAlias {
  readonly key: string;
  readonly name: string;
  readonly statements: number;
  /** Whether a person put it to this source, so that it can be split off again. */
  readonly joined: boolean;
}

/** What a source is given in one attribution. */
export interface Statement {
  readonly annotationId: string;
  readonly articleId: string;
  readonly headline: string;
  readonly date: string | null;
  /** The words of the content, pieces joined by an ellipsis. */
  readonly words: string;
  /** The source's words there. */
  readonly sourceWords: string;
  readonly cue: string | null;
  readonly speech: string | null;
}

export interface SourceDetail {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly SourceAlias[];
  /** In the order of the articles' dates, those without a date last; at most MOST_STATEMENTS. */
  readonly statements: readonly Statement[];
  readonly total: number;
}

export const MOST_STATEMENTS = 500;
