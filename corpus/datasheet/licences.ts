/** Licences of data that many use: the hub's word (huggingface.co/docs/hub/repositories-licenses) → SPDX's. */
const KNOWN_LICENCES: Readonly<Record<string, string>> = {
  'cc0-1.0': 'CC0-1.0',
  'cc-by-4.0': 'CC-BY-4.0',
  'cc-by-sa-4.0': 'CC-BY-SA-4.0',
  'cc-by-nc-4.0': 'CC-BY-NC-4.0',
  'cc-by-nd-4.0': 'CC-BY-ND-4.0',
  'cc-by-nc-sa-4.0': 'CC-BY-NC-SA-4.0',
  'cc-by-nc-nd-4.0': 'CC-BY-NC-ND-4.0',
  'odc-by': 'ODC-By-1.0',
  odbl: 'ODbL-1.0',
  pddl: 'PDDL-1.0',
  mit: 'MIT',
  'apache-2.0': 'Apache-2.0',
};

/** Short for the only version that is meant. */
const SHORT: Readonly<Record<string, string>> = {
  cc0: 'cc0-1.0',
  'odc-by-1.0': 'odc-by',
  'odbl-1.0': 'odbl',
  'pddl-1.0': 'pddl',
};

/** How the Hugging Face hub spells a licence: one of its own words, or `other` with a name, a link where one is known. */
export interface HubLicence {
  readonly license: string;
  readonly license_name?: string;
  readonly license_link?: string;
}

export function hubLicence(licence: string | null): HubLicence {
  if (licence === null) return { license: 'other', license_name: 'not-stated' };
  const known = wordOf(licence);
  if (known !== null) return { license: known };
  const link = isAddress(licence) ? { license_link: licence } : {};
  return { license: 'other', license_name: slugOf(licence) || 'other', ...link };
}

/** The address of a known licence at SPDX, as Croissant recommends; another one in its own words. */
export function licenceAddress(licence: string): string {
  const known = wordOf(licence);
  return known === null ? licence : `https://spdx.org/licenses/${KNOWN_LICENCES[known]!}.html`;
}

function wordOf(licence: string): string | null {
  const slug = slugOf(licence.replace(/^https:\/\/spdx\.org\/licenses\/|\.html$/g, ''));
  const word = Object.hasOwn(SHORT, slug) ? SHORT[slug]! : slug;
  return Object.hasOwn(KNOWN_LICENCES, word) ? word : null;
}

function slugOf(licence: string): string {
  return licence.toLowerCase().replaceAll(/[^a-z0-9.]+/g, '-').replaceAll(/^[-.]+|[-.]+$/g, ''); // prettier-ignore
}

/** Whether it is the address of a web page. */
export function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s<>"]+$/.test(text) && URL.canParse(text);
}
