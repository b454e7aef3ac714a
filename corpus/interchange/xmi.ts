import { offsetTable } from '../document/positions';
import type { DatasetAnnotation, DatasetArticle } from './article';
import type { FormatDeclaration } from './format';
import { allOf, articleFacts, checks } from './losing';
import { countForbidden, xmlAttributes, xmlText } from './xml-text';

const KINDS = { claim: 'Claim', quote: 'Quote', attribution: 'Attribution' } as const;

/** The features of an annotation, in the order in which they are declared and written. */
const FEATURES = [
  'annotationId',
  'layer',
  'origin',
  'types',
  'flags',
  'speech',
  'sourceType',
  'terms',
  'anonymityReason',
  'createdBy',
  'createdAt',
] as const;

/**
 * UIMA's XMI: a CAS for each article (`ID.xmi`) and the type system that it needs, offsets in UTF-16
 * units as in all of UIMA. An annotation covers all its parts; each piece is one of its own that
 * refers to it.
 */
export const xmi: FormatDeclaration = {
  name: 'UIMA XMI',
  carries: 'a CAS for each article, with its type system; no checks',
  unit: 'utf16',
  files: { 'typesystem.xml': 'the types of all annotations' },
  own: ['.xmi'],
  lose: allOf(articleFacts, checks, ({ id, text }, losses) =>
    losses.note('characters that XML cannot hold', id, countForbidden(text)),
  ),
  encoder: () => ({
    *filesOf(article) {
      yield { name: `${article.id}.xmi`, content: casOf(article) };
    },
    files: [
      {
        name: 'typesystem.xml',
        mediaType: 'application/xml',
        begin: typeSystem,
        article: () => [],
        end: () => '',
      },
    ],
  }),
};

function casOf({ id, text, blocks, annotations }: DatasetArticle): string {
  const offsets = offsetTable(text);
  const lines: string[] = [];
  const members: number[] = [];
  const add = (type: string, values: Readonly<Record<string, string | number | null>>): number => {
    const number = members.length + 2;
    members.push(number);
    lines.push(`  <stet:${type} xmi:id="${number}"${xmlAttributes(values)} sofa="1"/>\n`);
    return number;
  };
  const place = (start: number, end: number) => ({
    ...{ begin: offsets.toUtf16(start), end: offsets.toUtf16(end) },
  });
  add('Article', { begin: 0, end: text.length, articleId: id });
  for (const { role, start, end, depth, group } of blocks) {
    add('Block', { ...place(start, end), role, depth, group });
  }
  for (const annotation of annotations) {
    const pieces = annotation.parts.flatMap((part) => part.pieces);
    const start = Math.min(...pieces.map((piece) => piece.start));
    const end = Math.max(...pieces.map((piece) => piece.end));
    const mark = add(KINDS[annotation.kind], { ...place(start, end), ...featuresOf(annotation) });
    for (const { part, ordinal, pieces: own } of annotation.parts) {
      for (const [piece, range] of own.entries()) {
        add('Piece', { ...place(range.start, range.end), part, ordinal, piece, mark });
      }
    }
  }
  return `<?xml version="1.0" encoding="UTF-8"?>
<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:stet="http:///stet.ecore" xmi:version="2.0">
  <cas:NULL xmi:id="0"/>
${lines.join('')}  <cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text/plain" sofaString="${xmlText(text)}"/>
  <cas:View sofa="1" members="${members.join(' ')}"/>
</xmi:XMI>
`;
}

function featuresOf(annotation: DatasetAnnotation) {
  const { id, types, flags, layer, origin, speech, sourceType, terms } = annotation;
  const { anonymityReason, createdBy, createdAt } = annotation;
  return {
    ...{ annotationId: id, layer, origin, types: types.join(' '), flags: flags.join(' ') },
    ...{ speech, sourceType, terms, anonymityReason, createdBy, createdAt },
  } satisfies Record<(typeof FEATURES)[number], string | null>;
}

function typeSystem(): string {
  const text = (name: string) => feature(name, 'uima.cas.String');
  const number = (name: string) => feature(name, 'uima.cas.Integer');
  const base = 'uima.tcas.Annotation';
  return `<?xml version="1.0" encoding="UTF-8"?>
<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">
  <name>stet</name>
  <types>
${type('Article', base, text('articleId'))}${type('Block', base, text('role') + number('depth') + number('group'))}${type('Mark', base, FEATURES.map(text).join(''))}${Object.values(
    KINDS,
  )
    .map((kind) => type(kind, 'stet.Mark', ''))
    .join(
      '',
    )}${type('Piece', base, text('part') + number('ordinal') + number('piece') + feature('mark', 'stet.Mark'))}  </types>
</typeSystemDescription>
`;
}

function type(name: string, supertype: string, features: string): string {
  const described = features === '' ? '' : `      <features>\n${features}      </features>\n`;
  return `    <typeDescription>\n      <name>stet.${name}</name>\n      <supertypeName>${supertype}</supertypeName>\n${described}    </typeDescription>\n`;
}

function feature(name: string, range: string): string {
  return `        <featureDescription>\n          <name>${name}</name>\n          <rangeTypeName>${range}</rangeTypeName>\n        </featureDescription>\n`;
}
