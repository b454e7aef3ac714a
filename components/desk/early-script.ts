/** Set on the document once the page answers: from then on a press needs no keeping. */
export const AWAKE_ATTRIBUTE = 'data-awake';

/** Where `stet-theme` is remembered in this browser. */
export const THEME_KEY = 'stet-theme';

/** The event that hands a kept press over; see `EARLY_SCRIPT`. */
const WAKE_EVENT = 'stet-wake';

/**
 * Runs before anything is drawn, while the page's own code is still on its way. It sets the chosen
 * theme, so that a dark page does not flash white, and keeps the last button that was pressed, so
 * that a press made before the page answers is carried out as soon as it does.
 */
export const EARLY_SCRIPT = `(() => {
  const root = document.documentElement;
  try {
    const theme = localStorage.getItem('${THEME_KEY}');
    if (theme === 'light' || theme === 'dark') root.setAttribute('data-theme', theme);
  } catch {}
  let pressed = null;
  const keep = (event) => { pressed = event.target.closest('button'); };
  addEventListener('click', keep, true);
  addEventListener('${WAKE_EVENT}', () => {
    removeEventListener('click', keep, true);
    if (pressed !== null && pressed.isConnected) pressed.click();
  }, { once: true });
})();`;

/** Tells the page's early script that the page answers now. */
export function wakePage(): void {
  if (document.documentElement.hasAttribute(AWAKE_ATTRIBUTE)) return;
  document.documentElement.setAttribute(AWAKE_ATTRIBUTE, '');
  window.dispatchEvent(new Event(WAKE_EVENT));
}
