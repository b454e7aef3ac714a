import { getResolvedPDFJS } from 'unpdf';

/** Words as a PDF sets them; places in points from the page's lower left corner. */
export interface Words {
  readonly text: string;
  readonly x: number;
  /** Of the base line. */
  readonly y: number;
  readonly width: number;
  /** Of the type, in points. */
  readonly size: number;
}

export interface PdfPage {
  /** From 1. */
  readonly number: number;
  /** Of the page, in points. */
  readonly height: number;
  readonly words: readonly Words[];
  /** What stands on its side or upside down. */
  readonly turned: readonly string[];
}

export interface PdfContent {
  readonly pages: readonly PdfPage[];
  readonly title: string;
  readonly author: string;
}

export type ReadPdf =
  | { readonly ok: true; readonly content: PdfContent }
  | { readonly ok: false; readonly refused: string };

const MOST_PAGES = 2000;
const MOST_WORDS = 2_000_000;
const MOST_MILLISECONDS = 30_000;

const LOCKED = 'This PDF is locked with a password; save it without one and import it then.';
const DAMAGED =
  'This PDF is damaged or cut off; save it again from where it comes and import that.';
const TOO_LONG =
  'This PDF has more than 2,000 pages; split it into smaller ones and import them in turn.';
const TOO_SLOW =
  'This PDF takes more than 30 seconds to read; print it to a new PDF, or split it, and import that.';

/** Reads the words of all pages, within 30 seconds. Nothing outside the bytes is looked for. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const { getDocument } = await getResolvedPDFJS();
  // The reader takes the bytes for itself, so it gets its own.
  const task = getDocument({
    data: bytes.slice(),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    stopAtErrors: false,
    enableXfa: false,
    verbosity: 0,
  });
  const state = { isOver: false };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<ReadPdf>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, refused: TOO_SLOW }), MOST_MILLISECONDS);
  });
  try {
    return await Promise.race([limit, contentOf(task.promise, state)]);
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    return { ok: false, refused: isLocked ? LOCKED : DAMAGED };
  } finally {
    state.isOver = true;
    clearTimeout(timer);
    await task.destroy().catch(() => undefined);
  }
}

type Loading = ReturnType<Awaited<ReturnType<typeof getResolvedPDFJS>>['getDocument']>['promise'];
type PdfDocument = Awaited<Loading>;

/** `state` tells that nobody waits any more. */
async function contentOf(loading: Loading, state: { isOver: boolean }): Promise<ReadPdf> {
  const document = await loading;
  if (document.numPages > MOST_PAGES) return { ok: false, refused: TOO_LONG };
  const pages: PdfPage[] = [];
  let count = 0;
  for (let number = 1; number <= document.numPages && !state.isOver; number++) {
    const page = await pageOf(document, number);
    count += page.words.length;
    if (count > MOST_WORDS) return { ok: false, refused: TOO_LONG };
    pages.push(page);
  }
  return { ok: true, content: { pages, ...(await titleOf(document)) } };
}

/** A page that cannot be read is one without words. */
async function pageOf(document: PdfDocument, number: number): Promise<PdfPage> {
  try {
    const page = await document.getPage(number);
    const { height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    page.cleanup();
    const texts = items.flatMap((item) => ('str' in item ? [item] : []));
    const isUpright = (transform: readonly number[]): boolean =>
      (transform[0] ?? 0) > 0 && Math.abs(transform[1] ?? 0) < (transform[0] ?? 0);
    const upright = texts.filter(({ transform }) => isUpright(transform as number[]));
    const turned = texts.filter(({ transform }) => !isUpright(transform as number[]));
    return {
      number,
      height,
      words: upright.flatMap(({ str, transform, width }) =>
        wordsOf(str, transform as number[], width),
      ),
      turned: turned.map(({ str }) => str).filter((text) => text.trim() !== ''),
    };
  } catch {
    return { number, height: 0, words: [], turned: [] };
  }
}

function wordsOf(text: string, transform: readonly number[], width: number): Words[] {
  const [, , c = 0, d = 0, x = 0, y = 0] = transform;
  const size = Math.hypot(c, d);
  const isPlaced = [x, y, width, size].every(Number.isFinite);
  return text.trim() === '' || !isPlaced || size <= 0 ? [] : [{ text, x, y, width, size }];
}

async function titleOf(document: PdfDocument): Promise<{ title: string; author: string }> {
  try {
    const { info } = await document.getMetadata();
    const said = (key: string): string => {
      const value = (info as Readonly<Record<string, unknown>>)[key];
      return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
    };
    return { title: said('Title'), author: said('Author') };
  } catch {
    return { title: '', author: '' };
  }
}
