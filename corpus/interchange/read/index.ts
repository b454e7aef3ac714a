import { readBratFolder } from './brat-folder';
import { readCases } from './cas';
import { readCsvTables } from './csv-tables';
import { readArticleLines } from './dataset-article';
import { readDoccano, readProdigy } from './lines';
import type { ReadDocument, ReadFiles, ReadFormat } from './model';
import { readTasks } from './tasks';
import { readWebAnnotations } from './web-annotations';

const READERS: Readonly<Record<ReadFormat, (files: ReadFiles) => readonly ReadDocument[]>> = {
  jsonl: readArticleLines,
  csv: readCsvTables,
  brat: readBratFolder,
  w3c: readWebAnnotations,
  labelstudio: readTasks,
  doccano: readDoccano,
  prodigy: readProdigy,
  xmi: readCases,
};

/** The texts and annotations of a format's files; throws ReadProblem for what is not that format. */
export function readAnnotations(format: ReadFormat, files: ReadFiles): readonly ReadDocument[] {
  return READERS[format](files);
}
