import { AMOUNT } from '../detect/claims/amounts';
import { figureOf, shown, unitOf } from './figure';
import type { Finding } from './model';

interface Unit {
  readonly name: string;
  readonly kind: 'length' | 'area' | 'mass' | 'speed' | 'heat';
  /** In metres, square metres, kilograms, km/h; a temperature is converted by itself. */
  readonly size: number;
  readonly words: string;
}

/** Units whose size nobody disputes: no gallons, tons or pints. */
const UNITS: readonly Unit[] = [
  { name: 'km', kind: 'length', size: 1000, words: 'kilomet(?:re|er)s?|km' },
  { name: 'miles', kind: 'length', size: 1609.344, words: 'miles?' },
  { name: 'm', kind: 'length', size: 1, words: 'met(?:re|er)s?|m' },
  { name: 'ft', kind: 'length', size: 0.3048, words: 'feet|foot|ft' },
  { name: 'yards', kind: 'length', size: 0.9144, words: 'yards?|yd' },
  { name: 'cm', kind: 'length', size: 0.01, words: 'centimet(?:re|er)s?|cm' },
  { name: 'mm', kind: 'length', size: 0.001, words: 'millimet(?:re|er)s?|mm' },
  { name: 'inches', kind: 'length', size: 0.0254, words: 'inch(?:es)?|in' },
  { name: 'ha', kind: 'area', size: 10_000, words: 'hectares?|ha' },
  { name: 'acres', kind: 'area', size: 4046.856, words: 'acres?' },
  { name: 'km²', kind: 'area', size: 1e6, words: 'square kilomet(?:re|er)s?|sq km|km²' },
  { name: 'square miles', kind: 'area', size: 2_589_988, words: 'square miles?|sq mi' },
  { name: 'm²', kind: 'area', size: 1, words: 'square met(?:re|er)s?|sq m|m²' },
  { name: 'sq ft', kind: 'area', size: 0.092903, words: 'square feet|sq ft' },
  { name: 'kg', kind: 'mass', size: 1, words: 'kilogram(?:me)?s?|kilos?|kg' },
  { name: 'lb', kind: 'mass', size: 0.45359237, words: 'pounds?|lbs?' },
  { name: 'g', kind: 'mass', size: 0.001, words: 'grams?|g' },
  { name: 'oz', kind: 'mass', size: 0.028349523, words: 'ounces?|oz' },
  { name: 'km/h', kind: 'speed', size: 1, words: 'kilomet(?:re|er)s (?:an|per) hour|km/h|kph|kmh' },
  { name: 'mph', kind: 'speed', size: 1.609344, words: 'miles (?:an|per) hour|mph' },
  { name: '°C', kind: 'heat', size: 1, words: '(?:degrees? )?(?:Celsius|centigrade)|° ?C|C' },
  { name: '°F', kind: 'heat', size: 1, words: '(?:degrees? )?Fahrenheit|° ?F|F' },
]; // prettier-ignore

const LONGEST_FIRST = UNITS.toSorted((a, b) => b.words.length - a.words.length);
const UNIT = LONGEST_FIRST.map(({ words }) => words).join('|');
const SIGN = String.raw`(?:minus |[−–-](?=\d))?`;
const LOOSE = String.raw`(?:(?:about|around|roughly|some|nearly|almost|over|just over|just under|more than|approximately|or|~|≈) )*`; // prettier-ignore
const QUANTITY = (name: string) =>
  `(?<${name}>${SIGN}${AMOUNT})[ -]?(?<u${name}>${UNIT})(?![a-z/])`;
const FORM = new RegExp(`(?<![\\w.,])${QUANTITY('x')}(?: [a-z]+)? \\(${LOOSE}${QUANTITY('y')}(?: [a-z]+)?\\)`, 'gid'); // prettier-ignore
const OR_FORM = new RegExp(`(?<![\\w.,])${QUANTITY('x')}, or ${LOOSE}${QUANTITY('y')}(?=[,.;])`, 'gid'); // prettier-ignore

/** Quantities given in two units that are not the same. */
export function checkConversions(sentence: string): readonly Finding[] {
  return [FORM, OR_FORM].flatMap((form) =>
    [...sentence.matchAll(form)].flatMap((match) => {
      const { x = '', ux = '', y = '', uy = '' } = match.groups!;
      const [start] = match.indices!.groups!['y']!;
      const [, end] = match.indices!.groups!['uy']!;
      const problem = problemOf(quantityOf(x, ux), quantityOf(y, uy));
      return problem === null ? [] : [{ start, end, sentence: problem }];
    }),
  );
}

interface Quantity {
  readonly value: number;
  readonly unit: Unit;
  /** The step of the last digit that counts. */
  readonly step: number;
}

function quantityOf(words: string, unitWords: string): Quantity | null {
  const unit = LONGEST_FIRST.find((one) => new RegExp(`^(?:${one.words})$`, 'i').test(unitWords));
  const plain = words.replace(/^(?:minus |[−–-])/, '');
  const figure = figureOf(plain);
  if (unit === undefined || figure === null) return null;
  const step = unitOf(plain, figure.value) || lastDigit(figure.value);
  return { value: plain === words ? figure.value : -figure.value, unit, step };
}

/** 320 → 10, 35 → 1, 300 → 10: noughts at the end were rounded, at most to a tenth of the figure. */
function lastDigit(value: number): number {
  let step = 1;
  while (value % (step * 10) === 0 && step * 100 <= value) step *= 10;
  return Number.isInteger(value) ? step : 0;
}

/** What a figure of one digit and noughts may be off: 20 miles are given as 30 km. */
const ROUND_SHARE = 0.08;

function problemOf(x: Quantity | null, y: Quantity | null): string | null {
  if (x === null || y === null || x.unit.kind !== y.unit.kind || x.unit === y.unit) return null;
  const room = (q: Quantity) => Math.min(q.step / 2, Math.abs(q.value) * 0.1);
  const convert = converterOf(x.unit, y.unit);
  const spread = Math.abs(convert(x.value + room(x)) - convert(x.value - room(x))) / 2;
  const share = /^[1-9]0*$/.test(String(y.value)) ? ROUND_SHARE : 0.01;
  const slack = y.unit.kind === 'heat' ? 0.6 : share * Math.abs(y.value);
  const accepted = (value: number) => Math.abs(value - y.value) <= y.step / 2 + spread + slack;
  const computed = convert(x.value);
  if (accepted(computed)) return null;
  // A difference of temperatures has no offset.
  if (x.unit.kind === 'heat' && accepted(x.unit.name === '°C' ? x.value * 1.8 : x.value / 1.8)) return null; // prettier-ignore
  const places = Math.abs(computed) < 10 ? 2 : 1;
  return `${shown(x.value, 3)} ${x.unit.name} are ${shown(computed, places)} ${y.unit.name}, not ${shown(y.value, 3)}.`;
}

function converterOf(from: Unit, to: Unit): (value: number) => number {
  if (from.kind !== 'heat') return (value) => (value * from.size) / to.size;
  return from.name === '°C' ? (value) => value * 1.8 + 32 : (value) => (value - 32) / 1.8;
}
