import type { BundleColumn, BundleTable } from './tables';

type Schema = Readonly<Record<string, unknown>>;

const TYPES = {
  text: 'string',
  integer: 'integer',
  real: 'number',
  boolean: 'boolean',
} as const;

/** The JSON Schema of a line of a table's file. */
export function schemaOf({ file, row, columns }: BundleTable): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:stet:bundle/1:${file}`,
    title: `One ${row} of a bundle`,
    type: 'object',
    properties: Object.fromEntries(columns.map((column) => [column.key, columnSchema(column)])),
    required: columns.map(({ key }) => key),
    additionalProperties: false,
  };
}

function columnSchema({ type, isNull, words }: BundleColumn): Schema {
  if (type === 'json') return isNull ? {} : { not: { type: 'null' } };
  if (words !== null) return { enum: isNull ? [...words, null] : words };
  return { type: isNull ? [TYPES[type], 'null'] : TYPES[type] };
}

/** Why a line's content is no row of a table, in a few words; null where it is one. */
export function findRowProblem(table: BundleTable, row: unknown): string | null {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return 'it is no object';
  const unknown = Object.keys(row).find((key) => !table.columns.some((one) => one.key === key));
  if (unknown !== undefined) return `“${unknown}” is not known`;
  for (const column of table.columns) {
    const value = (row as Record<string, unknown>)[column.key];
    if (!fits(column, value)) return `“${column.key}” is not what it has to be`;
  }
  return null;
}

function fits({ type, isNull, words }: BundleColumn, value: unknown): boolean {
  if (value === undefined) return false;
  if (value === null) return isNull;
  if (words !== null) return words.includes(value as string);
  if (type === 'json') return true;
  if (type === 'text') return typeof value === 'string';
  if (type === 'boolean') return typeof value === 'boolean';
  return type === 'integer' ? Number.isSafeInteger(value) : typeof value === 'number';
}
