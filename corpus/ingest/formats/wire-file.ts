import { decode } from '../decode';
import type { IngestedArticle, IngestOutcome } from '../model';
import { articleOfItem, type WireItem } from './wire-item';
import { parseXml, type XmlNode } from './wire-xml';

/** The start of a file as text, for telling formats apart. UTF-16 is read as what it spells. */
export function startOf(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 4096)).replaceAll('\0', '');
}

/** Reads a wire service's XML file: `itemsOf` finds the texts in it. Never throws. */
export function readXmlFile(
  bytes: Uint8Array,
  format: string,
  itemsOf: (root: XmlNode) => WireItem[],
): IngestOutcome {
  return readText(bytes, format, (text) => {
    const parsed = parseXml(text);
    return parsed.ok ? itemsOf(parsed.root) : parsed.refused;
  });
}

/** Decodes a file and turns its items into articles; a string instead of items refuses the file. */
export function readText(
  bytes: Uint8Array,
  format: string,
  itemsOf: (text: string) => WireItem[] | string,
): IngestOutcome {
  try {
    const decoded = decode(bytes);
    if (!decoded.ok) return decoded;
    const items = itemsOf(decoded.text);
    if (typeof items === 'string') return { ok: false, refused: items };
    return outcomeOf(items, format);
  } catch {
    return { ok: false, refused: `This ${format} file cannot be read; export it again.` };
  }
}

function outcomeOf(items: readonly WireItem[], format: string): IngestOutcome {
  const read = items.map((item) => (item.body.length === 0 ? null : articleOfItem(item)));
  const articles = read.filter((article): article is IngestedArticle => article !== null);
  if (articles.length === 0) {
    const refused = `This ${format} file holds no text, or only pictures and references; export its texts and import those.`;
    return { ok: false, refused };
  }
  const left = items.length - articles.length;
  const notes = left === 0 ? [] : [`${left} item(s) without text were left out.`];
  return { ok: true, text: '', encoding: format, notes, articles };
}
