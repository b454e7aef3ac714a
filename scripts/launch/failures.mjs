import { writeFileSync } from 'node:fs';

/** The environment variable that names the file which the reporter below writes. */
export const FAILURES_FILE = 'STET_FAILURES';

/** A Vitest reporter: writes one line for each test that failed and each error beside the tests. */
export default class FailuresReporter {
  onTestRunEnd(modules, unhandled) {
    const lines = unhandled.map((error) => `beside the tests: ${saidBy(error)}`);
    for (const module of modules) {
      const name = module.relativeModuleId;
      for (const error of module.errors()) lines.push(`${name}: ${saidBy(error)}`);
      for (const suite of module.children.allSuites()) {
        for (const error of suite.errors()) lines.push(`${name} › ${suite.fullName}: ${saidBy(error)}`); // prettier-ignore
      }
      for (const test of module.children.allTests('failed')) {
        const errors = test.result().errors ?? [];
        lines.push(`${name} › ${test.fullName}: ${errors.map(saidBy).join(' · ')}`);
      }
    }
    const file = process.env[FAILURES_FILE];
    if (file && lines.length > 0) writeFileSync(file, `${lines.join('\n')}\n`);
  }
}

/** The first lines of what an error says, on one line. */
function saidBy(error) {
  const said = String(error.message ?? error).split('\n');
  return said.slice(0, 4).join(' ⏎ ').slice(0, 600);
}
