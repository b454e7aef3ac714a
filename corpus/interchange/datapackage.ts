import { OFFSET_UNIT } from './article';
import { csvFileName } from './csv';
import type { FileFacts } from './format';
import { TABLES, type Table } from './tables';

type Description = Readonly<Record<string, unknown>>;

/**
 * The content of `datapackage.json` (Frictionless Data Package 1) for the files of a CSV export.
 * Throws where a table's file is not among the facts.
 */
export function dataPackage(facts: readonly FileFacts[]): Description {
  return {
    profile: 'tabular-data-package',
    name: 'stet-dataset',
    title: 'Articles, annotations and checks exported by Stet',
    offsetUnit: OFFSET_UNIT,
    resources: TABLES.map((table) => resourceOf(table, facts)),
  };
}

function resourceOf(table: Table, facts: readonly FileFacts[]): Description {
  const path = csvFileName(table);
  const file = facts.find(({ name }) => name === path);
  if (file === undefined) throw new Error(`there are no facts of ${path}`);
  return {
    profile: 'tabular-data-resource',
    name: table.name,
    path,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: file.bytes,
    hash: `sha256:${file.sha256}`,
    dialect: {
      delimiter: ',',
      lineTerminator: '\r\n',
      quoteChar: '"',
      doubleQuote: true,
      header: true,
      skipInitialSpace: false,
    },
    schema: schemaOf(table),
  };
}

function schemaOf(table: Table): Description {
  return {
    fields: table.fields.map((field) =>
      field.type === 'datetime' ? { ...field, format: 'any' } : field,
    ),
    primaryKey: table.primaryKey,
    missingValues: [''],
    foreignKeys: Object.entries(table.references).map(([fields, resource]) => ({
      fields,
      reference: { resource, fields: 'id' },
    })),
  };
}
