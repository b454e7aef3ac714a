// A thread that reads PDFs, one after the other: what a damaged file does to the reader stays in here,
// also a loop without end and a promise that nobody waits for. Plain JavaScript, so that it starts at
// once. What it is asked and what it answers stands in pdf-words.ts.
import process from 'node:process';
import { parentPort } from 'node:worker_threads';
import { getResolvedPDFJS } from 'unpdf';

/**
 * @typedef {import('./pdf-words').PdfAnswer} PdfAnswer
 * @typedef {import('./pdf-words').PdfPage} PdfPage
 * @typedef {import('./pdf-words').Words} Words
 * @typedef {ReturnType<Awaited<ReturnType<typeof getResolvedPDFJS>>['getDocument']>} Task
 * @typedef {Awaited<Task['promise']>} PdfDocument
 */

const MOST_PAGES = 2000;
const MOST_WORDS = 2_000_000;

const { getDocument } = await getResolvedPDFJS();
const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort);

// The reader looks ahead in the file and forgets what it found damaged there.
process.on('unhandledRejection', () => undefined);

port.on('message', (/** @type {Uint8Array} */ bytes) => {
  void answerTo(bytes).then((answer) => port.postMessage(answer));
});

/**
 * @param {Uint8Array} bytes
 * @returns {Promise<PdfAnswer>}
 */
async function answerTo(bytes) {
  const task = getDocument({
    data: bytes,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    stopAtErrors: false,
    enableXfa: false,
    verbosity: 0,
  });
  try {
    return await contentOf(await task.promise);
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    return { ok: false, why: isLocked ? 'locked' : 'damaged' };
  } finally {
    await task.destroy().catch(() => undefined);
  }
}

/**
 * @param {PdfDocument} document
 * @returns {Promise<PdfAnswer>}
 */
async function contentOf(document) {
  if (document.numPages > MOST_PAGES) return { ok: false, why: 'long' };
  const pages = [];
  let count = 0;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await pageOf(document, number);
    count += page.words.length;
    if (count > MOST_WORDS) return { ok: false, why: 'long' };
    pages.push(page);
  }
  return { ok: true, content: { pages, ...(await titleOf(document)) } };
}

/**
 * A page that cannot be read is one without words.
 * @param {PdfDocument} document
 * @param {number} number
 * @returns {Promise<PdfPage>}
 */
async function pageOf(document, number) {
  try {
    const page = await document.getPage(number);
    const { height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    page.cleanup();
    const texts = items.flatMap((item) => ('str' in item ? [item] : []));
    const isUpright = (/** @type {readonly number[]} */ [a = 0, b = 0]) => a > 0 && Math.abs(b) < a;
    const upright = texts.filter(({ transform }) => isUpright(transform));
    const turned = texts.filter(({ transform }) => !isUpright(transform));
    return {
      number,
      height,
      words: upright.flatMap(({ str, transform, width }) => wordsOf(str, transform, width)),
      turned: turned.map(({ str }) => str).filter((text) => text.trim() !== ''),
    };
  } catch {
    return { number, height: 0, words: [], turned: [] };
  }
}

/**
 * @param {string} text
 * @param {readonly number[]} transform
 * @param {number} width
 * @returns {Words[]}
 */
function wordsOf(text, [, , c = 0, d = 0, x = 0, y = 0], width) {
  const size = Math.hypot(c, d);
  const isPlaced = [x, y, width, size].every(Number.isFinite);
  return text.trim() === '' || !isPlaced || size <= 0 ? [] : [{ text, x, y, width, size }];
}

/**
 * @param {PdfDocument} document
 * @returns {Promise<{ title: string; author: string }>}
 */
async function titleOf(document) {
  try {
    const { info } = await document.getMetadata();
    const told = new Map(Object.entries(info));
    const said = (/** @type {string} */ key) => {
      const value = told.get(key);
      return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
    };
    return { title: said('Title'), author: said('Author') };
  } catch {
    return { title: '', author: '' };
  }
}
