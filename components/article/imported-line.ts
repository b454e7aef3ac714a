import type { ImportReport } from '@/corpus/ingest/report';

export type ImportedFile = Extract<ImportReport, { articles: unknown }>;

/** What became of a file, or of one part of an archive. `failed`: worth another try. */
export type LineState =
  | { readonly at: 'done'; readonly report: ImportedFile }
  | { readonly at: 'note' | 'refused' | 'failed'; readonly sentence: string };

export interface ImportedLine {
  readonly key: number;
  readonly name: string;
  readonly state: LineState;
}
