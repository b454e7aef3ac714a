import { offsetTable } from '../document/positions';
import type { DatasetAnnotation, DatasetArticle, DatasetPart, DatasetPiece } from './article';
import type { FormatEncoder } from './format-encoder';
import type { Losses } from './loss';

/** One piece of an annotation, labelled by what it is: the kind, or the part of an attribution. */
interface LabelledPiece extends DatasetPiece {
  readonly label: string;
  readonly annotation: string;
}

/**
 * doccano's JSON Lines with relations: a line for each article and layer, offsets in UTF-16 units,
 * as doccano counts where a project does not join characters. An attribution's first content is
 * related to the first piece of each other part, a piece to the next of its part.
 */
export function doccanoFormat(losses: Losses): FormatEncoder {
  let line = 0;
  let entity = 0;
  let relation = 0;
  return oneFile('doccano.jsonl', noteDoccano(losses), (article, layer, annotations) => {
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
          entities.push({ id: ++entity, label: labelOf(kind, part), start_offset, end_offset });
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
export function prodigyFormat(losses: Losses): FormatEncoder {
  return oneFile('prodigy.jsonl', noteProdigy(losses), (article, layer, annotations) => ({
    text: article.text,
    spans: annotations.flatMap(piecesOf).map(({ start, end, label, annotation }) => ({
      ...{ start, end, label, id: annotation },
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
function oneFile(
  name: string,
  noteLosses: (article: DatasetArticle) => void,
  lineOf: LineOf,
): FormatEncoder {
  return {
    filesOf: () => [],
    files: [
      {
        name,
        mediaType: 'application/x-ndjson',
        begin: () => '',
        *article(article) {
          noteLosses(article);
          for (const layer of new Set(article.annotations.map((one) => one.layer))) {
            const annotations = article.annotations.filter((one) => one.layer === layer);
            yield `${JSON.stringify(lineOf(article, layer, annotations))}\n`;
          }
        },
        end: () => '',
      },
    ],
  };
}

function piecesOf({ id, kind, parts }: DatasetAnnotation): readonly LabelledPiece[] {
  return parts.flatMap((part) =>
    part.pieces.map((piece) => ({ ...piece, label: labelOf(kind, part), annotation: id })),
  );
}

function labelOf(kind: DatasetAnnotation['kind'], { part }: DatasetPart): string {
  return kind === 'attribution' ? part : kind;
}

function noteDoccano(losses: Losses) {
  return (article: DatasetArticle): void => {
    noteLosses(article, losses);
    for (const { id } of article.annotations) losses.note('ids of annotations', id);
  };
}

function noteProdigy(losses: Losses) {
  return (article: DatasetArticle): void => {
    noteLosses(article, losses);
    for (const annotation of article.annotations) {
      if (piecesOf(annotation).length > 1) {
        losses.note('the order of parts and pieces', annotation.id);
      }
    }
  };
}

function noteLosses({ id, blocks, annotations }: DatasetArticle, losses: Losses): void {
  losses.note('headlines, dates and other facts about articles', id);
  losses.note('blocks and their roles', id, blocks.length);
  if (annotations.length === 0) losses.note('articles without annotations', id);
  for (const one of annotations) {
    const { types, flags, speech, sourceType, terms, anonymityReason } = one;
    const said = [speech, sourceType, terms, anonymityReason].filter((value) => value !== null);
    losses.note('attributes', one.id, types.length + flags.length + said.length);
    losses.note('who marked it and when', one.id);
    if (one.check !== null) losses.note('checks, with their evidence', one.id);
  }
}
