/** What the user can always do instead of having Stet fetch a page. */
export const INSTEAD = 'save the page as a file and import that';

/**
 * A reason not to fetch, as one sentence that also says what to do. It is thrown within this folder
 * only: `fetchPage` turns it into an answer.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

const BY_CODE: Readonly<Record<string, string>> = {
  ENOTFOUND: `No site of this name was found; check the address, or ${INSTEAD}.`,
  ENODATA: `No site of this name was found; check the address, or ${INSTEAD}.`,
  EAI_AGAIN:
    'The name of the site could not be looked up; check the connection to the internet and try again.',
  ECONNREFUSED: `The site does not accept connections; try again later, or ${INSTEAD}.`,
  ENETUNREACH: 'The site cannot be reached; check the connection to the internet and try again.',
  EHOSTUNREACH: 'The site cannot be reached; check the connection to the internet and try again.',
  ETIMEDOUT: `The site did not answer; try again later, or ${INSTEAD}.`,
  HPE_HEADER_OVERFLOW: `The site’s answer has headers that are too long; ${INSTEAD}.`,
};

const CERTIFICATE = /^(CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERR_TLS_CERT_|HOSTNAME_MISMATCH)/;

/** Puts what went wrong on the way (a thrown value) into one sentence with what to do. */
export function sentenceFor(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  const code = codeOf(error);
  const known = BY_CODE[code];
  if (known !== undefined) return known;
  if (CERTIFICATE.test(code)) {
    return `The site’s certificate could not be verified (${code}); open the page in a browser, and if you trust it, ${INSTEAD}.`;
  }
  if (code.startsWith('HPE_')) {
    return `The site’s answer is not proper HTTP (${code}); ${INSTEAD}.`;
  }
  if (/^(Z_|ERR__ERROR_|ERR_BROTLI_)/.test(code)) {
    return `The page came damaged (its compression cannot be undone); try again, or ${INSTEAD}.`;
  }
  if (code.startsWith('ERR_SSL_') || code === 'EPROTO') {
    return `No secure connection to the site could be made (${code}); ${INSTEAD}.`;
  }
  const named = code === '' ? '' : ` (${code})`;
  return `The connection broke off before the page had arrived${named}; try again, or ${INSTEAD}.`;
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}
