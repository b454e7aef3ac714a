import { offsetTable } from '../document/positions';
import type { DatasetAnnotation, DatasetArticle, DatasetPart, DatasetPiece } from './article';
import { oneFile, type FormatDeclaration, type FormatEncoder } from './format';
import {
  allOf,
  annotationIds,
  articleFacts,
  attributes,
  authors,
  blockRoles,
  checks,
  emptyArticles,
  ofEach,
} from './losing';

/** One piece of an annotation, labelled by what it is: the kind, or the part of an attribution. */
interface LabelledPiece extends DatasetPiece {
  readonly label: string;
  readonly annotation: string;
}

const keepsNot = allOf(articleFacts, blockRoles, emptyArticles, attributes, authors, checks);

export const doccano: FormatDeclaration = {
  name: 'doccano',
  carries: 'spans and relations, a line for each article and layer',
  unit: 'utf16',
  files: { 'doccano.jsonl': 'a line for each article and layer, with relations' },
  own: [],
  lose: allOf(keepsNot, annotationIds),
  encoder: doccanoEncoder,
};

export const prodigy: FormatDeclaration = {
  name: 'spaCy, Prodigy',
  carries: 'spans alone, a line for each article and layer',
  unit: 'codepoint',
  files: { 'prodigy.jsonl': 'a line for each article and layer, spans only' },
  own: [],
  lose: allOf(
    keepsNot,
    ofEach((annotation, losses) => {
      if (piecesOf(annotation).length > 1) {
        losses.note('the order of parts and pieces', annotation.id);
      }
    }),
  ),
  encoder: prodigyEncoder,
};

/**
 * doccano's JSON Lines with relations: a line for each article and layer, offsets in UTF-16 units,
 * as doccano counts where a project does not join characters. An attribution's first content is
 * related to the first piece of each other part, a piece to the next of its part.
 */
function doccanoEncoder(): FormatEncoder {
  let line = 0;
  let entity = 0;
  let relation = 0;
  return layerLines('doccano.jsonl', (article, layer, annotations) => {
    const offsets = offsetTable(article.text);
    const entities: object[] = [];
    const relations: object[] = [];
    const relate = (from_id: number, to_id: number, type: string) =>
      relations.push({ id: ++relation, from_id, to_id, type });
    for (const { kind, parts } of annotations) {
      const firsts = parts.map((part) => {
        const ids = part.pieces.map((piece) => {
          const start_offset = offsets.toUtf16(piece.start);
          const end_offset = offsets.toUtf16(piece.end);
          const words = piece.exact;
          entities.push({
            ...{ id: ++entity, label: labelOf(kind, part), start_offset, end_offset, words },
          });
          return entity;
        });
        for (const [index, id] of ids.entries()) if (index > 0) relate(ids[index - 1]!, id, 'next');
        return ids[0]!;
      });
      for (const [index, part] of parts.entries()) {
        if (index > 0) relate(firsts[0]!, firsts[index]!, part.part);
      }
    }
    const about = { id: ++line, text: article.text, article: article.id, layer };
    return { ...about, entities, relations, Comments: [] };
  });
}

/**
 * The JSON Lines that Prodigy and spaCy's converters read: a line for each article and layer, spans
 * in code points, which are what Python's strings count.
 */
function prodigyEncoder(): FormatEncoder {
  return layerLines('prodigy.jsonl', (article, layer, annotations) => ({
    text: article.text,
    spans: annotations.flatMap(piecesOf).map(({ start, end, label, annotation, exact }) => ({
      ...{ start, end, label, id: annotation, text: exact },
    })),
    meta: { article: article.id, layer },
    _annotator_id: layer,
    answer: 'accept',
  }));
}

type LineOf = (
  article: DatasetArticle,
  layer: string,
  annotations: readonly DatasetAnnotation[],
) => object;

/** A line for each layer of each article; an article without annotations has none. */
function layerLines(name: string, lineOf: LineOf): FormatEncoder {
  return oneFile(name, 'application/x-ndjson', function* (article) {
    for (const layer of new Set(article.annotations.map((one) => one.layer))) {
      const annotations = article.annotations.filter((one) => one.layer === layer);
      yield `${JSON.stringify(lineOf(article, layer, annotations))}\n`;
    }
  });
}

function piecesOf({ id, kind, parts }: DatasetAnnotation): readonly LabelledPiece[] {
  return parts.flatMap((part) =>
    part.pieces.map((piece) => ({ ...piece, label: labelOf(kind, part), annotation: id })),
  );
}

function labelOf(kind: DatasetAnnotation['kind'], { part }: DatasetPart): string {
  return kind === 'attribution' ? part : kind;
}
