import { BLOCK_ROLES } from '../../document/block';
import type { DatasetArticle } from '../article';
import { checkFrom } from './check';
import {
  ReadProblem,
  type LooseAnnotation,
  type LoosePiece,
  type ReadDocument,
  type ReadFiles,
} from './model';
import { placeAnnotations } from './place';
import {
  attributesFrom,
  jsonLines,
  kindOf,
  objects,
  offset,
  partNamed,
  textOr,
  type Json,
} from './values';

/** Stet's own JSON Lines: any file of that name ending. */
export function readArticleLines(files: ReadFiles): readonly ReadDocument[] {
  return Object.entries(files)
    .filter(([name]) => name.endsWith('.jsonl'))
    .flatMap(([name, content]) => jsonLines(name, content).map((line) => documentOf(name, line)));
}

/** A record of Stet's own, from wherever it was put together. */
export function documentOf(file: string, record: Json): ReadDocument {
  const text = record['text'];
  if (typeof text !== 'string' || !Array.isArray(record['annotations'])) {
    throw new ReadProblem(`${file} holds no articles of Stet: choose the format that it is in.`);
  }
  const loose = objects(record['annotations']).flatMap(looseOf);
  const { unit, annotations, remarks } = placeAnnotations(text, loose);
  const articleId = textOr(record['id'], null);
  const name = `${file}: ${textOr(record['headline'], articleId ?? 'a text')}`;
  return { name, articleId, text, facts: factsOf(record), unit, annotations, remarks };
}

function looseOf(record: Json): readonly LooseAnnotation[] {
  const kind = kindOf(record['kind']);
  if (kind === null) return [];
  const pieces = objects(record['parts']).flatMap((part): readonly LoosePiece[] => {
    const named = partNamed(part['part']);
    if (named === null) return [];
    return objects(part['pieces']).map((piece) => ({
      ...{ part: named, ordinal: Math.max(0, offset(part['ordinal'])) },
      ...{ start: offset(piece['start']), end: offset(piece['end']) },
      quoted: textOr(piece['exact'], null),
    }));
  });
  const id = textOr(record['id'], null);
  const check = checkFrom(record['check']);
  return [
    {
      ...{ at: id ?? 'an annotation', id, kind, pieces, check },
      layer: textOr(record['layer'], null),
      attributes: attributesFrom(record),
      createdBy: textOr(record['createdBy'], null),
      createdAt: textOr(record['createdAt'], null),
    },
  ];
}

/** Null where the record says nothing of its blocks, or what cannot be. */
function factsOf(record: Json): ReadDocument['facts'] {
  const blocks = objects(record['blocks']);
  const isWhole = blocks.every(
    ({ role, start, end }) =>
      BLOCK_ROLES.some((known) => known === role) &&
      offset(start) >= 0 &&
      offset(end) >= offset(start),
  );
  if (blocks.length === 0 || !isWhole || typeof record['headline'] !== 'string') return null;
  const places = Array.isArray(record['places']) ? record['places'] : [];
  return {
    headline: record['headline'],
    deck: textOr(record['deck'], null),
    byline: textOr(record['byline'], null),
    places: places.filter((place): place is string => typeof place === 'string'),
    agency: textOr(record['agency'], null),
    date: textOr(record['date'], null),
    dateBasis: textOr(record['dateBasis'], null) as DatasetArticle['dateBasis'],
    blocks: blocks as unknown as DatasetArticle['blocks'],
  };
}
