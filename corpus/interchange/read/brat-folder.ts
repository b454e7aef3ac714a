import { readBrat, type BratAnnotation } from '../brat';
import type { ReadAnnotation, ReadDocument, ReadFiles } from './model';

/**
 * A folder of brat's: each `NAME.txt` with its `NAME.ann`. Where a text has several, as PolNeAR's
 * texts by six annotators have, what follows NAME names the annotator, whose layer it is.
 */
export function readBratFolder(files: ReadFiles): readonly ReadDocument[] {
  const names = Object.keys(files);
  const texts = names.filter((name) => name.endsWith('.txt')).map((name) => name.slice(0, -4));
  const standoffs = names.filter((name) => name.endsWith('.ann')).map((name) => name.slice(0, -4));
  return texts.flatMap((name) => {
    const own = standoffs.filter((standoff) => longestStart(texts, standoff) === name);
    if (own.length === 0) return [];
    const text = files[`${name}.txt`]!.replace(/^\ufeff/, '');
    const readings = own.map((standoff) => ({
      layer: standoff === name ? null : standoff.slice(name.length).replace(/^[^\p{L}\p{N}]+/u, ''),
      file: `${standoff}.ann`,
      reading: readBrat(text, files[`${standoff}.ann`]!),
    }));
    return [
      {
        ...{ name: `${name}.txt`, articleId: name, text, facts: null },
        unit: /[\ud800-\udbff]/.test(text) ? readings[0]!.reading.unit : null,
        annotations: readings.flatMap(({ layer, reading }) =>
          reading.annotations.map((annotation) => annotationOf(annotation, layer)),
        ),
        remarks: readings.flatMap(({ file, reading }) =>
          reading.remarks.map(({ line, id, outcome, message }) => ({
            ...{ at: `${file}, line ${line} (${id})`, outcome, message },
          })),
        ),
      },
    ];
  });
}

/** The text whose name a standoff file's name begins with; the longest of several. */
function longestStart(texts: readonly string[], standoff: string): string | undefined {
  return texts.filter((name) => standoff.startsWith(name)).sort((a, b) => b.length - a.length)[0];
}

const NOTE = /^id=(\S+) layer=(.*) by=(.*)$/;

function annotationOf(
  { kind, spans, attributes, notes }: BratAnnotation,
  named: string | null,
): ReadAnnotation {
  const [, id = null, layer = null, createdBy = null] =
    notes.map((note) => NOTE.exec(note)).find((match) => match !== null) ?? [];
  return {
    ...{ id, kind, layer: named ?? layer, spans, attributes },
    ...{ createdBy, createdAt: null, check: null },
  };
}
