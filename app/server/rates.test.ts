import { describe, expect, it } from 'vitest';
import { Rates, tooMany } from './rates';

const RATE = { most: 3, seconds: 60 };

describe('rates', () => {
  it('allow so many, then tell how long to wait, and begin anew after the time', () => {
    let now = 1_000_000;
    const rates = new Rates(() => now);
    const take = () => rates.take('ada', RATE);
    expect([take(), take(), take()]).toEqual([0, 0, 0]);
    now += 20_000;
    expect(take()).toBe(40);
    expect(rates.take('bo', RATE)).toBe(0);
    now += 40_000;
    expect(take()).toBe(0);
  });

  it('forget a key when its person succeeds', () => {
    const rates = new Rates(() => 0);
    for (let times = 0; times < 4; times++) rates.take('ada', RATE);
    rates.clear('ada');
    expect(rates.take('ada', RATE)).toBe(0);
  });

  it('keep a bounded number of keys, the newest ones', () => {
    const rates = new Rates(() => 0);
    rates.take('first', { most: 1, seconds: 60 });
    for (let key = 0; key < 20_000; key++) rates.take(String(key), RATE);
    expect(rates.take('first', { most: 1, seconds: 60 })).toBe(0);
    expect(rates.take('19999', { most: 1, seconds: 60 })).toBe(60);
  });

  it('say in words how long to wait', async () => {
    const words = async (seconds: number) => (await tooMany(seconds).json()) as unknown;
    expect(await words(30)).toEqual({ message: 'Too many tries: wait 30 seconds and try again.' });
    expect(await words(60)).toEqual({ message: 'Too many tries: wait 1 minute and try again.' });
    expect(tooMany(61)).toMatchObject({ status: 429 });
    expect(tooMany(61).headers.get('retry-after')).toBe('61');
  });
});
