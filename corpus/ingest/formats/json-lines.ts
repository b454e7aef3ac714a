import { decode } from '../decode';
import type { IngestedArticle, IngestOutcome } from '../model';
import { readRecord } from './json-lines-record';
import type { FormatReader } from './reader';

/** What stands at one place of the file: a value, or a line that is no JSON. */
interface Item {
  /** "Line 3", "Item 3". */
  readonly place: string;
  readonly value: unknown;
  readonly isJson: boolean;
}

/** The most lines that a note names one by one. */
const MOST_NAMED = 10;

const EMPTY = 'The file holds no records; write one object with a “text” on each line.';

/** JSON Lines, or a JSON file with one object or an array of them: one article an object. */
export const jsonLinesReader: FormatReader = {
  format: 'JSON Lines',
  recognises: (bytes, { name }) => {
    if (/\.(?:jsonl|ndjson)$/i.test(name)) return true;
    const start = new TextDecoder().decode(bytes.subarray(0, 64));
    return /\.json$/i.test(name) && /^\ufeff?\s*[[{]/.test(start);
  },
  read: async (bytes) => {
    try {
      return read(bytes);
    } catch {
      return { ok: false, refused: 'The records cannot be read; write them again as JSON Lines.' };
    }
  },
};

function read(bytes: Uint8Array): IngestOutcome {
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const items = itemsOf(decoded.text.replace(/^\ufeff/, ''));
  const articles: IngestedArticle[] = [];
  const bad: string[] = [];
  const unknown = new Set<string>();
  for (const { place, value, isJson } of items) {
    const record = isJson ? readRecord(value) : null;
    if (record?.ok === true) {
      articles.push(record.article);
      for (const key of record.unknown) unknown.add(key);
    } else bad.push(`${place}: ${record?.reason ?? 'it is no JSON'}`);
  }
  if (articles.length === 0) return { ok: false, refused: refusalOf(bad) };
  const notes = [...decoded.notes, ...notesOn(bad, unknown)];
  return { ok: true, text: '', encoding: 'JSON Lines', notes, articles };
}

/** A whole JSON value first: lines of a file that is laid out over many are none by themselves. */
function itemsOf(text: string): Item[] {
  const whole = parsed(text);
  if (whole !== undefined) {
    const values: unknown[] = Array.isArray(whole) ? whole : [whole];
    return values.map((value, at) => ({ place: `Item ${at + 1}`, value, isJson: true }));
  }
  return text.split(/\r\n|\n|\r/).flatMap((line, at) => {
    if (line.trim() === '') return [];
    const value = parsed(line);
    return [{ place: `Line ${at + 1}`, value, isJson: value !== undefined }];
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refusalOf(bad: readonly string[]): string {
  const [first] = bad;
  if (first === undefined) return EMPTY;
  return `No record can be read (${first}); write one object with a “text” on each line.`;
}

function notesOn(bad: readonly string[], unknown: ReadonlySet<string>): string[] {
  const named = bad.slice(0, MOST_NAMED).join('; ');
  const more = bad.length > MOST_NAMED ? `; and ${bad.length - MOST_NAMED} more` : '';
  const keys = [...unknown].map((key) => key.toWellFormed().slice(0, 60));
  return [
    ...(bad.length === 0 ? [] : [`Left out: ${named}${more}.`]),
    ...(keys.length === 0 ? [] : [`Fields that were not read: ${keys.slice(0, 50).join(', ')}.`]),
  ];
}
