import type { Token } from '../language';

interface Stem {
  readonly letters: string;
  /** Whether the word ends where the stem does. */
  readonly whole: boolean;
  readonly bit: number;
}

/** Stems are looked up by so many of their first letters; none is shorter. */
const KEY = 3;

/**
 * Lists of stems, all looked for in one pass over a sentence: a word shows a list where it begins with
 * one of its stems, or is it where the stem ends in `$`. A compound shows what each of its words does.
 */
export class StemIndex<Name extends string> {
  private readonly byStart = new Map<string, Stem[]>();
  private readonly bits: Readonly<Record<Name, number>>;

  constructor(lists: Readonly<Record<Name, string>>) {
    const names = Object.keys(lists) as Name[];
    this.bits = Object.fromEntries(names.map((name, at) => [name, 1 << at])) as Record<
      Name,
      number
    >;
    for (const name of names) {
      for (const form of lists[name].trim().split(/\s+/)) this.add(form, this.bits[name]);
    }
  }

  private add(form: string, bit: number): void {
    const whole = form.endsWith('$');
    const letters = whole ? form.slice(0, -1) : form;
    const key = letters.slice(0, KEY);
    const stems = this.byStart.get(key) ?? [];
    stems.push({ letters, whole, bit });
    this.byStart.set(key, stems);
  }

  /** A set of lists, for `shown` and `isOneOf`. */
  bitsOf(...names: readonly Name[]): number {
    return names.reduce((bits, name) => bits | this.bits[name], 0);
  }

  /** The lists that a word shows, as a set of bits. */
  bitsIn({ lower }: Token): number {
    let bits = this.bitsAt(lower, 0);
    for (let at = lower.indexOf('-'); at >= 0; at = lower.indexOf('-', at + 1)) {
      bits |= this.bitsAt(lower, at + 1);
    }
    return bits;
  }

  private bitsAt(lower: string, from: number): number {
    const stems = this.byStart.get(lower.slice(from, from + KEY));
    let bits = 0;
    if (stems === undefined) return bits;
    for (const { letters, whole, bit } of stems) {
      if (!lower.startsWith(letters, from)) continue;
      const next = lower.charCodeAt(from + letters.length);
      const goesOn = (next >= 97 && next <= 122) || (next >= 48 && next <= 57) || next > 127;
      if (!whole || !goesOn) bits |= bit;
    }
    return bits;
  }
}
