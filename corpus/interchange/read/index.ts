import { readBratFolder } from './brat-folder';
import { readCases } from './cas';
import { readCsvTables } from './csv-tables';
import { readArticleLines } from './dataset-article';
import { readConllu } from './conllu';
import { readIob2 } from './iob2';
import { readDoccano, readProdigy } from './lines';
import type { DeskTexts, ReadDocument, ReadFiles, ReadFormat } from './model';
import { readTasks } from './tasks';
import { readWebAnnotations } from './web-annotations';

const READERS: Readonly<
  Record<ReadFormat, (files: ReadFiles, texts: DeskTexts) => readonly ReadDocument[]>
> = {
  jsonl: readArticleLines,
  csv: readCsvTables,
  brat: readBratFolder,
  w3c: readWebAnnotations,
  labelstudio: readTasks,
  doccano: readDoccano,
  prodigy: readProdigy,
  xmi: readCases,
  iob2: readIob2,
  conllu: readConllu,
};

const NO_TEXTS: DeskTexts = { byId: () => null, all: () => [] };

/**
 * The texts and annotations of a format's files; throws ReadProblem for what is not that format.
 * `texts` lends an article's own text to formats that have only its words.
 */
export function readAnnotations(
  format: ReadFormat,
  files: ReadFiles,
  texts: DeskTexts = NO_TEXTS,
): readonly ReadDocument[] {
  return READERS[format](files, texts);
}
