/** Moves the focus to the next or previous line of the page's lists. */
export function moveAlongLines(by: 1 | -1): void {
  const lines = [...document.querySelectorAll<HTMLElement>('[data-line]')];
  const here = document.activeElement?.closest('li')?.querySelector<HTMLElement>('[data-line]');
  const at = here === null || here === undefined ? -1 : lines.indexOf(here);
  const next = lines[at === -1 ? 0 : Math.min(lines.length - 1, Math.max(0, at + by))];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest' });
}
