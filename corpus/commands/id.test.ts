import { afterEach, expect, test, vi } from 'vitest';
import { newId } from './id';

afterEach(() => {
  vi.useRealTimers();
});

test('ids are 26 characters of the alphabet, all different, in the order of their making', () => {
  const ids = Array.from({ length: 20_000 }, newId);
  expect(ids.every((id) => /^[0-9A-HJKMNP-TV-Z]{26}$/.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual(ids);
});

test('an id begins with its time, and keeps the order when the clock goes back', () => {
  vi.useFakeTimers({ now: Date.UTC(2040, 0, 1) });
  const first = newId();
  expect(first.slice(0, 10)).toBe('02098ZW900');
  vi.setSystemTime(Date.UTC(2039, 0, 1));
  const second = newId();
  expect(second > first).toBe(true);
  vi.setSystemTime(Date.UTC(2041, 0, 1));
  expect(newId() > second).toBe(true);
});

test('ids keep their order where the random part is used up', () => {
  vi.useFakeTimers({ now: Date.UTC(2050, 0, 1) });
  vi.spyOn(crypto, 'getRandomValues').mockImplementationOnce((bytes) => {
    (bytes as Uint8Array).fill(31);
    return bytes;
  });
  const ids = Array.from({ length: 3 }, newId);
  expect(ids[0]!.endsWith('Z'.repeat(16))).toBe(true);
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(3);
});
