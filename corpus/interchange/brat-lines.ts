import type { QuotedSpan } from './quoted-span';

/** A line of standoff, by what brat calls it; `line` counts from 1. */
export type BratLine =
  | (Numbered & QuotedSpan & { readonly is: 'span'; readonly label: string })
  | (Numbered & {
      readonly is: 'event';
      readonly type: string;
      readonly trigger: string;
      readonly roles: readonly { readonly name: string; readonly span: string }[];
    })
  | (Numbered & {
      readonly is: 'attribute';
      readonly name: string;
      readonly of: string;
      /** Null for an attribute that is only there or not. */
      readonly value: string | null;
    })
  | (Numbered & { readonly is: 'note'; readonly of: string; readonly words: string })
  | (Numbered & { readonly is: 'other' });

interface Numbered {
  readonly line: number;
  readonly id: string;
}

const SPAN = /^(T\S+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)$/;
const EVENT = /^(E\S+)\t(\S+?):(\S+)((?: \S+?:\S+)*) *$/;
const ATTRIBUTE = /^([AM]\S+)\t(\S+) (\S+)(?: (.*))?$/;
const NOTE = /^(#\S*)\t\S+ (\S+)\t(.*)$/;

/** The lines of an .ann file (brat's standoff format); empty ones are left out. */
export function bratLines(standoff: string): readonly BratLine[] {
  return standoff
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((words, index) => ({ words, line: index + 1 }))
    .filter(({ words }) => words.trim() !== '')
    .map(({ words, line }) => readLine(words, line));
}

function readLine(words: string, line: number): BratLine {
  return (
    readSpan(words, line) ??
    readEvent(words, line) ??
    readAttribute(words, line) ??
    readNote(words, line) ?? { is: 'other', line, id: words.split('\t')[0]!.slice(0, 20) }
  );
}

function readSpan(words: string, line: number): BratLine | null {
  const [, id, label, places, quoted] = SPAN.exec(words) ?? [];
  if (id === undefined) return null;
  const ranges = places!.split(';').map((place) => {
    const [start, end] = place.split(' ').map(Number);
    return { start: start!, end: end! };
  });
  return { is: 'span', line, id, label: label!, ranges, quoted: quoted! };
}

function readEvent(words: string, line: number): BratLine | null {
  const [, id, type, trigger, rest] = EVENT.exec(words) ?? [];
  if (id === undefined) return null;
  const roles = rest!
    .split(' ')
    .filter(Boolean)
    .map((role) => {
      const [name, span] = role.split(':');
      return { name: name!, span: span! };
    });
  return { is: 'event', line, id, type: type!, trigger: trigger!, roles };
}

function readAttribute(words: string, line: number): BratLine | null {
  const [, id, name, of, value] = ATTRIBUTE.exec(words) ?? [];
  if (id === undefined) return null;
  return { is: 'attribute', line, id, name: name!, of: of!, value: value?.trim() || null };
}

function readNote(words: string, line: number): BratLine | null {
  const [, id, of, note] = NOTE.exec(words) ?? [];
  return id === undefined ? null : { is: 'note', line, id, of: of!, words: note! };
}
