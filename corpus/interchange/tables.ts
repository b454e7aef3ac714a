import { CLAIM_TYPES, FLAGS, KINDS, PARTS, SOURCE_TYPES, SPEECH, TERMS } from '../annotation/model';
import { BLOCK_ROLES } from '../document/block';
import {
  DISPOSITIONS,
  EVIDENCE_KINDS,
  FIDELITIES,
  FINDINGS,
  STANCES,
  STATUSES,
} from '../verification/model';
import { EXPORTED_ORIGINS, EXPORTED_TERMS } from './article';
import {
  annotationRows,
  articleRows,
  assessmentRows,
  blockRows,
  evidenceRows,
  spanRows,
} from './rows';
import type { RowsOf } from './rows';

/** One column as the data package describes it (Frictionless Table Schema). */
export interface Field {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'boolean' | 'date' | 'datetime' | 'array';
  readonly description?: string;
  readonly constraints?: {
    readonly required?: true;
    readonly minimum?: number;
    readonly enum?: readonly string[];
    readonly pattern?: string;
  };
}

/** One CSV file: its columns in order, its keys, and how an article becomes rows of it. */
export interface Table {
  readonly name: string;
  /** What a line of it tells, in words. */
  readonly holds: string;
  readonly fields: readonly Field[];
  readonly primaryKey: readonly string[];
  /** Column → table whose key it names. */
  readonly references: Readonly<Record<string, string>>;
  readonly rowsOf: RowsOf;
}

const required = { required: true } as const;
const key = (name: string): Field => ({ name, type: 'string', constraints: required });
const text = (name: string, description?: string): Field => ({
  name,
  type: 'string',
  ...(description === undefined ? {} : { description }),
});
const count = (name: string, description?: string): Field => ({
  name,
  type: 'integer',
  ...(description === undefined ? {} : { description }),
  constraints: { required: true, minimum: 0 },
});
const startOf = (of: string) =>
  count('start_cp', `Where it begins in the article’s ${of}, in Unicode code points from 0.`);
const endOf = (of: string) =>
  count('end_cp', `Where it ends in the article’s ${of}, in Unicode code points; exclusive.`);
const choice = (name: string, values: readonly string[]): Field => ({
  name,
  type: 'string',
  constraints: { enum: values },
});
const needed = (name: string, values: readonly string[]): Field => ({
  name,
  type: 'string',
  constraints: { required: true, enum: values },
});
const several = (name: string, values: readonly string[], description: string): Field => ({
  name,
  type: 'string',
  description,
  constraints: { pattern: `(${values.join('|')})(\\|(${values.join('|')}))*` },
});
const moment = (name: string): Field => ({ name, type: 'datetime' });

const judgement = [
  choice('finding', FINDINGS),
  choice('fidelity', FIDELITIES),
  text('rationale'),
] as const;

/** The files of the CSV package, in the order in which the package names them. */
export const TABLES: readonly Table[] = [
  {
    name: 'articles',
    holds: 'one line an article, with its text',
    primaryKey: ['id'],
    references: {},
    rowsOf: articleRows,
    fields: [
      key('id'),
      text('collection'),
      text('headline'),
      text('deck'),
      text('byline'),
      { name: 'places', type: 'array', description: 'The dateline’s places, a JSON array.' },
      text('agency'),
      { name: 'date', type: 'date' },
      choice('date_basis', ['stated', 'inferred', 'set']),
      text('file'),
      count('revision'),
      { ...key('text_sha256'), description: 'SHA-256 of the text in UTF-8.' },
      text('text', 'The whole text; blocks are joined by two line feeds.'),
    ],
  },
  {
    name: 'blocks',
    holds: 'headlines, paragraphs, captions and the rest, by offset',
    primaryKey: ['article_id', 'ordinal'],
    references: { article_id: 'articles' },
    rowsOf: blockRows,
    fields: [
      key('article_id'),
      count('ordinal'),
      needed('role', BLOCK_ROLES),
      startOf('text'),
      endOf('text'),
      count('depth'),
      { name: 'group', type: 'integer', description: 'Blocks of one reader comment share it.' },
    ],
  },
  {
    name: 'annotations',
    holds: 'claims, quotes and attributions with status and finding',
    primaryKey: ['id'],
    references: { article_id: 'articles' },
    rowsOf: annotationRows,
    fields: [
      key('id'),
      key('article_id'),
      needed('kind', KINDS),
      key('layer'),
      needed('origin', EXPORTED_ORIGINS),
      several('types', CLAIM_TYPES, 'Joined by “|”, the main type first.'),
      several('flags', FLAGS, 'Joined by “|”.'),
      choice('speech', SPEECH),
      choice('source_type', SOURCE_TYPES),
      choice('terms', TERMS),
      text('anonymity_reason'),
      text('created_by'),
      moment('created_at'),
      { ...choice('status', STATUSES), description: 'Empty where there is no check.' },
      judgement[0],
      judgement[1],
      choice('disposition', DISPOSITIONS),
      text('replacement'),
      judgement[2],
      text('checked_by'),
      text('signed_by'),
      moment('signed_at'),
    ],
  },
  {
    name: 'spans',
    holds: 'the marked words of each annotation, by offset',
    primaryKey: ['annotation_id', 'part', 'ordinal', 'piece'],
    references: { annotation_id: 'annotations' },
    rowsOf: spanRows,
    fields: [
      key('annotation_id'),
      needed('part', PARTS),
      count('ordinal', 'Tells parts of the same name apart.'),
      count('piece', 'Pieces of one part, in the order of the text.'),
      startOf('text'),
      endOf('text'),
      { ...key('exact'), description: 'The words: the text from start_cp to end_cp.' },
    ],
  },
  {
    name: 'assessments',
    holds: 'each person’s judgement of a check',
    primaryKey: ['id'],
    references: { annotation_id: 'annotations' },
    rowsOf: assessmentRows,
    fields: [key('id'), key('annotation_id'), text('person'), ...judgement, moment('at')],
  },
  {
    name: 'evidence',
    holds: 'what each finding rests on',
    primaryKey: ['id'],
    references: { annotation_id: 'annotations' },
    rowsOf: evidenceRows,
    fields: [
      { ...key('id'), description: 'The citation: one use of an item.' },
      key('annotation_id'),
      { ...key('item'), description: 'The same wherever the same item is cited.' },
      needed('kind', EVIDENCE_KINDS),
      text('title'),
      text('place'),
      text('origin', 'Items of one origin count once.'),
      needed('terms', EXPORTED_TERMS),
      text('locator'),
      text('excerpt'),
      needed('stance', STANCES),
      { name: 'primary', type: 'boolean', constraints: required },
    ],
  },
];
