import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findSchemaProblem } from './schema-check';

const SCHEMA = {
  type: 'object',
  properties: {
    a: { type: 'integer', minimum: 0 },
    b: { type: ['string', 'null'], minLength: 1, pattern: '^[0-9a-z]*$' },
    c: { type: 'array', items: { enum: ['x', 'y', 1] }, minItems: 1, uniqueItems: true },
    d: { anyOf: [{ const: 'no' }, { type: 'null' }] },
  },
  required: ['a', 'd'],
  additionalProperties: false,
};

const value = fc.oneof(
  fc.constantFrom('x', 'y', 'no', 'Not so', '', '🚆', null, true, 0, 1, -1, 1.5),
  fc.array(fc.constantFrom('x', 'y', 'z', 1), { maxLength: 3 }),
);
const record = fc.record(
  { a: value, b: value, c: value, d: value, e: value },
  { requiredKeys: [] },
);

test('a value holds where another validator says that it holds', () => {
  const validate = new Ajv2020({ allowUnionTypes: true, strictTypes: false }).compile(SCHEMA);
  fc.assert(
    fc.property(fc.oneof({ weight: 9, arbitrary: record }, value), (one) => {
      expect(findSchemaProblem(SCHEMA, one) === null).toBe(validate(one));
    }),
    { numRuns: 2000 },
  );
});

test('a word that is not known is not passed over', () => {
  expect(() => findSchemaProblem({ maxLength: 3 }, 'long')).toThrow('maxLength');
});
