import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compiled } from './compiled.mjs';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'stet-compiled-'));
  for (const folder of ['cli', 'components', 'corpus', 'db', 'node_modules'])
    mkdirSync(join(home, folder));
  put('package-lock.json', '{}');
  put('tsconfig.json', '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }');
  put('corpus/words.ts', "export const words: string = 'first';");
  put('cli/main.ts', "import { words } from '@/corpus/words';\nexport const main = () => words;");
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function put(name: string, text: string): void {
  writeFileSync(join(home, name), text);
}

async function said(): Promise<string> {
  const { main } = (await import(pathToFileURL((await compiled(home))!).href)) as {
    readonly main: () => string;
  };
  return main();
}

describe('the command line that was built', () => {
  it('is that of the source as it is now', async () => {
    expect(await said()).toBe('first');
    put('corpus/words.ts', "export const words: string = 'another';");
    expect(await said()).toBe('another');
  });

  it('is built once for each state of the source, which no test is part of', async () => {
    const file = (await compiled(home))!;
    const { mtimeMs } = statSync(file);
    put('corpus/words.test.ts', 'a test');
    expect(await compiled(home)).toBe(file);
    expect(statSync(file).mtimeMs).toBe(mtimeMs);
    utimesSync(join(home, 'corpus/words.ts'), 1, 1);
    expect(await compiled(home)).not.toBe(file);
  });

  it('is there for all who start it at once', async () => {
    const files = await Promise.all([compiled(home), compiled(home), compiled(home)]);
    expect(new Set(files).size).toBe(1);
    expect(readFileSync(files[0]!, 'utf8')).toContain('first');
  });

  it('is none where the source has a mistake or nothing can be written', async () => {
    put('cli/main.ts', 'export const main = ;');
    expect(await compiled(home)).toBeNull();
    put('cli/main.ts', 'export const main = () => 1;');
    rmSync(join(home, 'node_modules'), { recursive: true });
    put('node_modules', 'a file');
    expect(await compiled(home)).toBeNull();
  });
});
