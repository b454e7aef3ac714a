import { ADJUDICATED_LAYER, type PartSpan } from '../annotation/model';
import { offsetTable, type OffsetTable } from '../document/positions';
import type { DatasetAnnotation, DatasetArticle } from '../interchange/article';
import { valuesOf, type LayeredAnnotation, type LayeredArticle } from './layers';

/**
 * A dataset's article by layers: those that are named, or where none is all but the adjudicated one,
 * which is nobody's own work. A layer worked on an article where it has an annotation in it.
 */
export function layeredArticle(
  { id, text, annotations }: DatasetArticle,
  chosen: readonly string[] = [],
): LayeredArticle {
  const offsets = offsetTable(text);
  const layers = new Map<string, LayeredAnnotation[]>();
  for (const annotation of annotations) {
    const { layer } = annotation;
    if (chosen.length === 0 ? layer === ADJUDICATED_LAYER : !chosen.includes(layer)) continue;
    const list = layers.get(layer) ?? [];
    list.push(layeredAnnotation(annotation, offsets));
    layers.set(layer, list);
  }
  return { id, text, layers };
}

function layeredAnnotation(annotation: DatasetAnnotation, offsets: OffsetTable): LayeredAnnotation {
  const { id, kind, parts } = annotation;
  const spans = parts.flatMap(({ part, ordinal, pieces }) =>
    pieces.map(({ start, end }, piece): PartSpan => {
      const place = { start: offsets.toUtf16(start), end: offsets.toUtf16(end) };
      return { part, ordinal, piece, ...place };
    }),
  );
  return { id, kind, spans, values: valuesOf(kind, annotation) };
}
