import type { FileEncoder, FormatDeclaration } from '../format';
import { TABLES, type Table } from '../tables';
import { datasetCard, parquetName, type Rows } from './card';
import { croissant } from './croissant';
import { ParquetTable } from './table-file';
import { SPLITS, Splitter, type Split } from './splits';

const parts = TABLES.flatMap((table) => SPLITS.map((split) => ({ table, split })));

/**
 * The tables of the CSV package as Parquet, in the folder that the Hugging Face hub reads: parts by
 * article, a dataset card with the datasheet, and Croissant metadata.
 */
export const parquet: FormatDeclaration = {
  name: 'Parquet, Hugging Face folder',
  carries: 'tables for analysis and training, in parts by article, with a card',
  unit: 'codepoint',
  files: {
    ...Object.fromEntries(
      parts.map(({ table, split }) => [parquetName(table, split), `${table.holds} (${split})`]),
    ),
    'README.md': 'the dataset card, with the answers of the collection’s datasheet',
    'croissant.json': 'the description of all files, for programs',
  },
  own: [],
  lose: () => undefined,
  encoder(about) {
    const splitter = new Splitter();
    const made = parts.map(({ table, split }) => fileOf(table, split, splitter));
    return {
      survey: (id, text) => splitter.add(id, text),
      filesOf: () => [],
      files: made.map(({ file }) => file),
      closing(facts, tally) {
        return [datasetCard(about, facts, rowsOf(made), tally), croissant(about, facts)];
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
