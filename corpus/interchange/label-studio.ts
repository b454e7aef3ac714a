import {
  CLAIM_TYPES,
  FLAGS,
  SOURCE_TYPES,
  SPEECH,
  TERMS,
  ADJUDICATED_LAYER,
} from '../annotation/model';
import type { DatasetAnnotation, DatasetPart } from './article';
import { arrayFile, type FormatDeclaration } from './format';
import {
  allOf,
  anonymityReasons,
  authors,
  blockRoles,
  checks,
  emptyArticles,
  origins,
} from './losing';

/** What a region of Label Studio is called: the kind, or the part of an attribution. */
export const REGION_LABELS = {
  claim: 'Claim',
  quote: 'Quote',
  content: 'Content',
  source: 'Source',
  cue: 'Cue',
  addressee: 'Addressee',
} as const;

const CHOICES = {
  types: CLAIM_TYPES,
  flags: FLAGS,
  speech: SPEECH,
  sourceType: SOURCE_TYPES,
  terms: TERMS,
} as const;

/**
 * Label Studio's JSON, for version 1.4 and later of its editor: a task for each article, an
 * annotation of it for each layer, offsets in code points. A piece is a region whose id begins with
 * its annotation's; relations tie the other parts and pieces to the first piece.
 */
export const labelstudio: FormatDeclaration = {
  name: 'Label Studio',
  carries: 'tasks with regions, relations and choices, for version 1.4 and later',
  unit: 'codepoint',
  files: {
    'tasks.json': 'a task for each article, with an annotation for each layer',
    'config.xml': 'the labelling configuration that the tasks need',
  },
  own: [],
  lose: allOf(blockRoles, emptyArticles, checks, anonymityReasons, authors, origins),
  encoder() {
    let tasks = 0;
    let made = 0;
    return {
      filesOf: () => [],
      files: [
        arrayFile('tasks.json', 'application/json; charset=utf-8', (article) => {
          const layers = [...new Set(article.annotations.map(({ layer }) => layer))];
          if (layers.length === 0) return [];
          const annotations = layers.map((layer) => ({
            ...{ id: ++made, completed_by: { first_name: layer } },
            ground_truth: layer === ADJUDICATED_LAYER,
            result: article.annotations.filter((one) => one.layer === layer).flatMap(resultsOf),
          }));
          const { id, text, headline, date, collection } = article;
          return [
            { id: ++tasks, data: { text, article: id, headline, date, collection }, annotations },
          ];
        }),
      ],
      closing: () => [{ name: 'config.xml', content: configuration() }],
    };
  },
};

function resultsOf(annotation: DatasetAnnotation): readonly object[] {
  const { id, kind, parts } = annotation;
  const regions = parts.flatMap((part) =>
    part.pieces.map(({ start, end, exact }, piece) => ({
      ...{ id: regionId(id, part, piece), type: 'labels', from_name: 'label', to_name: 'text' },
      ...{ origin: 'manual', value: { start, end, text: exact, labels: [labelOf(kind, part)] } },
    })),
  );
  const [first] = parts;
  if (first === undefined) return [];
  const head = first.pieces[0]!;
  const choices = Object.entries(choicesOf(annotation)).map(([name, values]) => ({
    ...{ id: regionId(id, first, 0), type: 'choices', from_name: name, to_name: 'text' },
    value: { start: head.start, end: head.end, choices: values },
  }));
  return [...regions, ...choices, ...relationsOf(id, parts)];
}

function regionId(id: string, { part, ordinal }: DatasetPart, piece: number): string {
  return `${id}:${part}:${ordinal}:${piece}`;
}

function labelOf(kind: DatasetAnnotation['kind'], { part }: DatasetPart): string {
  return REGION_LABELS[kind === 'attribution' ? part : kind];
}

function choicesOf({ types, flags, speech, sourceType, terms }: DatasetAnnotation) {
  const one = (value: string | null) => (value === null ? [] : [value]);
  const all = { types, flags, speech: one(speech), sourceType: one(sourceType), terms: one(terms) };
  return Object.fromEntries(Object.entries(all).filter(([, values]) => values.length > 0));
}

function* relationsOf(id: string, parts: readonly DatasetPart[]): Generator<object> {
  const from = regionId(id, parts[0]!, 0);
  for (const part of parts) {
    for (const piece of part.pieces.keys()) {
      const to = regionId(id, part, piece);
      if (to === from) continue;
      const label = piece === 0 ? part.part : 'next';
      const source = piece === 0 ? from : regionId(id, part, piece - 1);
      const ends = { from_id: source, to_id: to, direction: 'right', labels: [label] };
      yield { type: 'relation', ...ends };
    }
  }
}

function configuration(): string {
  const labels = Object.values(REGION_LABELS).map((label) => `    <Label value="${label}"/>\n`);
  const relations = ['content', 'source', 'cue', 'addressee', 'next'].map(
    (relation) => `    <Relation value="${relation}"/>\n`,
  );
  const choices = Object.entries(CHOICES).map(([name, values]) => {
    const several = name === 'types' || name === 'flags' ? ' choice="multiple"' : '';
    const listed = values.map((value) => `    <Choice value="${value}"/>\n`).join('');
    return `  <Choices name="${name}" toName="text" perRegion="true"${several}>\n${listed}  </Choices>\n`;
  });
  return `<View>
  <Labels name="label" toName="text">
${labels.join('')}  </Labels>
  <Text name="text" value="$text" granularity="symbol"/>
  <Relations>
${relations.join('')}  </Relations>
${choices.join('')}</View>
`;
}
