import { expect, test } from 'vitest';
import { addressAt, readLocator, webAddressOf } from './locator';

test('pages, time codes and words are told from other ways of saying where', () => {
  for (const [said, place] of [
    ['p. 12', { kind: 'page', page: 12 }],
    ['Page 3', { kind: 'page', page: 3 }],
    ['pp. 4–6', { kind: 'page', page: 4 }],
    ['00:14:30', { kind: 'time', seconds: 870 }],
    ['1:02:03.5', { kind: 'time', seconds: 3723 }],
    ['14:30', { kind: 'time', seconds: 870 }],
    ['“the bridge is closed”', { kind: 'words', words: 'the bridge is closed' }],
    ['14:75', null],
    ['second paragraph', null],
    ['p. twelve', null],
    ['', null],
  ] as const) {
    expect(readLocator(said), said).toEqual(place);
  }
});

test('an address leads to the place where it can', () => {
  const address = 'https://town.example/minutes';
  expect(addressAt(address, 'p. 12')).toBe(`${address}#page=12`);
  expect(addressAt(address, '14:30')).toBe(`${address}#t=870`);
  expect(addressAt(address, '“well-known, & new”')).toBe(`${address}#:~:text=well%2Dknown%2C%20%26%20new`); // prettier-ignore
  expect(addressAt(address, 'second paragraph')).toBe(address);
  expect(addressAt(address, null)).toBe(address);
  expect(addressAt(`${address}#part-2`, 'p. 12')).toBe(`${address}#part-2`);
});

test('a place typed as people type addresses leads there, and nothing else does', () => {
  for (const [place, address] of [
    ['https://town.example/minutes', 'https://town.example/minutes'],
    [' http://town.example ', 'http://town.example'],
    ['www.town.example', 'https://www.town.example'],
    ['town.example/minutes?year=2026#page=3', 'https://town.example/minutes?year=2026#page=3'],
    ['archive.town.example:8080/a', 'https://archive.town.example:8080/a'],
    ['Bürger.example', 'https://Bürger.example'],
    ['town.example/minutes.pdf', 'https://town.example/minutes.pdf'],
    ['minutes.pdf', null],
    ['interview.final.mp3', null],
    ['St.Orla', null],
    ['Shelf 3, box 12', null],
    ['p. 12', null],
    ['town.example, second floor', null],
    ['javascript:alert(1)', null],
    ['data:text/html,town.example', null],
    ['file:///etc/hosts', null],
    ['clerk@town.example', null],
    ['town.example@other.example', null],
    ['https://', null],
    ['', null],
  ] as const) {
    expect(webAddressOf(place), place).toBe(address);
  }
});
