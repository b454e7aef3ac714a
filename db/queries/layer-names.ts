import type { LayeredArticle } from '@/corpus/agreement/layers';
import type { Desk } from '../client';
import { listAssignments } from './assignments';
import { iterateLayered, listLayers } from './layers';
import { isBlind } from './projects';

/** What a layer is called: a person's own by their name, any other as it came. */
export function layerName({ sqlite }: Desk, layer: string): string {
  const find = sqlite.prepare<[string], string>('SELECT name FROM person WHERE id = ?').pluck();
  return find.get(layer) ?? layer;
}

/**
 * `layerName` for the layers of a collection, of which no two get the same name.
 */
export function layerNamer(desk: Desk, collectionId: string): (layer: string) => string {
  const layers = new Set(listLayers(desk, collectionId).map(({ layer }) => layer));
  if (isBlind(desk, collectionId)) {
    for (const { personId } of listAssignments(desk, collectionId)) layers.add(personId);
  }
  const names = new Map<string, string>();
  const taken = new Set([...layers].filter((layer) => layerName(desk, layer) === layer));
  for (const layer of [...layers].sort()) {
    const name = layerName(desk, layer);
    if (name === layer) continue;
    let free = name;
    for (let count = 2; taken.has(free); count++) free = `${name} (${count})`;
    taken.add(free);
    names.set(layer, free);
  }
  return (layer) => names.get(layer) ?? layer;
}

/** An article's layers as agreement compares them: by name, none that is not submitted, and none left out because it is empty. */
export function asCompared(
  desk: Desk,
  collectionId: string,
): (article: LayeredArticle) => LayeredArticle {
  const nameOf = layerNamer(desk, collectionId);
  const assigned = isBlind(desk, collectionId) ? listAssignments(desk, collectionId) : [];
  const members = new Set(assigned.map(({ personId }) => personId));
  return (article) => {
    const here = assigned.filter(({ articleId }) => articleId === article.id);
    const submitted = here.flatMap(({ personId, submittedAt }) => (submittedAt === null ? [] : [personId])); // prettier-ignore
    const counts = (layer: string) => !members.has(layer) || submitted.includes(layer);
    const layers = [...article.layers].filter(([layer]) => counts(layer));
    const empty = submitted.filter((id) => !article.layers.has(id)).map((id) => [id, []] as const);
    return {
      ...article,
      layers: new Map([...layers, ...empty].map(([layer, marks]) => [nameOf(layer), marks])),
    };
  };
}

/** As `iterateLayered`, with layers as agreement compares them; `names` are their names. */
export function* iterateCompared(
  desk: Desk,
  collectionId: string,
  names: readonly string[] = [],
): Generator<LayeredArticle> {
  const nameOf = layerNamer(desk, collectionId);
  const layers = listLayers(desk, collectionId).map(({ layer }) => layer);
  const chosen = names.map((name) => layers.find((layer) => nameOf(layer) === name) ?? name);
  const compared = asCompared(desk, collectionId);
  for (const article of iterateLayered(desk, collectionId, chosen)) {
    const { layers: all, ...rest } = compared(article);
    const kept = [...all].filter(([name]) => names.length === 0 || names.includes(name));
    if (kept.length > 0) yield { ...rest, layers: new Map(kept) };
  }
}
