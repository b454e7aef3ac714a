import { TABLES } from '../tables';
import type { ReadFiles, ReadFormat } from './model';
import { isObject, parseJson, type Json } from './values';

/** Endings that say what a file is. */
const ENDINGS: readonly (readonly [RegExp, ReadFormat])[] = [
  [/\.ann$/, 'brat'],
  [/\.xmi$/, 'xmi'],
  [/\.conllu$/, 'conllu'],
  [/\.(iob2?|bio|conll)$/i, 'iob2'],
];

/** Which format some files are in, by what is in them; null where that cannot be told. */
export function guessFormat(files: ReadFiles): ReadFormat | null {
  const names = Object.keys(files);
  for (const [ending, format] of ENDINGS) {
    if (names.some((name) => ending.test(name))) return format;
  }
  if (TABLES.every(({ name }) => files[`${name}.csv`] !== undefined)) return 'csv';
  for (const name of names) {
    const format = /\.jsonl$/.test(name) ? ofLine(files[name]!) : ofDocument(name, files[name]!);
    if (format !== null) return format;
  }
  return null;
}

function ofLine(content: string): ReadFormat | null {
  const line = content.slice(0, content.indexOf('\n') + 1 || undefined);
  const value = parseJson(line);
  if (!isObject(value)) return null;
  if (Array.isArray(value['annotations'])) return 'jsonl';
  if (Array.isArray(value['entities']) || Array.isArray(value['label'])) return 'doccano';
  if (Array.isArray(value['spans'])) return 'prodigy';
  return null;
}

function ofDocument(name: string, content: string): ReadFormat | null {
  if (!/\.json(ld)?$/.test(name)) return null;
  const value = parseJson(content);
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (!isObject(first)) return null;
  if (isObject(first['data'])) return 'labelstudio';
  return isWeb(first) ? 'w3c' : null;
}

function isWeb(value: Json): boolean {
  return '@context' in value || 'target' in value || Array.isArray(value['rows']);
}
