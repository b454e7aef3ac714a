import {
  entriesOf,
  nameOf,
  openZip,
  unpack,
  type PartLimits,
  type PartRefusal,
} from './archive-part';

/** The XML parts of a Word document by their names, or one sentence that refuses it. */
export type DocxParts =
  | { readonly ok: true; readonly parts: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly refused: string };

const MEGABYTE = 1024 * 1024;
const LIMITS: PartLimits = { bytes: 50 * MEGABYTE, ratio: 200, freeBytes: MEGABYTE };
const MOST_BYTES = 200 * MEGABYTE;
const MOST_PARTS = 20_000;

const DAMAGED =
  'The Word document is damaged or cut off; open it in a word processor, save it again as DOCX and import that.';
const BOMB =
  'The Word document unpacks to far more than its size allows; copy its text into a new document and import that.';
const LOCKED =
  'The Word document is locked with a password; save it without one and import it then.';
const DECLARES =
  'The Word document declares a document type of its own, which Stet does not read; save it again as DOCX and import that.';

const REFUSALS: Readonly<Record<PartRefusal, string>> = {
  encrypted: LOCKED,
  'too large': BOMB,
  'too dense': BOMB,
  method: DAMAGED,
  damaged: DAMAGED,
};

/** Unpacks the XML parts alone; pictures and fonts stay packed, but their sizes count. */
export async function docxParts(bytes: Uint8Array): Promise<DocxParts> {
  const zip = await openZip(bytes);
  if (zip === null) return { ok: false, refused: DAMAGED };
  if (zip.entryCount > MOST_PARTS) return { ok: false, refused: BOMB };
  const parts = new Map<string, string>();
  let total = 0;
  for await (const entry of entriesOf(zip)) {
    if (entry === null) return { ok: false, refused: DAMAGED };
    total += entry.uncompressedSize;
    if (total > MOST_BYTES || entry.uncompressedSize > LIMITS.bytes)
      return { ok: false, refused: BOMB };
    const name = nameOf(entry);
    if (!/\.(?:xml|rels)$/i.test(name)) continue;
    const part = await unpack(zip, entry, LIMITS);
    if (!part.ok) return { ok: false, refused: REFUSALS[part.refusal] };
    const text = new TextDecoder().decode(part.bytes);
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return { ok: false, refused: DECLARES };
    parts.set(name, text);
  }
  return { ok: true, parts };
}

/** What is no zip at all: an old Word file, or one with a password, which has the same wrapping. */
export function refusalOfCompound(bytes: Uint8Array): string | null {
  const isCompound = [0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => bytes[at] === byte);
  if (!isCompound) return null;
  const text = new TextDecoder('latin1').decode(bytes);
  if (text.includes([...'EncryptedPackage'].join('\0'))) return LOCKED;
  return 'This is an old Word document (DOC) or one with a password; save it as DOCX without a password and import that.';
}
