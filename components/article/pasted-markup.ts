import { pageOfPasted } from '@/corpus/ingest/pasted';

/** What was pasted where it came with formatting. */
export interface PastedMarkup {
  /** The words as a field shows them, to tell whether they were edited since. */
  readonly words: string;
  readonly page: string;
}

/** Markup that says more than plain words do; the coloured lines of a code editor do not. */
const SAYS_MORE = 'p, h1, h2, h3, h4, h5, h6, li, blockquote, table, a[href], b, strong, i, em, cite'; // prettier-ignore

/** The formatting in what is pasted; null where there is none. */
export function markupIn(transfer: DataTransfer | null): PastedMarkup | null {
  const html = transfer?.getData('text/html') ?? '';
  const words = transfer?.getData('text/plain') ?? '';
  if (html === '' || words.trim() === '') return null;
  // A document of its own: nothing of it runs or is loaded.
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  if (body.querySelector(SAYS_MORE) === null) return null;
  return { words: asShown(words), page: pageOfPasted(body.innerHTML) };
}

function asShown(words: string): string {
  return words.replace(/\r\n?/g, '\n');
}
