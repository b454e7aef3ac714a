import type { BlockRole } from '../document/block';
import type { DatasetAnnotation, DatasetArticle, DatasetPiece } from './article';
import type { FormatDeclaration } from './format';
import { allOf, checks, origins } from './losing';
import { countForbidden, xmlAttributes, xmlText } from './xml-text';

/** The element of a block; what has none of its own is a paragraph with its role as type. */
const ELEMENTS: Readonly<Partial<Record<BlockRole, string>>> = {
  headline: 'head',
  byline: 'byline',
  list_item: 'ab',
  table_row: 'ab',
};

/**
 * TEI P5 with standoff: a document for each article (`ID.xml`), its blocks with ids, and beside them
 * a span for each piece, placed by `string-range` in code points of its block.
 */
export const tei: FormatDeclaration = {
  name: 'TEI P5',
  carries: 'a document for each article with standoff spans; no checks',
  unit: 'codepoint',
  files: {},
  own: ['.xml'],
  lose: allOf(checks, origins, ({ id, text, deck, agency, file, places, blocks }, losses) => {
    const facts = [deck, agency, file].filter((fact) => fact !== null).length + places.length;
    losses.note('decks, agencies, places and names of files', id, facts);
    losses.note('depths and groups of blocks', id, blocks.filter(isNested).length);
    losses.note('characters that XML cannot hold', id, countForbidden(text));
  }),
  encoder: () => ({
    *filesOf(article) {
      yield { name: `${article.id}.xml`, content: documentOf(article) };
    },
    files: [],
  }),
};

function isNested({ depth, group }: DatasetArticle['blocks'][number]): boolean {
  return depth > 0 || group !== null;
}

function documentOf(article: DatasetArticle): string {
  const { headline, byline, date, collection, text, blocks, annotations } = article;
  const points = Array.from(text);
  const body = blocks.map(({ role, start, end }, index) => {
    const element = ELEMENTS[role] ?? 'p';
    const attributes = xmlAttributes({ 'xml:id': `b${index}`, type: role });
    return `      <${element}${attributes}>${xmlText(points.slice(start, end).join(''))}</${element}>\n`;
  });
  const author = byline === null ? '' : `        <author>${xmlText(byline)}</author>\n`;
  const day = date === null ? '' : `        <date when="${date}"/>\n`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="article">
  <teiHeader>
    <fileDesc>
      <titleStmt>
        <title>${xmlText(headline)}</title>
${author}      </titleStmt>
      <publicationStmt>
        <publisher>Stet</publisher>
        <idno>${xmlText(article.id)}</idno>
${day}      </publicationStmt>
      <sourceDesc>
        <p>${xmlText(collection)}</p>
      </sourceDesc>
    </fileDesc>
  </teiHeader>
  <text>
    <body>
${body.join('')}    </body>
  </text>
  <standOff>
${annotations.map((annotation, index) => standOffOf(article, annotation, index)).join('')}  </standOff>
</TEI>
`;
}

/** The annotation's pieces, what they are together, and its attributes. */
function standOffOf(article: DatasetArticle, annotation: DatasetAnnotation, index: number): string {
  const { id, kind, layer, parts } = annotation;
  const spans: string[] = [];
  const named: string[] = [];
  for (const { part, ordinal, pieces } of parts) {
    for (const [piece, range] of pieces.entries()) {
      const name = `a${index}.${part}.${ordinal}.${piece}`;
      named.push(`#${name}`);
      const attributes = { 'xml:id': name, type: part, n: `${ordinal}.${piece}` };
      const target = pointerTo(article, range);
      spans.push(
        `      <span${xmlAttributes({ ...attributes, target })}>${xmlText(range.exact)}</span>\n`,
      );
    }
  }
  const group = {
    'xml:id': `a${index}`,
    type: kind,
    resp: annotation.createdBy,
    ana: `#f${index}`,
  };
  const link = `    <linkGrp type="${kind}">\n      <link target="${named.join(' ')}"/>\n    </linkGrp>\n`;
  const features = Object.entries({ id, layer, ...attributesOf(annotation) })
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `      <f name="${name}"><string>${xmlText(value!)}</string></f>\n`);
  return `    <spanGrp${xmlAttributes(group)}>\n${spans.join('')}    </spanGrp>\n${named.length > 1 ? link : ''}    <fs xml:id="f${index}" type="${kind}">\n${features.join('')}    </fs>\n`;
}

function attributesOf(annotation: DatasetAnnotation) {
  const { types, flags, speech, sourceType, terms, anonymityReason, createdAt } = annotation;
  const joined = { types: types.join(' '), flags: flags.join(' ') };
  return { ...joined, speech, sourceType, terms, anonymityReason, createdAt };
}

/** TEI's pointer to a range of a block: its offset and its length. */
function pointerTo({ blocks }: DatasetArticle, { start, end }: DatasetPiece): string {
  const found = blocks.findLastIndex((block) => block.start <= start);
  const index = Math.max(0, found);
  return `#string-range(b${index},${start - (blocks[index]?.start ?? 0)},${end - start})`;
}
