import { parseXml, type XmlNode } from '../../ingest/formats/wire-xml';
import {
  ReadProblem,
  type LooseAnnotation,
  type LoosePiece,
  type ReadDocument,
  type ReadFiles,
} from './model';
import { placeAnnotations } from './place';
import { attributesFrom, kindOf, partNamed } from './values';

/** UIMA's XMI with Stet's types: a document for each `.xmi` file. Offsets are UTF-16 units, as UIMA says. */
export function readCases(files: ReadFiles): readonly ReadDocument[] {
  return Object.entries(files)
    .filter(([name]) => name.endsWith('.xmi'))
    .map(([name, content]) => readCas(name, content));
}

function readCas(file: string, content: string): ReadDocument {
  const parsed = parseXml(content);
  if (!parsed.ok) throw new ReadProblem(`${file} cannot be read. ${parsed.refused}`);
  const nodes = parsed.root.children.filter(({ name }) => !name.startsWith('#'));
  const text = nodes.find(({ name }) => name === 'sofa')?.attributes['sofastring'];
  if (text === undefined) {
    throw new ReadProblem(`${file} has no text: export the CAS with its view.`);
  }
  const pieces = nodes.filter(({ name }) => name === 'piece');
  const loose = nodes.flatMap((node) => markOf(node, text, pieces));
  const known = ['null', 'sofa', 'view', 'article', 'block', 'piece', 'claim', 'quote', 'attribution']; // prettier-ignore
  const others = [...new Set(nodes.map(({ name }) => name))].filter(
    (name) => !known.includes(name),
  );
  const { annotations, remarks } = placeAnnotations(text, loose);
  const unread = others.map((name) => ({
    ...{ at: name, outcome: 'refused' as const },
    message: `Stet does not know what a “${name}” is, and left all of them out.`,
  }));
  const articleId = nodes.find(({ name }) => name === 'article')?.attributes['articleid'] ?? null;
  const found = [...remarks, ...unread];
  return { name: file, articleId, text, facts: null, annotations, remarks: found };
}

function markOf(
  { name, attributes }: XmlNode,
  text: string,
  all: readonly XmlNode[],
): readonly LooseAnnotation[] {
  const kind = kindOf(name);
  if (kind === null) return [];
  const own = all.filter((piece) => piece.attributes['mark'] === attributes['id']);
  const pieces = own.flatMap((piece): readonly LoosePiece[] => {
    const part = partNamed(piece.attributes['part']);
    const [start, end] = [Number(piece.attributes['begin']), Number(piece.attributes['end'])];
    if (part === null) return [];
    const ordinal = Number(piece.attributes['ordinal'] ?? 0);
    return [{ part, ordinal, start, end, quoted: text.slice(start, end) }];
  });
  const words = (list: string | undefined) => list?.split(' ') ?? [];
  const id = attributes['annotationid'] ?? null;
  return [
    {
      ...{ at: id ?? `${name} ${attributes['id'] ?? ''}`, id, kind, pieces, check: null },
      layer: attributes['layer'] ?? null,
      attributes: attributesFrom({
        ...{ types: words(attributes['types']), flags: words(attributes['flags']) },
        ...{ speech: attributes['speech'], sourceType: attributes['sourcetype'] },
        ...{ terms: attributes['terms'], anonymityReason: attributes['anonymityreason'] },
      }),
      createdBy: attributes['createdby'] ?? null,
      createdAt: attributes['createdat'] ?? null,
    },
  ];
}
