import type { PersonName } from '../annotation/reading';
import { dayOfMoment } from '../wording/dates';

/** What the bytes of an archived copy are. */
export const CONTENT_KINDS = [
  'pdf',
  'picture',
  'audio',
  'video',
  'page',
  'zip',
  'text',
  'unknown',
] as const;
export type ContentKind = (typeof CONTENT_KINDS)[number];

export const CONTENT_LABELS: Readonly<Record<ContentKind, string>> = {
  pdf: 'PDF',
  picture: 'Picture',
  audio: 'Recording',
  video: 'Video',
  page: 'Web page',
  zip: 'Office file or archive',
  text: 'Text',
  unknown: 'File',
};

/** A file, or a page as it was fetched, that the desk keeps of an evidence item. */
export interface ArchivedCopy {
  readonly id: string;
  readonly version: number;
  readonly fileName: string;
  readonly content: ContentKind;
  readonly byteLength: number;
  /** Of the bytes, in hexadecimal. */
  readonly sha256: string;
  /** Where it was fetched from; null for a file. */
  readonly url: string | null;
  readonly keptAt: string;
  readonly keptBy: PersonName;
}

/** What bytes at a place of a file mean: hexadecimal, `..` for any byte. */
const SIGNATURES: readonly (readonly [ContentKind, number, string])[] = [
  ['pdf', 0, '255044462d'],
  ['picture', 0, '89504e470d0a1a0a'],
  ['picture', 0, 'ffd8ff'],
  ['picture', 0, '47494638'],
  ['picture', 0, '52494646........57454250'],
  ['picture', 0, '49492a00'],
  ['picture', 0, '4d4d002a'],
  ['picture', 4, '6674797068656963'],
  ['picture', 4, '6674797061766966'],
  ['audio', 4, '667479704d344120'],
  ['audio', 0, '52494646........57415645'],
  ['audio', 0, '494433'],
  ['audio', 0, 'fffb'],
  ['audio', 0, 'fff3'],
  ['audio', 0, 'fff1'],
  ['audio', 0, '4f676753'],
  ['audio', 0, '664c6143'],
  ['video', 4, '66747970'],
  ['video', 0, '1a45dfa3'],
  ['video', 0, '52494646........41564920'],
  ['zip', 0, '504b0304'],
];

/** How much of a file is looked at, in bytes. */
const LOOKED_AT = 4096;

/** Tells from the bytes alone what they are; a name or a declared type is nobody's word. */
export function contentKindOf(bytes: Uint8Array): ContentKind {
  const known = SIGNATURES.find(([, at, pattern]) => holds(bytes, at, pattern));
  if (known !== undefined) return known[0];
  const start = bytes.subarray(0, LOOKED_AT);
  let words: string;
  try {
    words = new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true });
  } catch {
    words = start.includes(0) ? '\0' : String.fromCharCode(...start);
  }
  if (/<(?:!doctype\s+html|html|head|body|svg)[\s>]/i.test(words)) return 'page';
  return /[\0-\u0008\u000e-\u001a]/.test(words) ? 'unknown' : 'text';
}

function holds(bytes: Uint8Array, at: number, pattern: string): boolean {
  const wanted = pattern.match(/../g)!;
  return wanted.every(
    (pair, index) => pair === '..' || bytes[at + index] === Number.parseInt(pair, 16),
  );
}

const LONGEST_NAME = 200;

/**
 * A file's name as it is kept and given back: its last part alone, without the characters that a
 * disk, a header or a reading direction could be led astray by.
 */
export function archiveName(name: string): string {
  const last = name.toWellFormed().split(/[/\\]/).at(-1)!;
  const plain = last.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029<>:"|?*]/gu, '').replace(/^[.\s]+|[.\s]+$/g, ''); // prettier-ignore
  const cut = [...plain];
  if (cut.length <= LONGEST_NAME) return plain || 'copy';
  const ending = /\.[\p{L}\p{N}]{1,8}$/u.exec(plain)?.[0] ?? '';
  return cut.slice(0, LONGEST_NAME - ending.length).join('') + ending;
}

/** The name under which a fetched page is kept. */
export function pageName(url: string, content: ContentKind): string {
  const { hostname, pathname } = new URL(url);
  const last = pathname.split('/').findLast((part) => part !== '') ?? '';
  const named = archiveName(last === '' ? hostname : decoded(last));
  return content === 'page' && !/\.x?html?$/i.test(named) ? `${named}.html` : named;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** How copies and proofs tell of a kept copy. */
export function archivedWords({ sha256, keptAt }: Pick<ArchivedCopy, 'sha256' | 'keptAt'>): string {
  return `archived copy, SHA-256 ${sha256}, ${dayOfMoment(keptAt)}`;
}
