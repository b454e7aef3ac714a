import { BUNDLE_DESCRIPTION } from './bundle';
import { brat, polnear } from './brat-out';
import { csv } from './csv-format';
import type { FormatDeclaration } from './format';
import {
  FORMATS,
  type ArticleFormat,
  type Descriptions,
  type Format,
  type FormatDescription,
} from './format-names';
import { jsonl } from './jsonl-format';
import { doccano, prodigy } from './span-lines';
import { recogito, w3c } from './w3c';

/** The formats that are written article by article, each with all that Stet knows of it. */
export const ARTICLE_FORMATS: Readonly<Record<ArticleFormat, FormatDeclaration>> = {
  jsonl,
  csv,
  w3c,
  recogito,
  brat,
  polnear,
  doccano,
  prodigy,
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
