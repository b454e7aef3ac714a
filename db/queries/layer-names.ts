import { DESK_LAYERS } from '@/corpus/annotation/model';
import type { Desk } from '../client';

type Connection = Pick<Desk, 'sqlite'>;

/** The names of layers (decision 22), and which layer a name is. */
export interface LayerNames {
  nameOf(layer: string): string;
  /** The name itself where no person's own layer is called so. */
  layerOf(name: string): string;
}

/**
 * What layers are called on pages, in exports and on the command line. A person's own has their
 * name; who has the name of somebody who was here before is numbered, “Ana (2)”, on the whole desk,
 * so that a name stays whatever else is marked. A layer that came with an import keeps its name,
 * unless a member's own layer is called so: then it is “Ana (imported)”. People are read at the first
 * layer that is not the desk's.
 */
export function layerNames({ sqlite }: Connection): LayerNames {
  let read: Read | undefined;
  const known = () => (read ??= readNames(sqlite));
  const nameOf = (layer: string): string => {
    if (DESK_LAYERS.includes(layer)) return layer;
    const { own, members } = known();
    return own.get(layer) ?? free(layer, members, (count) => ` (imported${count === 1 ? '' : ` ${count}`})`); // prettier-ignore
  };
  const layerOf = (name: string): string => {
    if (DESK_LAYERS.includes(name)) return name;
    const [id] = [...known().own].find(([, own]) => own === name) ?? [];
    if (id !== undefined && known().members.has(name)) return id;
    const base = name.replace(/ \(imported(?: \d+)?\)$/, '');
    return base !== name && nameOf(base) === name ? base : name;
  };
  return { nameOf, layerOf };
}

interface Read {
  /** A person's id → what their layer is called. */
  readonly own: ReadonlyMap<string, string>;
  /** What the layers of members of projects are called. */
  readonly members: ReadonlySet<string>;
}

function readNames(sqlite: Desk['sqlite']): Read {
  const list = <T>(sql: string) => sqlite.prepare<[], T>(sql).raw().all();
  const own = new Map<string, string>();
  const taken = new Set(DESK_LAYERS);
  for (const [id, name] of list<[string, string]>('SELECT id, name FROM person ORDER BY id')) {
    const layer = free(name, taken, (count) => ` (${count + 1})`);
    taken.add(layer);
    own.set(id, layer);
  }
  const members = list<[string]>('SELECT DISTINCT person_id FROM project_member');
  return { own, members: new Set(members.map(([id]) => own.get(id)!)) };
}

/** The name, or with the first ending under which it is not taken. */
function free(name: string, taken: ReadonlySet<string>, ending: (count: number) => string): string {
  let found = name;
  for (let count = 1; taken.has(found); count++) found = `${name}${ending(count)}`;
  return found;
}

/** The names of the layers of a collection, or of the whole desk, in the order of the alphabet. */
export function listLayerNames(desk: Desk, collectionId?: string): readonly string[] {
  const where = collectionId === undefined ? '' : 'n.collection_id = ? AND';
  const layers = desk.sqlite
    .prepare<string[], string>(
      `SELECT DISTINCT n.layer FROM annotation n JOIN article a ON a.id = n.article_id AND a.removed = 0
       WHERE ${where} n.removed = 0 AND n.origin <> 'suggestion'`,
    )
    .pluck()
    .all(...(collectionId === undefined ? [] : [collectionId]));
  const { nameOf } = layerNames(desk);
  return layers.map(nameOf).sort();
}

/** Why nothing can be chosen by these layers, as one sentence; null where each of them is there. */
export function findLayerProblem(
  desk: Desk,
  { layers = [], collectionId }: { readonly layers?: readonly string[]; readonly collectionId?: string }, // prettier-ignore
): string | null {
  if (layers.length === 0) return null;
  const known = listLayerNames(desk, collectionId);
  const unknown = layers.find((name) => !known.includes(name));
  if (unknown === undefined) return null;
  const there = known.length === 0 ? '' : `; there are ${known.map((name) => `“${name}”`).join(', ')}`; // prettier-ignore
  return `There is no layer “${unknown}”${there}.`;
}
