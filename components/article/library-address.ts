/** What the library shows, as its address says it. */
export interface LibraryView {
  readonly text: string;
  readonly collectionId: string | null;
  /** The article after which the list begins; null from the first. */
  readonly after: string | null;
  /** How many pages are shown below each other. */
  readonly pages: number;
}

/** So many pages stand below each other at most; then the list goes on at a new beginning. */
export const MOST_PAGES = 20;

type AddressWords = Readonly<Record<string, string | readonly string[] | undefined>>;

export function readLibraryView(words: AddressWords): LibraryView {
  const word = (name: string) => {
    const value = words[name];
    return (typeof value === 'string' ? value : value?.[0])?.slice(0, 200) ?? '';
  };
  const pages = Math.trunc(Number(word('pages')));
  return {
    text: word('text'),
    collectionId: word('collection') || null,
    after: word('after') || null,
    pages: pages >= 1 ? Math.min(pages, MOST_PAGES) : 1,
  };
}

export function libraryAddress({ text, collectionId, after, pages }: LibraryView): string {
  const query = new URLSearchParams();
  if (text.trim() !== '') query.set('text', text);
  if (collectionId !== null) query.set('collection', collectionId);
  if (after !== null) query.set('after', after);
  if (pages > 1) query.set('pages', String(pages));
  const words = query.toString();
  return words === '' ? '/' : `/?${words}`;
}

/** The address of the list with one more page. */
export function moreAddress(view: LibraryView, cursor: string): string {
  return view.pages < MOST_PAGES
    ? libraryAddress({ ...view, pages: view.pages + 1 })
    : libraryAddress({ ...view, after: cursor, pages: 1 });
}
