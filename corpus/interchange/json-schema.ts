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
import { ARTICLE_SCHEMA, EXPORTED_ORIGINS, EXPORTED_TERMS, OFFSET_UNIT } from './article';

type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: 'string' };
const textOrNull: Schema = { type: ['string', 'null'] };
const offset: Schema = { type: 'integer', minimum: 0 };
const id: Schema = { type: 'string', minLength: 1 };
const moment: Schema = {
  type: 'string',
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z$',
};
const momentOrNull: Schema = { ...moment, type: ['string', 'null'] };

const oneOf = (values: readonly string[]): Schema => ({ enum: values });
const oneOfOrNull = (values: readonly string[]): Schema => ({ enum: [...values, null] });
const listOf = (items: Schema): Schema => ({ type: 'array', items });

/** An object that has all of these properties and no other. */
function record(properties: Readonly<Record<string, Schema>>): Schema {
  const required = Object.keys(properties);
  return { type: 'object', properties, required, additionalProperties: false };
}

const block = record({
  role: oneOf(BLOCK_ROLES),
  start: offset,
  end: offset,
  depth: offset,
  group: { type: ['integer', 'null'] },
});

const part = record({
  part: oneOf(PARTS),
  ordinal: offset,
  pieces: {
    ...listOf(record({ start: offset, end: offset, exact: { type: 'string', minLength: 1 } })),
    minItems: 1,
  },
});

const assessment = record({
  id,
  person: text,
  finding: oneOfOrNull(FINDINGS),
  fidelity: oneOfOrNull(FIDELITIES),
  rationale: textOrNull,
  at: moment,
});

const evidence = record({
  id,
  item: id,
  kind: oneOf(EVIDENCE_KINDS),
  title: text,
  place: text,
  origin: text,
  terms: oneOf(EXPORTED_TERMS),
  locator: textOrNull,
  excerpt: textOrNull,
  stance: oneOf(STANCES),
  primary: { type: 'boolean' },
});

const check = record({
  status: oneOf(STATUSES),
  finding: oneOfOrNull(FINDINGS),
  fidelity: oneOfOrNull(FIDELITIES),
  disposition: oneOfOrNull(DISPOSITIONS),
  replacement: textOrNull,
  rationale: textOrNull,
  checkedBy: textOrNull,
  signedBy: textOrNull,
  signedAt: momentOrNull,
  assessments: listOf(assessment),
  evidence: listOf(evidence),
});

const annotation = record({
  id,
  kind: oneOf(KINDS),
  layer: id,
  origin: oneOf(EXPORTED_ORIGINS),
  types: { ...listOf(oneOf(CLAIM_TYPES)), uniqueItems: true },
  flags: { ...listOf(oneOf(FLAGS)), uniqueItems: true },
  speech: oneOfOrNull(SPEECH),
  sourceType: oneOfOrNull(SOURCE_TYPES),
  terms: oneOfOrNull(TERMS),
  anonymityReason: textOrNull,
  createdBy: text,
  createdAt: moment,
  parts: { ...listOf(part), minItems: 1 },
  check: { anyOf: [check, { type: 'null' }] },
});

/** The JSON Schema of one line of `articles.jsonl`; docs/formats.md holds the same. */
export const ARTICLE_JSON_SCHEMA: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `urn:stet:${ARTICLE_SCHEMA}`,
  title: 'One article with its annotations, as exported by Stet',
  ...record({
    schema: { const: ARTICLE_SCHEMA },
    offsetUnit: { const: OFFSET_UNIT },
    id,
    collection: text,
    headline: text,
    deck: textOrNull,
    byline: textOrNull,
    places: listOf(text),
    agency: textOrNull,
    date: { type: ['string', 'null'], pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
    dateBasis: oneOfOrNull(['stated', 'inferred', 'set']),
    file: textOrNull,
    revision: record({
      number: { type: 'integer', minimum: 1 },
      sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
    }),
    text,
    blocks: listOf(block),
    annotations: listOf(annotation),
  }),
};
