import fc from 'fast-check';
import { expect, test } from 'vitest';
import { archiveName, contentKindOf, pageName } from './archive';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

test('what a file is, its bytes say and nothing else', () => {
  for (const [bytes, kind] of [
    [bytesOf('%PDF-1.7\n'), 'pdf'],
    [latin('\u0089PNG\r\n\u001a\n'), 'picture'],
    [latin('RIFF\u0010\0\0\0WEBPVP8 '), 'picture'],
    [latin('RIFF\u0010\0\0\0WAVEfmt '), 'audio'],
    [latin('ID3\u0004'), 'audio'],
    [latin('\0\0\0\u0018ftypmp42'), 'video'],
    [latin('PK\u0003\u0004'), 'zip'],
    [bytesOf('  <!DOCTYPE html><p>Hello'), 'page'],
    [bytesOf('<svg onload="alert(1)"></svg>'), 'page'],
    [bytesOf('Minutes of the council, 4 May. Größe: 3.'), 'text'],
    [latin('Caf\u00e9 closes'), 'text'],
    [latin('MZ\u0090\0\u0003'), 'unknown'],
  ] as const) {
    expect(contentKindOf(bytes), kind).toBe(kind);
  }
});

test('a letter that the look cuts through leaves a text a text', () => {
  for (const lead of ['', 'a', 'ab', 'abc']) {
    expect(contentKindOf(bytesOf(lead + '🚆'.repeat(3000)))).toBe('text');
  }
});

test('a name keeps what is harmless of it', () => {
  for (const [given, kept] of [
    ['minutes.pdf', 'minutes.pdf'],
    ['Protokoll für Mai.pdf', 'Protokoll für Mai.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\ada\\notes.txt', 'notes.txt'],
    ['\u202Efdp.exe', 'fdp.exe'],
    ['a"\r\nSet-Cookie: x=1.txt', 'aSet-Cookie x=1.txt'],
    ['...', 'copy'],
    ['', 'copy'],
  ] as const) {
    expect(archiveName(given)).toBe(kept);
  }
  expect(archiveName(`${'x'.repeat(500)}.pdf`)).toMatch(/^x{196}\.pdf$/);
});

test('no name leads out of a folder, out of a header, or the reader astray', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
      const name = archiveName(given);
      expect(name).not.toMatch(/[\p{Cc}\p{Cf}/\\"<>:|?*]/u);
      expect(name).not.toMatch(/^\.|^$/);
      expect(encodeURIComponent(name)).toBeTruthy();
      expect([...name].length).toBeLessThanOrEqual(200);
    }),
  );
});

test('a fetched page is named by its address', () => {
  expect(pageName('https://town.example/minutes/may%202026', 'page')).toBe('may 2026.html');
  expect(pageName('https://town.example/', 'page')).toBe('town.example.html');
  expect(pageName('https://town.example/a/report.pdf?x=1', 'pdf')).toBe('report.pdf');
  expect(pageName('https://town.example/%E0%A4%A', 'text')).toBe('%E0%A4%A');
  expect(pageName('https://town.example/..%2f..%2fpasswd', 'text')).toBe('passwd');
});
