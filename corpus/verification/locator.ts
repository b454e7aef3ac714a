/** Where in an item something stands, as far as it can be told from what a person wrote. */
export type Locator =
  | { readonly kind: 'page'; readonly page: number }
  /** Seconds from the beginning. */
  | { readonly kind: 'time'; readonly seconds: number }
  /** Words of the item, by which they are found again. */
  | { readonly kind: 'words'; readonly words: string };

const PAGE = /^(?:pages?|pp?\.?)\s*(\d{1,6})(?:\s*[-–]\s*\d{1,6})?$/i;
const TIME = /^(?:(\d{1,3}):)?([0-5]?\d):([0-5]\d)(?:\.\d{1,3})?$/;
const WORDS = /^(?:“([^“”]+)”|"([^"]+)"|«([^«»]+)»)$/;

/** Reads `p. 12`, `01:02:03` or `“these words”`; null for any other way of saying where. */
export function readLocator(locator: string): Locator | null {
  const said = locator.trim();
  const page = PAGE.exec(said);
  if (page !== null) return { kind: 'page', page: Number(page[1]) };
  const time = TIME.exec(said);
  if (time !== null) {
    const [, hours = '0', minutes, seconds] = time;
    return { kind: 'time', seconds: Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) };
  }
  const words = WORDS.exec(said);
  if (words === null) return null;
  return { kind: 'words', words: (words[1] ?? words[2] ?? words[3])!.trim() };
}

const ADDRESS = /^https?:\/\/\S+$/i;
/** A host as it is typed without `https://`; small letters end it, so that `St.Orla` is none. */
const HOST =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[a-z]{2,24}(?::\d{2,5})?(?:[/?#]\S*)?$/u;
const FILE_NAME =
  /^[^/?#]*\.(?:pdf|docx?|odt|rtf|txt|md|html?|xlsx?|ods|csv|tsv|json|xml|pptx?|zip|eml|msg|jpe?g|png|gif|webp|tiff?|mp[34]|m4a|wav|mov)$/i;

/**
 * The web address that a person meant who wrote the place of an item: as it is with http or https, with https
 * in front of what begins like a host (`www.port.example`, `port.example/log`). Null for any other place, such
 * as a shelf or the name of a file; nothing but http and https is ever an address.
 */
export function webAddressOf(place: string): string | null {
  const said = place.trim();
  const isHost = HOST.test(said) && !FILE_NAME.test(said);
  const address = isHost ? `https://${said}` : said;
  return ADDRESS.test(address) && URL.canParse(address) ? address : null;
}

/** The address of an item with the place in it, where the address has none yet and the place can be told. */
export function addressAt(address: string, locator: string | null): string {
  const place = locator === null || address.includes('#') ? null : readLocator(locator);
  if (place === null) return address;
  if (place.kind === 'page') return `${address}#page=${place.page}`;
  if (place.kind === 'time') return `${address}#t=${place.seconds}`;
  return `${address}#:~:text=${encodeURIComponent(place.words).replaceAll('-', '%2D')}`;
}
