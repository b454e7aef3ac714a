import {
  CLAIM_TYPES,
  FLAGS,
  KINDS,
  PARTS,
  SOURCE_TYPES,
  SPEECH,
  TERMS,
  type Attributes,
  type Kind,
  type Part,
} from '../../annotation/model';
import { ReadProblem } from './model';

export type Json = Readonly<Record<string, unknown>>;

/** The lines of a file of JSON Lines, each an object; throws ReadProblem with the line's number. */
export function jsonLines(file: string, content: string): readonly Json[] {
  return content.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const value = parseJson(line);
    if (isObject(value)) return [value];
    throw new ReadProblem(`Line ${index + 1} of ${file} is no JSON object: export the file again.`);
  });
}

/** The objects of a file that holds a JSON array, or one object. */
export function jsonArray(file: string, content: string): readonly Json[] {
  const value = parseJson(content);
  const list = Array.isArray(value) ? (value as unknown[]) : [value];
  if (list.every(isObject)) return list;
  throw new ReadProblem(`${file} holds no JSON objects: export the file again.`);
}

/** Null for what is no JSON. */
export function parseJson(content: string): unknown {
  try {
    return JSON.parse(content.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list; none where it is no list. */
export function objects(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

export function textOr<T>(value: unknown, otherwise: T): string | T {
  return typeof value === 'string' && value !== '' ? value : otherwise;
}

/** A whole number; -1, which is nowhere, for anything else. */
export function offset(value: unknown): number {
  return Number.isSafeInteger(value) ? (value as number) : -1;
}

export function kindOf(value: unknown): Kind | null {
  return KINDS.find((kind) => kind === lower(value)) ?? null;
}

export function partNamed(value: unknown): Part | null {
  return PARTS.find((part) => part === lower(value)) ?? null;
}

function lower(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : value;
}

/** The attributes among some values; what is not known is left out. */
export function attributesFrom(values: Json): Attributes {
  const several = <T>(known: readonly T[], value: unknown): readonly T[] =>
    known.length === 0 || !Array.isArray(value)
      ? []
      : value.flatMap((word) => known.filter((one) => one === word));
  const one = <T>(known: readonly T[], value: unknown): T | null =>
    known.find((word) => word === value) ?? null;
  return {
    types: several(CLAIM_TYPES, values['types']),
    flags: several(FLAGS, values['flags']),
    speech: one(SPEECH, values['speech']),
    sourceType: one(SOURCE_TYPES, values['sourceType']),
    terms: one(TERMS, values['terms']),
    anonymityReason: textOr(values['anonymityReason'], null),
  };
}
