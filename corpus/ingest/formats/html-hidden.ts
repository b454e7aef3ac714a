const UNSEEN = new Set(
  'script style template noscript svg iframe title meta link base object embed audio video canvas datalist noembed noframes rp frameset map'.split(
    ' ',
  ),
);
const UNSEEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/i;
const UNSEEN_CLASS =
  /(?:^|\s)(?:sr-only|visually-hidden|visuallyhidden|screen-reader-text|u-hidden|is-hidden)(?:\s|$)/i;

/**
 * True for an element that a browser does not show, its descendants included: code, embedded
 * things, what is hidden by attribute or by a style of its own, and words for screen readers.
 */
export function isHidden(element: Element, name: string): boolean {
  if (UNSEEN.has(name)) return true;
  if (name === 'option' && !isChosen(element)) return true;
  if (name === 'dialog' && !element.hasAttribute('open')) return true;
  if (!element.hasAttributes()) return false;
  if (element.hasAttribute('hidden')) return true;
  if (element.getAttribute('aria-hidden')?.toLowerCase() === 'true') return true;
  const style = element.getAttribute('style');
  if (style !== null && UNSEEN_STYLE.test(style)) return true;
  return UNSEEN_CLASS.test(element.getAttribute('class') ?? '');
}

/** A closed list shows the option that is selected, or its first. */
function isChosen(option: Element): boolean {
  return option.hasAttribute('selected') || option.previousElementSibling === null;
}
