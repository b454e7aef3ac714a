/** What a dataset can be exported as, in the order in which a person is offered it. */
export const FORMATS = ['jsonl', 'csv', 'w3c', 'brat', 'polnear', 'doccano', 'prodigy'] as const;
export type Format = (typeof FORMATS)[number];

/** The formats of other people's software, which cannot carry all that Stet holds. */
export type ForeignFormat = Exclude<Format, 'jsonl' | 'csv'>;

export function isForeign(format: Format): format is ForeignFormat {
  return format !== 'jsonl' && format !== 'csv';
}

/** The files that each of these formats has once, and what each holds. */
export const FOREIGN_FILES: Readonly<Record<ForeignFormat, Readonly<Record<string, string>>>> = {
  w3c: {
    'annotations.json': 'the annotations, with quote and position selectors',
    'texts.jsonl': 'the articles’ texts, one a line',
  },
  brat: { 'annotation.conf': 'what brat shows: spans, events and attributes' },
  polnear: { 'annotation.conf': 'what brat shows: spans and events' },
  doccano: { 'doccano.jsonl': 'a line for each article and layer, with relations' },
  prodigy: { 'prodigy.jsonl': 'a line for each article and layer, spans only' },
};

/** What a format's offsets count: code points in all but doccano's, which counts UTF-16 units. */
export function offsetUnitOf(format: Format): 'codepoint' | 'utf16' {
  return format === 'doccano' ? 'utf16' : 'codepoint';
}
