import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { detect } from '@/corpus/detect/detect';
import { standoffOf } from '@/corpus/detect/standoff';
import { readArguments } from './arguments';
import { CommandProblem, UsageProblem, reasonOf } from './problems';
import { decode } from '@/corpus/ingest/decode';
import { counted } from '@/corpus/wording/numbers';

/**
 * `stet detect FILE… --out DIR`: writes DIR/NAME.ann for each NAME.txt, in brat standoff with code
 * points of the file's text. Exit code 1 where a file was refused; the others are written.
 */
export function runDetect(args: string[]): number {
  const { values, positionals } = readArguments(args, {
    out: { type: 'string' },
    json: { type: 'boolean', default: false },
  });
  if (positionals.length === 0)
    throw new UsageProblem('Name the texts to read: stet detect FILE….');
  if (values.out === undefined) throw new UsageProblem('Name the folder to write to: --out DIR.');
  makeFolder(values.out);
  let code = 0;
  for (const file of positionals) {
    const result = detectFile(file, values.out);
    if ('refused' in result) code = 1;
    tell(result, values.json);
  }
  return code;
}

interface Written {
  readonly file: string;
  readonly written: string;
  readonly suggestions: number;
}

interface Refused {
  readonly file: string;
  readonly refused: string;
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new CommandProblem(`The folder ${folder} cannot be made: ${reasonOf(error)}.`);
  }
}

function detectFile(file: string, folder: string): Written | Refused {
  try {
    const decoded = decode(readFileSync(file));
    if (!decoded.ok) return { file, refused: decoded.refused };
    const { lines, count } = standoffOf(decoded.text, detect);
    const written = join(folder, `${basename(file).replace(/\.[^.]*$/, '')}.ann`);
    writeFileSync(written, lines);
    return { file, written, suggestions: count };
  } catch (error) {
    return { file, refused: `${reasonOf(error)}.` };
  }
}

function tell(result: Written | Refused, asJson: boolean): void {
  if (asJson) console.log(JSON.stringify(result));
  else if ('refused' in result) console.error(`${result.file}: ${result.refused}`);
  else
    console.log(`${result.file}: ${counted(result.suggestions, 'suggestion')} → ${result.written}`);
}
