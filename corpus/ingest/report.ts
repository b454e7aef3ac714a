import type { BlockRole } from '../document/block';

/** What an import tells a person about one file. */
export type ImportReport =
  | { readonly file: string; readonly refused: string }
  | {
      readonly file: string;
      readonly notes: readonly string[];
      readonly articles: readonly {
        readonly id: string;
        readonly isNew: boolean;
        /** The revision that was made of it, where an earlier version was on the desk. */
        readonly revision: number | null;
        /** The headline, on the desk, of the article that it is a revision of. */
        readonly revisionOf: string | null;
        /** How many discussions were made of the remarks in the file. */
        readonly discussions: number;
        /** The line of the file at which it begins, from 1; null where the file has no lines. */
        readonly line: number | null;
        readonly headline: string;
        readonly byline: string | null;
        readonly places: readonly string[];
        readonly agency: string | null;
        readonly date: string | null;
        readonly dateReason: string | null;
        readonly warnings: readonly string[];
        /** How many blocks of each role it has. */
        readonly roles: Readonly<Partial<Record<BlockRole, number>>>;
      }[];
    };

/**
 * One line of what the desk answers to an import, as its parts are read: a file is one part, an
 * archive has many. `of`: null where it is not known how many. The last line says `end`.
 */
export type ImportLine =
  | {
      readonly report: ImportReport;
      readonly at: number;
      readonly of: number | null;
      /** How much of the file is behind it, from 0 to 1. */
      readonly share: number;
    }
  | { readonly file: string; readonly note: string }
  | { readonly end: true };
