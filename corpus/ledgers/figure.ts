import { AMOUNT, amountOf } from '../detect/claims/amounts';
import { roundedFigure } from '../wording/numbers';

/** A number as written: what it means, and how far it may be off because it was rounded. */
export interface Figure {
  readonly value: number;
  readonly slack: number;
}

/** The source of a pattern for an amount, with a currency sign where it has one; holds no group. */
export const FIGURE = String.raw`(?:[$£€]\s?)?${AMOUNT}`;

/** The source of a pattern for "percent" in its spellings; holds no group. */
export const PERCENT = String.raw`(?:\s?%|[ -]per\s?cent\b)`;

/** What makes a figure a loose one, directly before it. */
const LOOSE = /(?:about|around|roughly|some|nearly|almost|over|under|more than|less than|fewer than|at least|at most|up to|approximately|close to|just|c\.|~|≈)\s*(?:an?\s)?$/i; // prettier-ignore

/** True where the words before a place say that the figure behind it is meant loosely. */
export function isLoose(before: string): boolean {
  return LOOSE.test(before);
}

/**
 * Reads an amount. Decimals, and figures of 1,000 and more that end in noughts, stand for all that
 * rounds to them; smaller whole numbers are taken to the digit. Null for "dozens" and the like.
 */
export function figureOf(words: string): Figure | null {
  const plain = words.replace(/^[$£€]\s?/, '');
  const { value, vague } = amountOf(plain);
  if (vague || !Number.isFinite(value)) return null;
  return { value, slack: unitOf(plain, value) / 2 };
}

/** The step of the last digit that was written; 0 for what is exact. */
export function unitOf(words: string, value: number): number {
  const digits = /^(\d[\d,]*)(?:\.(\d+))?/.exec(words);
  if (digits === null) return value >= 1000 ? noughts(value) : 0;
  const written = Number(`${digits[1]!.replaceAll(',', '')}.${digits[2] ?? '0'}`);
  const scale = written === 0 ? 1 : value / written;
  if (digits[2] !== undefined) return scale * 10 ** -digits[2].length;
  if (scale >= 1000) return scale;
  return value >= 1000 ? noughts(value) : 0;
}

/** 41,000 → 1,000, 3,000 → 100: at most a twentieth of it. 1,250 → 0: one nought may be chance. */
function noughts(value: number): number {
  let unit = 1;
  while (value % (unit * 10) === 0 && unit * 200 <= value) unit *= 10;
  return unit >= 100 ? unit : 0;
}

/** A computed figure as a note shows it: at most `places` decimals, thousands set apart. */
export function shown(value: number, places = 1): string {
  return roundedFigure(value, places);
}
