import type { LayeredArticle } from '@/corpus/agreement/layers';
import type { Desk } from '../client';
import { listAssignments } from './assignments';
import { layerNames } from './layer-names';
import { iterateLayered, listLayers } from './layers';
import { isBlind } from './projects';

/** An article's layers as agreement compares them: by name, none that is not submitted, and none left out because it is empty. */
export function asCompared(
  desk: Desk,
  collectionId: string,
): (article: LayeredArticle) => LayeredArticle {
  const { nameOf } = layerNames(desk);
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
  const { nameOf } = layerNames(desk);
  const layers = listLayers(desk, collectionId).map(({ layer }) => layer);
  const chosen = names.map((name) => layers.find((layer) => nameOf(layer) === name) ?? name);
  const compared = asCompared(desk, collectionId);
  for (const article of iterateLayered(desk, collectionId, chosen)) {
    const { layers: all, ...rest } = compared(article);
    const kept = [...all].filter(([name]) => names.length === 0 || names.includes(name));
    if (kept.length > 0) yield { ...rest, layers: new Map(kept) };
  }
}
