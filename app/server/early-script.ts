import { THEME_KEY, WAKE_EVENT } from '@/components/desk/wake';

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
