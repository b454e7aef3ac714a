import { describe, expect, it } from 'vitest';
import { decode } from './decode';
import { MAX_FILE_BYTES, MAX_LINE_CHARACTERS, MAX_LINES } from './limits';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, littleEndian);
  for (let at = 0; at < text.length; at++) {
    view.setUint16(2 + at * 2, text.charCodeAt(at), littleEndian);
  }
  return bytes;
}

function refusal(bytes: Uint8Array): string {
  const decoded = decode(bytes);
  if (decoded.ok) throw new Error('The bytes were not refused.');
  return decoded.refused;
}

describe('decode', () => {
  it('reads UTF-8 and drops its mark', () => {
    expect(decode(utf8('\ufeffThe Ostrel is “high”.'))).toEqual({
      ok: true,
      text: 'The Ostrel is “high”.',
      encoding: 'UTF-8',
      notes: [],
    });
  });

  it.each([
    [true, 'UTF-16 LE'],
    [false, 'UTF-16 BE'],
  ])('converts UTF-16 with a mark (little endian: %s)', (littleEndian, encoding) => {
    expect(decode(utf16('Ostrel 🌊 大桥', littleEndian))).toEqual({
      ok: true,
      text: 'Ostrel 🌊 大桥',
      encoding,
      notes: [`Converted from ${encoding}.`],
    });
  });

  it('converts Windows-1252 and says so', () => {
    const bytes = Uint8Array.from([0x93, 0x4e, 0x6f, 0x94, 0x20, 0x73, 0x61, 0x69, 0x64, 0x20]);
    const decoded = decode(
      Uint8Array.from([...bytes, ...utf8('the mayor of Ostrel, a caf'), 0xe9]),
    );
    expect(decoded).toMatchObject({
      ok: true,
      text: '“No” said the mayor of Ostrel, a café',
      encoding: 'Windows-1252',
      notes: ['Converted from Windows-1252.'],
    });
  });

  it('keeps a stray control character and mentions it', () => {
    expect(decode(utf8('The bridge\u0007 is shut.'))).toMatchObject({
      ok: true,
      text: 'The bridge\u0007 is shut.',
      notes: ['Holds 1 control character(s), kept as they came.'],
    });
  });
});

describe('what decode refuses', () => {
  it.each<[string, Uint8Array, RegExp]>([
    ['an empty file', new Uint8Array(), /empty/],
    ['white space alone', utf8(' \n\t\r\n\u00a0\n'), /white space only/],
    ['a PDF', utf8('%PDF-1.7 and so on'), /a PDF/],
    ['a zip archive', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]), /zip archive or an office/],
    ['zero bytes', Uint8Array.from([...utf8('some words'), 0, 0, 0, 7]), /binary/],
    ['UTF-16 without a mark', utf16('The bridge over the Ostrel', true).slice(2), /UTF-16 without/],
    ['UTF-16 cut in half', utf16('The bridge', true).slice(0, 9), /damaged/],
    ['UTF-32', Uint8Array.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), /UTF-32/],
    ['another encoding', Uint8Array.from(Array.from('привет', (_, i) => 0xe0 + i)), /neither/],
    ['cut UTF-8', utf8('“Ja”, sagt Bürgermeisterin Müller über Größe. “').slice(0, -1), /damaged/],
    ['control characters', utf8('boom\u0007\u001b'.repeat(500)), /control characters/],
    ['invisible characters', utf8('a\u202e\u200b'.repeat(500)), /invisible characters/],
    ['too many lines', utf8('a\n'.repeat(MAX_LINES + 1)), /1,000,000 lines/],
    ['one endless line', utf8('a'.repeat(MAX_LINE_CHARACTERS)), /One line/],
    ['an endless line among others', utf8(`a\r${'a'.repeat(MAX_LINE_CHARACTERS)}\rb`), /One line/],
    ['too many bytes', new Uint8Array(MAX_FILE_BYTES + 1).fill(0x61), /limit is 20 MB/],
  ])('%s', (_, bytes, reason) => {
    const sentence = refusal(bytes);
    expect(sentence).toMatch(reason);
    expect(sentence).toMatch(/^[A-Z].*\.$/);
  });

  it('takes lines just under the limit', () => {
    expect(decode(utf8(`${'a'.repeat(MAX_LINE_CHARACTERS - 1)}\nb`)).ok).toBe(true);
  });
});
