import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { layOut } from '../document/text';
import { makeCopy } from './copy';
import type { CopyArticle, CopyNote } from './model';

const OFFICE = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0); // prettier-ignore

const { text, blocks } = layOut(
  ['Ferry late again', 'The ferry left Vessa at nine.'].map((words, index) => ({
    ...{ text: words, depth: 0, group: null, original: null },
    role: index === 0 ? ('headline' as const) : ('paragraph' as const),
  })),
);
const start = text.indexOf('at nine');
const note: CopyNote = {
  id: 'note',
  kind: 'claim',
  spans: [{ start, end: start + 'at nine'.length }],
  ...{ types: [], flags: [], terms: null, anonymityReason: null, source: null, reason: null },
  ...{ status: 'signed_off', finding: 'supported', fidelity: null },
  ...{ disposition: 'fix', replacement: 'at ten', rationale: 'As in the log.' },
  ...{ checkedBy: 'Bo', signedBy: 'Eve', signedAt: '2026-11-20T10:00:00Z' },
  evidence: [],
  messages: [],
  withheld: 0,
};
const article: CopyArticle = {
  ...{ headline: 'Ferry late again', byline: null, date: null, collection: 'Desk' },
  revision: { number: 1, hash: 'abc' },
  ...{ text, blocks, notes: [note], signature: null },
  coverage: { checked: 1, attributed: 0, nothing: 0, marked: 0, uncovered: 1 },
};

it.skipIf(OFFICE === undefined)(
  'LibreOffice opens both Word files (skipped where it is not installed)',
  { timeout: 180_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stet-office-'));
    try {
      for (const [kind, words] of [['notes', 'at nine.'], ['redline', 'at ten']] as const) {
        const file = join(folder, `${kind}.docx`);
        writeFileSync(file, (await makeCopy(article, { format: 'docx', kind, isDiscreet: false })).bytes);
        const home = `-env:UserInstallation=file://${join(folder, 'home')}`;
        spawnSync(OFFICE!, [home, '--headless', '--convert-to', 'txt:Text', '--outdir', folder, file]);
        expect(readFileSync(join(folder, `${kind}.txt`), 'utf8')).toContain(words);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
); // prettier-ignore
