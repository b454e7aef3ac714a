import { strToU8, zipSync, type Zippable } from 'fflate';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const STYLES = [
  ['Title', 'Title'],
  ['Heading1', 'heading 1'],
  ['Heading2', 'heading 2'],
  ['Quote', 'Quote'],
  ['Caption', 'caption'],
];

export interface TestDocx {
  /** What stands in w:body. */
  readonly body: string;
  /** What stands in w:comments. */
  readonly comments?: string;
  /** What stands in w:footnotes. */
  readonly footnotes?: string;
  /** Addresses of links by their ids. */
  readonly links?: Readonly<Record<string, string>>;
  readonly more?: Zippable;
}

/** A Word document with the few parts that one needs. */
export function docxOf({ body, comments, footnotes, links = {}, more = {} }: TestDocx): Uint8Array {
  const styles = STYLES.map(
    ([id, name]) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`,
  ).join('');
  const levels = [0, 1, 2].map((at) => `<w:lvl w:ilvl="${at}"><w:numFmt w:val="bullet"/></w:lvl>`);
  const targets = Object.entries(links).map(
    ([id, href]) =>
      `<Relationship Id="${id}" Type="${OFFICE}/hyperlink" Target="${href}" TargetMode="External"/>`,
  );
  return zipSync({
    '[Content_Types].xml': xml(`<Types xmlns="${PACKAGE}/content-types"/>`),
    '_rels/.rels': xml(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': xml(`<w:document ${W} ${R}><w:body>${body}</w:body></w:document>`),
    'word/_rels/document.xml.rels': xml(
      `<Relationships xmlns="${PACKAGE}/relationships">${targets.join('')}</Relationships>`,
    ),
    'word/styles.xml': xml(`<w:styles ${W}>${styles}</w:styles>`),
    'word/numbering.xml': xml(
      `<w:numbering ${W}><w:abstractNum w:abstractNumId="0">${levels.join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    ),
    ...part('comments', comments),
    ...part('footnotes', footnotes),
    ...more,
  });
}

function part(name: string, inner: string | undefined): Zippable {
  if (inner === undefined) return {};
  return { [`word/${name}.xml`]: xml(`<w:${name} ${W}>${inner}</w:${name}>`) };
}

export function xml(text: string): Uint8Array {
  return strToU8(`<?xml version="1.0" encoding="UTF-8"?>${text}`);
}

/** A run; `style`: "<w:b/>". */
export function run(text: string, style = ''): string {
  return `<w:r><w:rPr>${style}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph of runs; `style`: the id of a style. */
export function paragraph(runs: string, style = ''): string {
  const own = style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${own}${runs}</w:p>`;
}
