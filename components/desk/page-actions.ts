import type { Shortcut } from './shortcuts';

/** More than any page has besides what it lists. */
const MOST_ACTIONS = 400;
/** A longer name is a text of its own, such as the line of a list. */
const LONGEST_NAME = 60;

const ACTIONS =
  'main :is(button, a[href], summary, input, select, textarea), header :is(button, a[href], select)';

/**
 * What can be pressed, opened or filled in on the page as it is now, by the names that it shows. Without what
 * is disabled or not shown; lines of lists that are long texts are left out.
 */
export function listPageActions(): readonly Shortcut[] {
  const found = new Map<string, Shortcut>();
  for (const element of document.querySelectorAll<HTMLElement>(ACTIONS)) {
    if (found.size >= MOST_ACTIONS) break;
    if (!element.checkVisibility() || element.closest('[inert], [data-reader]') !== null) continue;
    if (element.matches(':disabled, [type=hidden]')) continue;
    const name = nameOf(element);
    if (name === '' || name.length > LONGEST_NAME || found.has(name)) continue;
    found.set(name, { keys: null, name, group: 'On this page', run: () => activate(element) });
  }
  return [...found.values()];
}

/** As the page shows it, without the keys that stand beside it. */
function nameOf(element: HTMLElement): string {
  const said = element.ariaLabel ?? labelOf(element) ?? element;
  if (typeof said === 'string') return said.trim();
  const copy = said.cloneNode(true) as HTMLElement;
  for (const key of copy.querySelectorAll('kbd, select, input, textarea')) key.remove();
  return (copy.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

function labelOf(element: HTMLElement): HTMLElement | null {
  if (!isField(element)) return null;
  return element.labels?.[0] ?? null;
}

/** A field is entered, anything else is pressed. */
function activate(element: HTMLElement): void {
  element.focus();
  if (!isField(element) || element.matches('[type=checkbox], [type=radio]')) element.click();
}

function isField(
  element: HTMLElement,
): element is HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement {
  return element.matches('input, select, textarea');
}
