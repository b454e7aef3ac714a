import fc from 'fast-check';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { isZip, listEntries, type ArchiveEntry } from './archive';
import { damaged } from './wire-pieces.testing';

const TEXT = strToU8('The harbour of Port Hallen opened on Monday.');

async function listed(bytes: Uint8Array): Promise<ArchiveEntry[]> {
  const entries: ArchiveEntry[] = [];
  for await (const { at, of, ...entry } of listEntries(bytes)) {
    expect(at).toBeLessThanOrEqual(of);
    entries.push(entry);
  }
  return entries;
}

async function refusals(files: Zippable): Promise<string[]> {
  const entries = await listed(zipSync(files));
  return entries.flatMap((entry) => ('refused' in entry ? [entry.refused] : []));
}

/** Writes a number of two or four bytes into every header of the central directory. */
function patched(zip: Uint8Array, at: number, value: number, size: 2 | 4): Uint8Array {
  const bytes = zip.slice();
  const view = new DataView(bytes.buffer);
  for (let place = 0; place + 46 <= bytes.length; place++) {
    if (view.getUint32(place, true) !== 0x02014b50) continue;
    if (size === 2) view.setUint16(place + at, value, true);
    else view.setUint32(place + at, value, true);
  }
  return bytes;
}

describe('listEntries', () => {
  it('gives the files in their order and skips what systems leave behind', async () => {
    const zip = zipSync({
      'b/one.txt': TEXT,
      'a.txt': TEXT,
      '__MACOSX/._a.txt': TEXT,
      '.DS_Store': TEXT,
      'b/.hidden': TEXT,
      'empty/': new Uint8Array(),
    });
    expect((await listed(zip)).map(({ path }) => path)).toEqual(['b/one.txt', 'a.txt']);
    expect(await listed(zip)).toContainEqual({ path: 'a.txt', bytes: new Uint8Array(TEXT) });
  });

  it.each(['../out.txt', 'a/../../out.txt', '/etc/out.txt', 'C:/out.txt', 'a\\..\\out.txt'])(
    'refuses the name %s and reads on',
    async (name) => {
      const entries = await listed(zipSync({ [name]: TEXT, 'good.txt': TEXT }));
      expect(entries[0]).toHaveProperty('refused', expect.stringContaining('outside the archive'));
      expect(entries[1]).toHaveProperty('bytes');
    },
  );

  it('refuses a link', async () => {
    const attrs = 0o120777 << 16;
    expect(await refusals({ link: [TEXT, { os: 3, attrs }] })).toEqual([
      expect.stringContaining('is a link'),
    ]);
  });

  it('refuses a locked file', async () => {
    const zip = patched(zipSync({ 'a.txt': TEXT }), 8, 1, 2);
    expect(await listed(zip)).toEqual([
      { path: 'a.txt', refused: expect.stringContaining('password') },
    ]);
  });

  it('refuses a file over 20 MB and one that is packed too densely', async () => {
    expect(await refusals({ 'large.txt': new Uint8Array(20 * 1024 * 1024 + 1) })).toEqual([
      expect.stringContaining('20 MB'),
    ]);
    expect(await refusals({ 'dense.txt': new Uint8Array(2 * 1024 * 1024) })).toEqual([
      expect.stringContaining('zip bomb'),
    ]);
  });

  it('does not believe a size that is too small', async () => {
    const zip = patched(zipSync({ 'a.txt': new Uint8Array(500_000) }), 24, 10, 4);
    expect(await listed(zip)).toEqual([
      { path: 'a.txt', refused: expect.stringContaining('damaged') },
    ]);
  });

  it('stops where the declared sizes make more than 1 GB', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [`${at}.txt`, TEXT] as const),
    );
    const entries = await listed(patched(zipSync(files), 24, 19 * 1024 * 1024, 4));
    expect(entries.at(-1)).toEqual({ path: '', refused: expect.stringContaining('1 GB') });
  });

  it('refuses more than 20,000 files', async () => {
    const files = Object.fromEntries(
      Array.from(
        { length: 20_001 },
        (_, at) => [`${at}`, [new Uint8Array(), { level: 0 }]] as const,
      ),
    );
    expect(await refusals(files as unknown as Zippable)).toEqual([
      expect.stringContaining('20,000 files'),
    ]);
  });

  it('does not open an archive in an archive, whatever its name', async () => {
    const inner = zipSync({ 'a.txt': TEXT });
    expect(await refusals({ 'a.zip': inner, 'b.txt': inner })).toEqual([
      'An archive inside an archive is not opened; unpack it.',
      'An archive inside an archive is not opened; unpack it.',
    ]);
  });

  it('hands on a Word document in an archive', async () => {
    const inner = zipSync({ '[Content_Types].xml': TEXT });
    expect(await refusals({ 'a.docx': inner })).toEqual([]);
  });

  it('refuses an archive that is cut off', async () => {
    const zip = zipSync({ 'a.txt': TEXT });
    expect(await listed(zip.subarray(0, zip.length - 30))).toEqual([
      { path: '', refused: expect.stringContaining('cut off') },
    ]);
  });

  it('takes any damage without throwing', async () => {
    const zip = zipSync({ 'a.txt': TEXT, 'b/c.txt': TEXT });
    await fc.assert(
      fc.asyncProperty(damaged(zip), async (bytes) => {
        isZip(bytes);
        for (const entry of await listed(bytes)) {
          if ('refused' in entry) expect(entry.refused).toMatch(/\.$/);
        }
      }),
    );
  });
});

describe('isZip', () => {
  it('knows an archive from the documents that are zips too', () => {
    expect(isZip(zipSync({ 'a.txt': TEXT }))).toBe(true);
    expect(isZip(zipSync({}))).toBe(true);
    expect(isZip(zipSync({ 'word/document.xml': TEXT, '[Content_Types].xml': TEXT }))).toBe(false);
    expect(isZip(zipSync({ mimetype: TEXT, 'content.xml': TEXT }))).toBe(false);
    expect(isZip(TEXT)).toBe(false);
  });

  it('is not misled by a document inside an archive', () => {
    const inner = zipSync({ '[Content_Types].xml': [TEXT, { level: 0 }] });
    expect(isZip(zipSync({ 'a.docx': [inner, { level: 0 }] }))).toBe(true);
  });
});
