import { isDeepStrictEqual } from 'node:util';

type Schema = Readonly<Record<string, unknown>>;

/**
 * Where a value is not what a JSON Schema says, as `PLACE WHAT`; null where it is. Knows the words
 * that Stet's own schemas use (json-schema.ts), with their meaning in draft 2020-12; throws for any
 * other word, which it would otherwise pass over.
 */
export function findSchemaProblem(
  schema: Schema,
  value: unknown,
  place = 'the line',
): string | null {
  for (const [word, wanted] of Object.entries(schema)) {
    const rule = RULES[word];
    if (rule === undefined) throw new Error(`the schema’s word ${word} is not known`);
    const problem = rule(wanted as never, value, place, schema);
    if (problem !== null) return problem;
  }
  return null;
}

type Rule = (wanted: never, value: unknown, place: string, schema: Schema) => string | null;

const held: Rule = () => null;
const needs = (isHeld: boolean, place: string, what: string) => (isHeld ? null : `${place} ${what}`); // prettier-ignore
const isText = (value: unknown): value is string => typeof value === 'string';
const isRecord = (value: unknown): value is Record<string, unknown> => typeOf(value) === 'object';

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

const RULES: Readonly<Record<string, Rule>> = {
  $schema: held,
  $id: held,
  title: held,
  type: (wanted: string | readonly string[], value, place) =>
    needs([wanted].flat().includes(typeOf(value)), place, `must be ${[wanted].flat().join(' or ')}`), // prettier-ignore
  const: (wanted: unknown, value, place) =>
    needs(isDeepStrictEqual(value, wanted), place, `must be ${JSON.stringify(wanted)}`),
  enum: (wanted: readonly unknown[], value, place) =>
    needs(wanted.includes(value), place, 'is none of the words that it may be'),
  pattern: (wanted: string, value, place) =>
    needs(!isText(value) || new RegExp(wanted, 'u').test(value), place, 'is not written as it must be'), // prettier-ignore
  minLength: (wanted: number, value, place) =>
    needs(!isText(value) || [...value].length >= wanted, place, 'is too short'),
  minimum: (wanted: number, value, place) =>
    needs(typeof value !== 'number' || value >= wanted, place, `is less than ${wanted}`),
  minItems: (wanted: number, value, place) =>
    needs(!Array.isArray(value) || value.length >= wanted, place, 'has too few items'),
  uniqueItems: (wanted: boolean, value, place) =>
    needs(!wanted || !Array.isArray(value) || new Set(value).size === value.length, place, 'has an item twice'), // prettier-ignore
  required: (wanted: readonly string[], value, place) => {
    const missing = isRecord(value) ? wanted.find((key) => !Object.hasOwn(value, key)) : undefined;
    return missing === undefined ? null : `${place} lacks ${missing}`;
  },
  properties: (wanted: Readonly<Record<string, Schema>>, value) => {
    if (!isRecord(value)) return null;
    for (const [key, schema] of Object.entries(wanted)) {
      if (!Object.hasOwn(value, key)) continue;
      const problem = findSchemaProblem(schema, value[key], key);
      if (problem !== null) return problem;
    }
    return null;
  },
  additionalProperties: (_wanted: false, value, place, { properties = {} }) => {
    const known = properties as object;
    const other = isRecord(value) ? Object.keys(value).find((key) => !Object.hasOwn(known, key)) : undefined; // prettier-ignore
    return other === undefined ? null : `${place} has ${other}, which it must not have`;
  },
  items: (wanted: Schema, value, place) => {
    if (!Array.isArray(value)) return null;
    for (const item of value) {
      const problem = findSchemaProblem(wanted, item, place);
      if (problem !== null) return problem;
    }
    return null;
  },
  anyOf: (wanted: readonly Schema[], value, place) => {
    const problems = wanted.map((schema) => findSchemaProblem(schema, value, place));
    return problems.includes(null) ? null : problems[0]!;
  },
};
