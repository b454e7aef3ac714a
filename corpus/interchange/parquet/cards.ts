import type { FileFacts, WholeFile } from '../format';
import { TABLES, type Field, type Table } from '../tables';
import { LONG_PASSAGE, SPLITS, type Split } from './splits';

/** Rows of each table in each part. */
export type Rows = Readonly<Record<Split, Readonly<Record<string, number>>>>;

export function parquetName(table: Table, split: Split): string {
  return `${table.name}-${split}.parquet`;
}

const DTYPES: Readonly<Record<Field['type'], string>> = {
  string: 'string',
  date: 'string',
  datetime: 'string',
  array: 'string',
  integer: 'int32',
  boolean: 'bool',
};

const NAME = 'Stet dataset';
const ABOUT =
  'News articles with claims, quotes and attributions marked by people, their checks and the evidence for them, exported by Stet.';

/** The dataset card that the Hugging Face hub shows, with what it needs to load the files. */
export function datasetCard(facts: readonly FileFacts[], rows: Rows): WholeFile {
  const configs = TABLES.map((table) => {
    const files = SPLITS.map(
      (split) => `      - split: ${split}\n        path: ${parquetName(table, split)}`,
    );
    return `  - config_name: ${table.name}\n    data_files:\n${files.join('\n')}`;
  });
  const infos = TABLES.map((table) => {
    const features = table.fields.map(
      ({ name, type }) => `      - name: ${name}\n        dtype: ${DTYPES[type]}`,
    );
    const splits = SPLITS.map((split) => {
      const bytes = facts.find(({ name }) => name === parquetName(table, split))?.bytes ?? 0;
      return `      - name: ${split}\n        num_bytes: ${bytes}\n        num_examples: ${rows[split][table.name] ?? 0}`;
    });
    return `  - config_name: ${table.name}\n    features:\n${features.join('\n')}\n    splits:\n${splits.join('\n')}`;
  });
  const counts = SPLITS.map((split) => {
    const of = (name: string) => (rows[split][name] ?? 0).toLocaleString('en');
    return `| ${split} | ${of('articles')} | ${of('annotations')} | ${of('spans')} | ${of('evidence')} |`;
  });
  const content = `---
pretty_name: ${NAME}
license: other
license_name: not-stated
task_categories:
  - token-classification
  - text-classification
tags:
  - fact-checking
  - attribution
configs:
${configs.join('\n')}
dataset_info:
${infos.join('\n')}
---

# ${NAME}

${ABOUT}

| part | articles | annotations | spans | citations |
| --- | --- | --- | --- | --- |
${counts.join('\n')}

Offsets (\`start_cp\`, \`end_cp\`) count Unicode code points of the article’s \`text\`, from 0, half-open: in Python
\`text[start_cp:end_cp] == exact\`, in DuckDB \`substring(text, start_cp + 1, end_cp - start_cp) = exact\`.

The parts are made by article: all that belongs to an article is in one of them, and articles that share ${LONG_PASSAGE} words in
a row are in the same one. \`DATASHEET.md\` answers what is known of how the dataset was made; what only its makers know
stands there as a question. \`loss.json\` says what these tables do not hold.
`;
  return { name: 'README.md', content };
}

/** Questions of “Datasheets for Datasets” (Gebru et al. 2021), answered where Stet knows. */
export function datasheet(rows: Rows): WholeFile {
  const total = (name: string) =>
    SPLITS.reduce((sum, split) => sum + (rows[split][name] ?? 0), 0).toLocaleString('en');
  const open = '_Not answered yet: whoever publishes the dataset knows._';
  const answers: readonly (readonly [string, string])[] = [
    ['Motivation: for what purpose, and by whom, was the dataset created?', open],
    [
      'Composition: what do the instances represent, and how many are there?',
      `${total('articles')} articles, with ${total('annotations')} annotations (claims, quotes, attributions), ${total('spans')} spans, ${total('assessments')} assessments and ${total('evidence')} citations of evidence.`,
    ],
    [
      'Composition: is anything left out?',
      'Suggestions that no person accepted, removed things, and evidence given off the record or on deep background. `loss.json` counts what is withheld.',
    ],
    [
      'Composition: are there recommended parts?',
      `Train, validation and test, made by article; articles that share ${LONG_PASSAGE} words in a row are on one side.`,
    ],
    ['Collection: how were the articles acquired, and over what time?', open],
    [
      'Labelling: who marked the words, and how?',
      'People, in Stet, by the guide of the collection. `created_by` and `layer` say who and whose; `status`, `finding` and `fidelity` say what a check came to.',
    ],
    [
      'Preprocessing: was the text changed?',
      'Only line ends, white space at the edges of blocks and the wrapping of lines; nothing else is normalised. `text_sha256` proves a text.',
    ],
    ['Uses: what should the dataset not be used for?', open],
    ['Distribution: under which licence, and are third parties’ rights affected?', open],
    ['Maintenance: who answers questions, and will it be updated?', open],
  ];
  const content = answers.map(([question, answer]) => `## ${question}\n\n${answer}\n`).join('\n');
  return { name: 'DATASHEET.md', content: `# Datasheet\n\n${content}` };
}

const CROISSANT_TYPES: Readonly<Record<Field['type'], string>> = {
  string: 'sc:Text',
  date: 'sc:Text',
  datetime: 'sc:Text',
  array: 'sc:Text',
  integer: 'sc:Integer',
  boolean: 'sc:Boolean',
};

/** Croissant 1.0 metadata (docs.mlcommons.org/croissant): each file with its hash, each column. */
export function croissant(facts: readonly FileFacts[]): WholeFile {
  const files = TABLES.flatMap((table) => SPLITS.map((split) => parquetName(table, split)));
  const distribution = files.map((name) => ({
    ...{ '@type': 'cr:FileObject', '@id': name, name, contentUrl: name },
    encodingFormat: 'application/x-parquet',
    sha256: facts.find((fact) => fact.name === name)?.sha256 ?? '',
  }));
  const recordSet = TABLES.flatMap((table) =>
    SPLITS.map((split) => {
      const id = `${table.name}-${split}`;
      return {
        ...{ '@type': 'cr:RecordSet', '@id': id, name: id, description: table.holds },
        field: table.fields.map(({ name, type, description = name }) => ({
          ...{ '@type': 'cr:Field', '@id': `${id}/${name}`, name, description },
          dataType: CROISSANT_TYPES[type],
          source: { fileObject: { '@id': `${id}.parquet` }, extract: { column: name } },
        })),
      };
    }),
  );
  const content = {
    '@context': CONTEXT,
    '@type': 'sc:Dataset',
    'dct:conformsTo': 'http://mlcommons.org/croissant/1.0',
    name: 'stet-dataset',
    description: ABOUT,
    distribution,
    recordSet,
  };
  return { name: 'croissant.json', content: `${JSON.stringify(content, null, 2)}\n` };
}

/** The terms that are used here, as the specification names them. */
const CONTEXT = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  sc: 'https://schema.org/',
  cr: 'http://mlcommons.org/croissant/',
  dct: 'http://purl.org/dc/terms/',
  column: 'cr:column',
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  extract: 'cr:extract',
  field: 'cr:field',
  fileObject: 'cr:fileObject',
  recordSet: 'cr:recordSet',
  source: 'cr:source',
} as const;
