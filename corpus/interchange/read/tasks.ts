import type { Kind, Part } from '../../annotation/model';
import { REGION_LABELS } from '../label-studio';
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
  isObject,
  jsonArray,
  objects,
  offset,
  partNamed,
  textOr,
  type Json,
} from './values';

const REGION = /^(.+):(content|source|cue|addressee):(\d+):(\d+)$/;

/**
 * Label Studio's JSON: each annotation of a task is a layer, named after who completed it. What Stet
 * wrote comes together again by the regions' ids; elsewhere the parts that relations tie to a
 * content are one attribution, and every other region stands for itself.
 */
export function readTasks(files: ReadFiles): readonly ReadDocument[] {
  const tasks = Object.entries(files)
    .filter(([name]) => name.endsWith('.json') && !/^(loss|manifest)\.json$/.test(name))
    .flatMap(([name, content]) => jsonArray(name, content));
  return tasks.map((task) => {
    const data = isObject(task['data']) ? task['data'] : {};
    const text = data['text'];
    if (typeof text !== 'string') {
      throw new ReadProblem('A task has no text: export the project as JSON, with its data.');
    }
    const loose = objects(task['annotations']).flatMap((annotation) => {
      const by = isObject(annotation['completed_by']) ? annotation['completed_by'] : {};
      const layer = textOr(by['first_name'], textOr(by['email'], null));
      return annotationsOf(objects(annotation['result']), layer);
    });
    const name = textOr(data['headline'], `task ${String(task['id'])}`);
    const articleId = textOr(data['article'], null);
    return { name, articleId, text, facts: null, ...placeAnnotations(text, loose) };
  });
}

interface Region extends LoosePiece {
  readonly id: string;
  readonly kind: Kind;
  /** The annotation that it belongs to, as far as is known. */
  readonly group: string;
}

function annotationsOf(results: readonly Json[], layer: string | null): readonly LooseAnnotation[] {
  const relations = results.filter(({ type }) => type === 'relation');
  const regions = results.flatMap((result) => regionOf(result, relations));
  const groups = new Map<string, Region[]>();
  for (const region of regions) {
    groups.set(region.group, [...(groups.get(region.group) ?? []), region]);
  }
  return [...groups].map(([group, pieces]) => {
    const isOurs = REGION.test(pieces[0]!.id);
    const choices = results.filter(
      ({ id, type }) => type === 'choices' && pieces.some((piece) => piece.id === id),
    );
    const said = Object.fromEntries(
      choices.flatMap(({ from_name: name, value }) => {
        const chosen = isObject(value) && Array.isArray(value['choices']) ? value['choices'] : [];
        const several = name === 'types' || name === 'flags';
        return [[String(name), several ? chosen : (chosen[0] as unknown)]];
      }),
    );
    return {
      ...{ at: group, id: isOurs ? group : null, kind: pieces[0]!.kind, layer, pieces },
      ...{ attributes: attributesFrom(said), createdBy: null, createdAt: null, check: null },
    };
  });
}

function regionOf(result: Json, relations: readonly Json[]): readonly Region[] {
  if (result['type'] !== 'labels' || !isObject(result['value'])) return [];
  const { start, end, text, labels } = result['value'];
  const id = textOr(result['id'], '');
  const label = Array.isArray(labels) ? String(labels[0]) : '';
  const [, ours, part, ordinal] = REGION.exec(id) ?? [];
  const isPart = (['Content', 'Source', 'Cue', 'Addressee'] as readonly string[]).includes(label);
  const kind: Kind = label === REGION_LABELS.quote ? 'quote' : isPart ? 'attribution' : 'claim';
  const from = relations.find(({ to_id: to }) => to === id)?.['from_id'];
  const named: Part = partNamed(part) ?? (isPart ? partNamed(label)! : 'content');
  return [
    {
      ...{ id, kind, part: named, ordinal: Number(ordinal ?? 0), quoted: textOr(text, null) },
      ...{ start: offset(start), end: offset(end), group: ours ?? textOr(from, id) },
    },
  ];
}
