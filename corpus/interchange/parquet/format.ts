import type { FileEncoder, FormatDeclaration } from '../format';
import { TABLES, type Table } from '../tables';
import { croissant, datasetCard, datasheet, parquetName, type Rows } from './cards';
import { ParquetTable } from './table-file';
import { SPLITS, Splitter, type Split } from './splits';

const parts = TABLES.flatMap((table) => SPLITS.map((split) => ({ table, split })));

/**
 * The tables of the CSV package as Parquet, in the folder that the Hugging Face hub reads: parts by
 * article, a dataset card, Croissant metadata and a datasheet.
 */
export const parquet: FormatDeclaration = {
  name: 'Parquet, Hugging Face folder',
  carries: 'tables for analysis and training, in parts by article, with a card',
  unit: 'codepoint',
  files: {
    ...Object.fromEntries(
      parts.map(({ table, split }) => [parquetName(table, split), `${table.holds} (${split})`]),
    ),
    'README.md': 'the dataset card',
    'DATASHEET.md': 'how the dataset was made, as far as Stet knows',
    'croissant.json': 'the description of all files, for programs',
  },
  own: [],
  lose: () => undefined,
  encoder() {
    const splitter = new Splitter();
    const made = parts.map(({ table, split }) => fileOf(table, split, splitter));
    return {
      survey: (id, text) => splitter.add(id, text),
      filesOf: () => [],
      files: made.map(({ file }) => file),
      closing(facts) {
        const rows = rowsOf(made);
        return [datasetCard(facts, rows), datasheet(rows), croissant(facts)];
      },
    };
  },
};

interface Part {
  readonly file: FileEncoder;
  readonly table: Table;
  readonly split: Split;
  readonly rows: () => number;
}

function fileOf(table: Table, split: Split, splitter: Splitter): Part {
  const parquetTable = new ParquetTable(table.fields);
  const file: FileEncoder = {
    name: parquetName(table, split),
    mediaType: 'application/vnd.apache.parquet',
    begin: () => '',
    article: (article) =>
      splitter.splitOf(article.id) === split ? parquetTable.add(table.rowsOf(article)) : [],
    end: () => parquetTable.finish(),
  };
  return { file, table, split, rows: () => parquetTable.rows };
}

function rowsOf(made: readonly Part[]): Rows {
  const of = (split: Split) =>
    Object.fromEntries(
      made.filter((part) => part.split === split).map(({ table, rows }) => [table.name, rows()]),
    );
  return { train: of('train'), validation: of('validation'), test: of('test') };
}
