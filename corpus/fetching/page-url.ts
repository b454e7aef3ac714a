import { figure } from '../wording/numbers';
import { INSTEAD, Refusal } from './refusal';

/** The longest address that is fetched, in UTF-16 units, as given and as the URL parser writes it. */
export const MAX_URL_LENGTH = 2048;

const LOWEST_FREE_PORT = 1024;

/**
 * Reads an address as a user types it. It must be http or https, without a user name or password,
 * at port 80, 443 or any from 1024 on (the other low ports belong to services that are no sites,
 * like mail). Names in any script are accepted. Throws a Refusal.
 */
export function parsePageUrl(text: string): URL {
  if (text.length > MAX_URL_LENGTH) throw tooLong();
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null) {
    throw new Refusal('This is not a web address; give one that starts with https:// or http://.');
  }
  return checked(url);
}

/**
 * Where a redirect leads: `location` as the server at `from` gave it, which may be relative. A
 * redirect from https to http is refused, and so is what `parsePageUrl` refuses. Throws a Refusal.
 */
export function redirectTarget(from: URL, location: string): URL {
  if (location.length > MAX_URL_LENGTH) throw tooLong();
  if (!URL.canParse(location, from)) {
    throw new Refusal(`The page redirects to something that is no web address; ${INSTEAD}.`);
  }
  const url = checked(new URL(location, from));
  if (from.protocol === 'https:' && url.protocol === 'http:') {
    throw new Refusal(
      `The page redirects from a secure address to one that is not (${url.host}); fetch that one directly if you trust it, or ${INSTEAD}.`,
    );
  }
  return url;
}

/** The host of a URL as DNS, TLS and sockets take it: no brackets, no final dot. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

/** The port of a URL as a number, also where it is left out. */
export function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}

function checked(url: URL): URL {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new Refusal(
      `Stet fetches pages by http and https only, not by ${url.protocol.slice(0, -1)}; ${INSTEAD}.`,
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new Refusal('The address holds a user name or a password; take it out and try again.');
  }
  if (hostOf(url) === '') {
    throw new Refusal('The address names no site; check it and try again.');
  }
  const port = portOf(url);
  if (port !== 80 && port !== 443 && port < LOWEST_FREE_PORT) {
    throw new Refusal(
      `Stet does not fetch from port ${port}, which is not one of web sites; ${INSTEAD}.`,
    );
  }
  if (url.href.length > MAX_URL_LENGTH) throw tooLong();
  return url;
}

function tooLong(): Refusal {
  return new Refusal(
    `The address is longer than ${figure(MAX_URL_LENGTH)} characters; use a shorter one, or ${INSTEAD}.`,
  );
}
