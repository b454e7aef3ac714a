/** Says of a page that it is a piece of one, taken out by a person: all of it is the article. */
const MARK = 'data-stet-pasted';

/** A page around a piece of HTML that a person pasted. `inner`: what stands in its body. */
export function pageOfPasted(inner: string): string {
  return `<!doctype html>\n<html ${MARK}><head><meta charset="utf-8"></head><body>\n${inner}\n</body></html>\n`;
}

/** True for a page that `pageOfPasted` made. */
export function isPasted(page: Document): boolean {
  return page.querySelector('html')?.hasAttribute(MARK) ?? false;
}
