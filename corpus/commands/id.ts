/** Crockford's base 32: no I, L, O or U. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_DIGITS = 10;
const RANDOM_DIGITS = 16;

let lastTime = 0;
let lastRandom: number[] = [];

/**
 * A new id: 26 characters, a ULID (github.com/ulid/spec). Its order is that of making, also within
 * one millisecond of this process and when the clock goes back: then the last id is counted on.
 */
export function newId(): string {
  const now = Date.now();
  if (now > lastTime) {
    lastTime = now;
    lastRandom = Array.from(crypto.getRandomValues(new Uint8Array(RANDOM_DIGITS)), (n) => n & 31);
  } else countOn();
  return firstIdAt(lastTime) + lastRandom.map((digit) => DIGITS[digit]).join('');
}

/** How an id made at a moment (in milliseconds) begins: no id made then or later is smaller. */
export function firstIdAt(moment: number): string {
  let time = '';
  for (let rest = moment; time.length < TIME_DIGITS; rest = Math.floor(rest / 32))
    time = DIGITS[rest % 32]! + time;
  return time;
}

function countOn(): void {
  let at = RANDOM_DIGITS - 1;
  while (at >= 0 && lastRandom[at] === 31) lastRandom[at--] = 0;
  if (at < 0) lastTime += 1;
  else lastRandom[at]! += 1;
}
