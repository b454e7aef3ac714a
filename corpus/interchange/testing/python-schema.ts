import { spawnSync } from 'node:child_process';

/** Debian's Python, which its python3-jsonschema belongs to. */
const PYTHON = '/usr/bin/python3';

const VALIDATE = `
import json, sys
from jsonschema import Draft202012Validator
faults = []
for schema, lines in json.load(sys.stdin):
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    faults.append([len(list(validator.iter_errors(json.loads(line)))) for line in lines])
print(json.dumps(faults))
`;

/** False on a desk without python3-jsonschema. */
export const HAS_PYTHON_SCHEMA =
  spawnSync(PYTHON, ['-c', 'from jsonschema import Draft202012Validator']).status === 0;

/**
 * How many faults python3-jsonschema finds in each of some lines by each schema; throws where a
 * schema itself is none.
 */
export function pythonFaults(
  checks: readonly (readonly [schema: unknown, lines: readonly string[]])[],
): readonly (readonly number[])[] {
  const { status, stdout, stderr } = spawnSync(PYTHON, ['-c', VALIDATE], {
    ...{ encoding: 'utf8', input: JSON.stringify(checks), maxBuffer: 64 * 1024 * 1024 },
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as readonly (readonly number[])[];
}
