import type { IngestOutcome } from '../model';
import { decodeHtml } from './html-decode';
import { articlesOfHtml } from './html-page';
import type { FileFacts, FormatReader } from './reader';

/** How far into a file its doctype or its first tag may stand, in bytes. */
const REACH = 2048;

/** Saved and fetched web pages. */
export const htmlReader: FormatReader = {
  format: 'HTML',
  recognises(bytes, facts) {
    if (/\.(?:html?|xhtml)$/i.test(facts.name)) return true;
    if (/^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(facts.contentType ?? '')) return true;
    const start = String.fromCharCode(...bytes.subarray(0, REACH))
      .replaceAll('\0', '')
      .replace(/<!--[^]*?-->|<\?xml[^>]*>/g, '');
    return /^[^<]{0,80}<(?:!doctype\s+html|html[\s>])/i.test(start);
  },
  read: (bytes, facts) => Promise.resolve(readHtml(bytes, facts)),
};

function readHtml(bytes: Uint8Array, facts: FileFacts): IngestOutcome {
  const decoded = decodeHtml(bytes, facts.contentType);
  if (!decoded.ok) return decoded;
  const found = articlesOfHtml(decoded.text, facts);
  if (!found.ok) return found;
  return { ok: true, text: '', encoding: 'HTML', notes: decoded.notes, articles: found.articles };
}
