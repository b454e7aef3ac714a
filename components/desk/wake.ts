/** Set on the document once the page answers. */
const AWAKE_ATTRIBUTE = 'data-awake';

/** Tells the script that ran before the page that the page answers from now on. */
export const WAKE_EVENT = 'stet-wake';

/** Where the chosen theme is remembered in this browser. */
export const THEME_KEY = 'stet-theme';

/** The page answers: from now on a press needs no keeping. */
export function wakePage(): void {
  document.documentElement.setAttribute(AWAKE_ATTRIBUTE, '');
  window.dispatchEvent(new Event(WAKE_EVENT));
}
