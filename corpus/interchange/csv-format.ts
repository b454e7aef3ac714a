import { csvFileName, csvHeader, csvRows } from './csv';
import { dataPackage } from './datapackage';
import type { FormatDeclaration } from './format';
import { TABLES } from './tables';

/** Six tables and their description. Nothing of a dataset is lost. */
export const csv: FormatDeclaration = {
  name: 'CSV',
  carries: 'tables for a spreadsheet or a database, with a description',
  unit: 'codepoint',
  files: {
    ...Object.fromEntries(TABLES.map((table) => [csvFileName(table), table.holds])),
    'datapackage.json': 'the description of all tables, for programs',
  },
  own: [],
  lose: () => undefined,
  encoder: () => ({
    filesOf: () => [],
    files: TABLES.map((table) => ({
      name: csvFileName(table),
      mediaType: 'text/csv; charset=utf-8; header=present',
      begin: () => csvHeader(table),
      article: (article) => csvRows(table, article),
      end: () => '',
    })),
    closing: (facts) => [
      { name: 'datapackage.json', content: `${JSON.stringify(dataPackage(facts), null, 2)}\n` },
    ],
  }),
};
