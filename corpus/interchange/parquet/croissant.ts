import { licenceAddress } from '../../datasheet/licences';
import type { About } from '../../datasheet/model';
import { QUESTIONS } from '../../datasheet/questions';
import type { FileFacts, WholeFile } from '../format';
import { TABLES, type Field } from '../tables';
import { ABOUT, parquetName, titleOf } from './card';
import { SPLITS } from './splits';

const TYPES: Readonly<Record<Field['type'], string>> = {
  string: 'sc:Text',
  date: 'sc:Text',
  datetime: 'sc:Text',
  array: 'sc:Text',
  integer: 'sc:Integer',
  boolean: 'sc:Boolean',
};

const CROISSANT = 'http://mlcommons.org/croissant/1.0';
const RAI = 'http://mlcommons.org/croissant/RAI/1.0';

/**
 * Croissant 1.0 metadata (docs.mlcommons.org/croissant): who gives the dataset away and how, each file
 * with its hash, each column, and the answers for which its RAI vocabulary has a property.
 */
export function croissant(about: About, facts: readonly FileFacts[]): WholeFile {
  const answers = answersOf(about);
  const content = {
    '@context': CONTEXT,
    '@type': 'sc:Dataset',
    conformsTo: Object.keys(answers).length === 0 ? CROISSANT : [CROISSANT, RAI],
    name: titleOf(about),
    description: [ABOUT, about.answers.purpose].filter(Boolean).join('\n\n'),
    ...termsOf(about),
    ...answers,
    distribution: distributionOf(facts),
    recordSet: recordSets(),
  };
  return { name: 'croissant.json', content: `${JSON.stringify(content, null, 2)}\n` };
}

/** What is not said has no property. */
function termsOf({ release, licence, citation, publisher, homepage }: About): object {
  const organization = { '@type': 'sc:Organization', name: publisher };
  return {
    ...(release && { version: release.version, datePublished: release.date }),
    ...(licence && { license: licenceAddress(licence) }),
    ...(citation && { citeAs: citation }),
    ...(publisher && { creator: organization, publisher: organization }),
    ...(homepage && { url: homepage }),
  };
}

/** Several answers under one property stand in a list, in the order of the questions. */
function answersOf({ answers }: About): Readonly<Record<string, string | readonly string[]>> {
  const told = new Map<string, string[]>();
  for (const { id, rai } of QUESTIONS) {
    const answer = answers[id];
    if (rai === undefined || answer === undefined) continue;
    told.set(`rai:${rai}`, [...(told.get(`rai:${rai}`) ?? []), answer]);
  }
  return Object.fromEntries([...told].map(([key, all]) => [key, all.length === 1 ? all[0]! : all]));
}

function distributionOf(facts: readonly FileFacts[]): readonly object[] {
  const files = TABLES.flatMap((table) => SPLITS.map((split) => parquetName(table, split)));
  return files.map((name) => ({
    ...{ '@type': 'cr:FileObject', '@id': name, name, contentUrl: name },
    encodingFormat: 'application/x-parquet',
    sha256: facts.find((fact) => fact.name === name)?.sha256 ?? '',
  }));
}

function recordSets(): readonly object[] {
  return TABLES.flatMap((table) =>
    SPLITS.map((split) => {
      const id = `${table.name}-${split}`;
      return {
        ...{ '@type': 'cr:RecordSet', '@id': id, name: id, description: table.holds },
        field: table.fields.map(({ name, type, description = name }) => ({
          ...{ '@type': 'cr:Field', '@id': `${id}/${name}`, name, description },
          dataType: TYPES[type],
          source: { fileObject: { '@id': `${id}.parquet` }, extract: { column: name } },
        })),
      };
    }),
  );
}

/** The terms that are used here, as the specifications name them. */
const CONTEXT = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  sc: 'https://schema.org/',
  cr: 'http://mlcommons.org/croissant/',
  rai: 'http://mlcommons.org/croissant/RAI/',
  dct: 'http://purl.org/dc/terms/',
  citeAs: 'cr:citeAs',
  column: 'cr:column',
  conformsTo: 'dct:conformsTo',
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  extract: 'cr:extract',
  field: 'cr:field',
  fileObject: 'cr:fileObject',
  recordSet: 'cr:recordSet',
  source: 'cr:source',
} as const;
