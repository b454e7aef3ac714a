import { MAX_FILE_BYTES } from '../limits';
import type { IngestedArticle, IngestOutcome } from '../model';
import { pageAddress } from './html-address';
import { decodeHtml } from './html-decode';
import { articlesOfHtml } from './html-page';
import type { FormatReader } from './reader';
import { responseIn } from './warc-http';
import { recordsIn, unpacked, type WarcRecord } from './warc-records';

/** Web archives: every page that was fetched well is read as HTML. */
export const warcReader: FormatReader = {
  format: 'WARC',
  recognises(bytes, facts) {
    if (/\.warc(?:\.gz)?$/i.test(facts.name)) return true;
    return String.fromCharCode(...bytes.subarray(0, 6)) === 'WARC/1';
  },
  read: (bytes) => Promise.resolve(readArchive(bytes)),
};

function readArchive(bytes: Uint8Array): IngestOutcome {
  if (bytes.length === 0) return refuse('The file is empty; there is nothing to import.');
  if (bytes.length > MAX_FILE_BYTES) {
    return refuse('The archive has more than 20 MB; cut it into smaller ones.');
  }
  const plain = unpacked(bytes);
  if (plain === null) {
    return refuse('The archive is damaged or unpacks to more than 200 MB; unpack or cut it first.');
  }
  const { records, isCutOff } = recordsIn(plain);
  if (records.length === 0) {
    return refuse('This is no web archive, or it ends in its first record; download it again.');
  }
  const tally = new Map<string, number>();
  const articles = records.flatMap((record) => {
    const found = articlesIn(record);
    if (typeof found !== 'string') return found;
    tally.set(found, (tally.get(found) ?? 0) + 1);
    return [];
  });
  if (articles.length === 0) {
    return refuse('The archive holds no page with a text; import one with fetched HTML pages.');
  }
  return { ok: true, text: '', encoding: 'WARC', notes: notesOn(tally, isCutOff), articles };
}

/** The articles of one record, or what it is counted as. */
function articlesIn({ fields, content }: WarcRecord): readonly IngestedArticle[] | string {
  const type = fields.get('warc-type') ?? 'unknown';
  if (type !== 'response') return /^[a-z]{1,20}$/.test(type) ? type : 'unknown';
  const response = responseIn(content);
  if (response === null) return 'no HTTP';
  if (response.status !== 200) return `HTTP ${response.status}`;
  if (!/\bx?html\b/i.test(response.contentType ?? 'text/html')) return 'no HTML';
  const page = response.body === null ? null : decodeHtml(response.body, response.contentType);
  if (page?.ok !== true) return 'unreadable';
  const target = fields.get('warc-target-uri')?.replace(/^<|>$/g, '');
  const url = pageAddress(target, null);
  const found = articlesOfHtml(page.text, { url });
  if (!found.ok) return 'unreadable';
  const isAlone = found.articles.length === 1;
  return isAlone && url !== null
    ? found.articles.map((article) => at(article, url))
    : found.articles;
}

/** The record says where its page was; the articles of an archive page keep their own addresses. */
function at(article: IngestedArticle, url: string): IngestedArticle {
  return { ...article, metadata: { ...article.metadata, url } };
}

function notesOn(tally: ReadonlyMap<string, number>, isCutOff: boolean): string[] {
  const counts = [...tally].map(([what, count]) => `${count} × ${what}`);
  return [
    ...(counts.length === 0 ? [] : [`Records left out: ${counts.join(', ')}.`]),
    ...(isCutOff ? ['The archive is cut off or damaged; its whole records were read.'] : []),
  ];
}

function refuse(refused: string): IngestOutcome {
  return { ok: false, refused };
}
