import { figure } from '../../wording/numbers';
import { hubLicence } from '../../datasheet/licences';
import { datasheetMarkdown } from '../../datasheet/markdown';
import type { About } from '../../datasheet/model';
import type { FileFacts, WholeFile } from '../format';
import type { Tally } from '../loss';
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

/** What a dataset of Stet is, for those who have not heard of it. */
export const ABOUT =
  'News articles with claims, quotes and attributions marked by people, their checks and the evidence for them, exported by Stet.';

export function titleOf({ name }: Pick<About, 'name'>): string {
  return name ?? 'Stet dataset';
}

const SPLIT_WORDS = `Train, validation and test are made by article: all that belongs to an article is in one of them, and articles that share ${LONG_PASSAGE} words in a row are in the same one.`;

/** The dataset card that the Hugging Face hub shows, with what it needs to load the files. */
export function datasetCard(
  about: About,
  facts: readonly FileFacts[],
  rows: Rows,
  tally: Tally,
): WholeFile {
  const content = `---
pretty_name: ${yamlText(titleOf(about))}
${yamlLines(hubLicence(about.licence))}
task_categories:
  - token-classification
  - text-classification
tags:
  - fact-checking
  - attribution
${loading(facts, rows)}
---

# ${titleOf(about)}

${ABOUT}

${terms(about)}

${rowTable(rows)}

Offsets (\`start_cp\`, \`end_cp\`) count Unicode code points of the article’s \`text\`, from 0, half-open: in Python
\`text[start_cp:end_cp] == exact\`, in DuckDB \`substring(text, start_cp + 1, end_cp - start_cp) = exact\`.
\`loss.json\` says what these tables do not hold.

${datasheetMarkdown(about, tally, { splits: SPLIT_WORDS })}
`;
  return { name: 'README.md', content };
}

function terms({ release, licence, citation, publisher, homepage }: About): string {
  return [
    ...(release === null ? [] : [`- Version: ${release.version} (${release.date})`]),
    `- Licence: ${licence ?? 'not stated'}`,
    `- To cite: ${citation ?? 'not stated'}`,
    `- Published by: ${publisher ?? 'not stated'}`,
    ...(homepage === null ? [] : [`- Page: <${homepage}>`]),
  ].join('\n');
}

function rowTable(rows: Rows): string {
  const lines = SPLITS.map((split) => {
    const of = (name: string) => figure(rows[split][name] ?? 0);
    return `| ${split} | ${of('articles')} | ${of('annotations')} | ${of('spans')} | ${of('evidence')} |`;
  });
  return ['| part | articles | annotations | spans | citations |', '| --- | --- | --- | --- | --- |', ...lines].join('\n'); // prettier-ignore
}

/** Which files are which part of which table, and what their columns are, in YAML. */
function loading(facts: readonly FileFacts[], rows: Rows): string {
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
  return `configs:\n${configs.join('\n')}\ndataset_info:\n${infos.join('\n')}`;
}

function yamlLines(values: object): string {
  return Object.entries(values)
    .map(([key, value]) => `${key}: ${yamlText(String(value))}`)
    .join('\n');
}

/** A word as it is; what YAML could read otherwise in the quotation marks that it shares with JSON. */
function yamlText(text: string): string {
  return /^[a-z][a-z0-9.-]*$/.test(text) ? text : JSON.stringify(text);
}
