import type { Kind, Part } from '../../annotation/model';
import type { LooseAnnotation, LoosePiece, ReadDocument, ReadFiles } from './model';
import { placeAnnotations } from './place';
import {
  attributesFrom,
  isObject,
  jsonLines,
  kindOf,
  objects,
  offset,
  partNamed,
  textOr,
  type Json,
} from './values';

/** doccano's JSON Lines, with relations or without; a line is one layer's work on a text. */
export function readDoccano(files: ReadFiles): readonly ReadDocument[] {
  return read(files, (line) => {
    const entities = objects(line['entities']).map((entity) => ({
      ...{ id: String(entity['id']), label: textOr(entity['label'], '') },
      ...{ start: offset(entity['start_offset']), end: offset(entity['end_offset']) },
      quoted: textOr(entity['words'], null),
    }));
    const listed = Array.isArray(line['label']) ? (line['label'] as unknown[]) : [];
    const bare = listed.filter(Array.isArray).map(([start, end, label]: unknown[], index) => ({
      ...{ id: `label ${index + 1}`, label: String(label), start: offset(start), end: offset(end) },
      quoted: null,
    }));
    return {
      layer: textOr(line['layer'], null),
      article: line['article'],
      entities: [...entities, ...bare],
      relations: objects(line['relations']),
    };
  });
}

/** Prodigy's and spaCy's JSON Lines; a line is one annotator's work on a text. */
export function readProdigy(files: ReadFiles): readonly ReadDocument[] {
  return read(files, (line) => {
    const meta = isObject(line['meta']) ? line['meta'] : {};
    const entities = objects(line['spans']).map((span, index) => ({
      ...{ id: `${textOr(span['id'], 'span')} ${index + 1}`, label: textOr(span['label'], '') },
      ...{
        start: offset(span['start']),
        end: offset(span['end']),
        quoted: textOr(span['text'], null),
      },
      ...{ mark: textOr(span['id'], null) },
    }));
    const layer = textOr(meta['layer'], textOr(line['_annotator_id'], null));
    return { layer, article: meta['article'], entities, relations: [] };
  });
}

interface Entity {
  readonly id: string;
  readonly label: string;
  readonly start: number;
  readonly end: number;
  readonly quoted: string | null;
  /** The annotation's id, where the line tells it. */
  readonly mark?: string | null;
}

interface Line {
  readonly layer: string | null;
  readonly article: unknown;
  readonly entities: readonly Entity[];
  readonly relations: readonly Json[];
}

function read(files: ReadFiles, lineOf: (line: Json) => Line): readonly ReadDocument[] {
  const documents = new Map<string, ReadDocument>();
  for (const [file, content] of Object.entries(files)) {
    if (!file.endsWith('.jsonl')) continue;
    for (const [index, record] of jsonLines(file, content).entries()) {
      const text = textOr(record['text'], '');
      const { layer, article, entities, relations } = lineOf(record);
      const placed = placeAnnotations(text, annotationsOf(entities, relations, layer));
      const known = documents.get(text);
      documents.set(text, {
        ...{ name: known?.name ?? `${file}, line ${index + 1}`, text, facts: null },
        articleId: known?.articleId ?? textOr(article, null),
        unit: known?.unit ?? placed.unit,
        annotations: [...(known?.annotations ?? []), ...placed.annotations],
        remarks: [...(known?.remarks ?? []), ...placed.remarks],
      });
    }
  }
  return [...documents.values()];
}

/** Entities that relations or an id tie together are one annotation; any other stands for itself. */
function annotationsOf(
  entities: readonly Entity[],
  relations: readonly Json[],
  layer: string | null,
): readonly LooseAnnotation[] {
  const from = new Map(relations.map((one) => [String(one['to_id']), String(one['from_id'])]));
  const isNext = new Set(
    relations.filter(({ type }) => type === 'next').map((one) => String(one['to_id'])),
  );
  const rootOf = (id: string): string => {
    const seen = new Set<string>();
    let root = id;
    for (let next = from.get(root); next !== undefined && !seen.has(next); next = from.get(root)) {
      seen.add(root);
      root = next;
    }
    return root;
  };
  const groups = new Map<string, Entity[]>();
  for (const entity of entities) {
    const root = entity.mark ?? rootOf(entity.id);
    groups.set(root, [...(groups.get(root) ?? []), entity]);
  }
  return [...groups].map(([group, own]) => {
    const kind = kindIn(own[0]!.label);
    const counts = new Map<Part, number>();
    const pieces = own.map(({ id, label, start, end, quoted, mark }): LoosePiece => {
      const part = kind === 'attribution' ? (partNamed(label) ?? 'content') : 'content';
      const before = counts.get(part);
      const joins = isNext.has(id) || (mark !== undefined && before !== undefined);
      const ordinal = before === undefined ? 0 : joins ? before : before + 1;
      counts.set(part, ordinal);
      return { part, ordinal, start, end, quoted };
    });
    return {
      ...{ at: `“${group}”`, id: own[0]!.mark ?? null, kind, layer, pieces },
      ...{ attributes: attributesFrom({}), createdBy: null, createdAt: null, check: null },
    };
  });
}

/** The kind that a label means: any word that is none of Stet's is a claim. */
export function kindIn(label: string): Kind {
  return kindOf(label) ?? (partNamed(label) === null ? 'claim' : 'attribution');
}
