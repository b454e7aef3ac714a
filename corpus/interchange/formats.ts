import { BUNDLE_DESCRIPTION } from './bundle';
import { brat, polnear } from './brat-out';
import { averitec } from './averitec';
import { claimreview } from './claim-review';
import { conllu } from './conllu';
import { csv } from './csv-format';
import type { FormatDeclaration } from './format';
import {
  FORMATS,
  type ArticleFormat,
  type Descriptions,
  type Format,
  type FormatDescription,
} from './format-names';
import { parquet } from './parquet/format';
import { jsonl } from './jsonl-format';
import { iob2 } from './iob2';
import { labelstudio } from './label-studio';
import { tei } from './tei';
import { xmi } from './xmi';
import { doccano, prodigy } from './span-lines';
import { recogito, w3c } from './w3c';

/** The formats that are written article by article, each with all that Stet knows of it. */
export const ARTICLE_FORMATS: Readonly<Record<ArticleFormat, FormatDeclaration>> = {
  jsonl,
  csv,
  parquet,
  w3c,
  recogito,
  brat,
  polnear,
  labelstudio,
  xmi,
  tei,
  iob2,
  conllu,
  doccano,
  prodigy,
  claimreview,
  averitec,
};

/** What a person is told of each format. */
export function describeFormats(): Descriptions {
  const descriptions = FORMATS.map((format) => {
    const declared = format === 'bundle' ? BUNDLE_DESCRIPTION : ARTICLE_FORMATS[format];
    const { name, carries, unit, files, own } = declared;
    return [format, { name, carries, unit, files, own }] as const;
  });
  return Object.fromEntries(descriptions) as Record<Format, FormatDescription>;
}
