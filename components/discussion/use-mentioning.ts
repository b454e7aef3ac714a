import { useState, type KeyboardEvent } from 'react';
import type { PersonName } from '@/corpus/annotation/reading';

/** The @ and what of a name is written after it, before the caret. */
const BEGUN = /(^|[^\p{L}\p{N}_])@([\p{L}\p{N}_ .'’-]{0,40})$/u;
const MOST_OFFERED = 6;

interface Mentioning {
  readonly offered: readonly PersonName[];
  /** The place in the list of the one that Enter takes. */
  readonly current: number;
  /** After the text changed. */
  look(field: HTMLTextAreaElement): void;
  /** Whether the key was for the list. */
  onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): boolean;
  choose(name: string): void;
  close(): void;
}

/** Offers names while one is being written after an @. */
export function useMentioning(
  people: readonly PersonName[],
  body: string,
  setBody: (body: string) => void,
): Mentioning {
  const [begun, setBegun] = useState<{ readonly from: number; readonly to: number } | null>(null);
  const [current, setCurrent] = useState(0);
  const written = begun === null ? '' : body.slice(begun.from, begun.to).toLowerCase();
  const offered =
    begun === null
      ? []
      : people.filter(({ name }) => name.toLowerCase().startsWith(written)).slice(0, MOST_OFFERED);
  const close = () => setBegun(null);
  const choose = (name: string) => {
    if (begun === null) return;
    setBody(`${body.slice(0, begun.from)}${name} ${body.slice(begun.to)}`);
    close();
  };
  return {
    offered,
    current: Math.min(current, Math.max(0, offered.length - 1)),
    look(field) {
      const to = field.selectionEnd;
      const found = BEGUN.exec(field.value.slice(0, to));
      setBegun(found === null ? null : { from: to - found[2]!.length, to });
      setCurrent(0);
    },
    onKeyDown(event) {
      if (offered.length === 0) return false;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step !== undefined) setCurrent((current + step + offered.length) % offered.length);
      else if (event.key === 'Escape') close();
      else if (event.key === 'Enter' || event.key === 'Tab') choose(offered[current]?.name ?? '');
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
    choose,
    close,
  };
}
