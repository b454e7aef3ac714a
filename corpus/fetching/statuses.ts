import { INSTEAD } from './refusal';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Whether an HTTP status sends the reader to another address. */
export function isRedirect(status: number): boolean {
  return REDIRECTS.has(status);
}

/** Why there is no page in an answer with this HTTP status (any but 200), and what to do. */
export function refusalOfStatus(status: number): string {
  if (status === 404 || status === 410) {
    return `The page was not found (${status}); check the address, or find the page in a web archive.`;
  }
  if ([401, 402, 403, 407, 451].includes(status)) {
    return `The site does not show this page to Stet (${status}); open it in a browser, ${INSTEAD}.`;
  }
  if (status === 429) {
    return `The site takes no more requests for now (${status}); wait a few minutes and try again.`;
  }
  if (status >= 500) {
    return `The site has a fault at its end (${status}); try again later, or ${INSTEAD}.`;
  }
  if (status >= 400) {
    return `The site refused the request (${status}); open the page in a browser, ${INSTEAD}.`;
  }
  if (status >= 300) {
    return `The site sends its readers elsewhere without saying where (${status}); ${INSTEAD}.`;
  }
  return `The site answered without a whole page (${status}); open it in a browser, ${INSTEAD}.`;
}
