import { ADJUDICATED_LAYER, SHARED_LAYER } from '@/corpus/annotation/model';

/** What a layer is called: the desk's own by what they are, any other by its name. */
export function layerLabel(layer: string): string {
  if (layer === SHARED_LAYER) return 'The desk';
  return layer === ADJUDICATED_LAYER ? 'Adjudicated' : layer;
}
