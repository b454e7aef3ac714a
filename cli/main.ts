import { DeskError } from '@/db/client';
import { RefusedError } from '@/db/commands/errors';
import { runAgreement } from './agreement';
import { runBackup } from './backup';
import { runCopy } from './copy';
import { runDetect } from './detect';
import { runDoctor } from './doctor';
import { runExport } from './export';
import { runImport } from './import';
import { runRelease } from './release';
import { runRevise } from './revise';
import { runSuggest } from './suggest';
import { runUser } from './user';
import { runVerify } from './verify';
import { CommandProblem, UsageProblem, reasonOf } from './problems';
import { USAGE, versionLine } from './usage';

/** A command takes its own arguments and returns the exit code. */
type Command = (args: string[]) => number | Promise<number>;

const COMMANDS: Readonly<Record<string, Command>> = {
  import: runImport,
  revise: runRevise,
  suggest: runSuggest,
  detect: runDetect,
  export: runExport,
  copy: runCopy,
  user: runUser,
  agreement: runAgreement,
  release: runRelease,
  verify: runVerify,
  backup: runBackup,
  doctor: runDoctor,
};

/**
 * Runs `stet` with these arguments and returns the exit code: 0 done, 1 refused or failed, 2 wrong
 * usage. What goes wrong is told in one sentence on standard error; STET_DEBUG=1 adds the stack.
 */
export async function main(args: string[]): Promise<number> {
  leaveQuietlyWhenNobodyReads();
  const [name, ...rest] = args;
  if (name === '--version' || name === '-v') return say(versionLine());
  if (name === '--help' || name === '-h' || name === 'help') return say(USAGE);
  try {
    if (name === undefined) throw new UsageProblem('Say what to do.');
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (command === undefined) throw new UsageProblem(`There is no command “${name}”.`);
    if (rest.includes('--help') || rest.includes('-h')) return say(USAGE);
    return await command(rest);
  } catch (error) {
    return report(error);
  }
}

function say(text: string): number {
  console.log(text);
  return 0;
}

function report(error: unknown): number {
  if (process.env['STET_DEBUG'] === '1') console.error(error);
  if (error instanceof UsageProblem) {
    console.error(`${error.message}\n\n${USAGE}`);
    return 2;
  }
  const known = [CommandProblem, DeskError, RefusedError].some((kind) => error instanceof kind);
  console.error(known ? (error as Error).message : `Stet could not do this: ${reasonOf(error)}.`);
  return 1;
}

/** `stet … | head` closes the pipe early: that is no error of anybody. */
function leaveQuietlyWhenNobodyReads(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}
