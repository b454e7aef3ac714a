import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageProblem } from './problems';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Reads a command's arguments; throws UsageProblem with one sentence where they are not understood. */
export function readArguments<const T extends Options>(args: string[], options: T) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageProblem(sentenceOf(error));
  }
}

/** Node's message without its advice for programmers. */
function sentenceOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const first = message.split('. ')[0]!.split('\n')[0]!;
  return `${first.replace(/\.$/, '')}.`;
}
