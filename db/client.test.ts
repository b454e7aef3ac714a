import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DeskError, backUpDesk, closeDesk, migrateDesk, openDesk, type Desk } from './client';
import { ensureCollection } from './commands/import';
import { ensureFirstPerson } from './commands/people';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-client-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = (name = 'stet.db') => join(folder, name);

function refusal(path: string): string {
  try {
    closeDesk(openDesk(path));
  } catch (error) {
    expect(error).toBeInstanceOf(DeskError);
    return (error as DeskError).message;
  }
  throw new Error('it opened');
}

describe('opening a desk', () => {
  it('makes the file and its folder, migrates once, and then has nothing to do', () => {
    const path = file('new/folder/stet.db');
    const desk = openDesk(path);
    expect(migrateDesk(desk)).toBeGreaterThan(0);
    expect(migrateDesk(desk)).toBe(0);
    const owner = ensureFirstPerson(desk);
    closeDesk(desk);
    const again = openDesk(path);
    expect(migrateDesk(again)).toBe(0);
    expect(ensureFirstPerson(again)).toMatchObject({ id: owner.id });
    closeDesk(again);
  });

  it('keeps writes on disk and references whole', () => {
    const desk = openDesk(file());
    expect(desk.sqlite.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(desk.sqlite.pragma('synchronous', { simple: true })).toBe(2);
    migrateDesk(desk);
    expect(desk.sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
    closeDesk(desk);
  });

  it('refuses a database from a newer Stet with a sentence that says what to do', () => {
    const desk = openDesk(file());
    migrateDesk(desk);
    desk.sqlite
      .prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)')
      .run('from the future', Date.UTC(2099, 0, 1));
    closeDesk(desk);
    expect(refusal(file())).toBe(
      `The database ${file()} was made by a newer version of Stet: update Stet, or set STET_DATABASE to another file.`,
    );
  });

  it('refuses what is no database, and leaves it as it was', () => {
    writeFileSync(file('notes.txt'), 'These are my notes. '.repeat(100));
    expect(refusal(file('notes.txt'))).toMatch(
      /^The database .*notes\.txt cannot be opened: .+\.$/,
    );
    expect(readFileSync(file('notes.txt'), 'utf8')).toBe('These are my notes. '.repeat(100));
  });

  it('refuses a path under a file, and one that is a folder', () => {
    writeFileSync(file('plain'), '');
    for (const path of [join(file('plain'), 'stet.db'), join(file('plain'), 'a', 'b.db'), folder]) {
      expect(refusal(path)).toMatch(/^The database .* cannot be opened: [^\n]+\.$/);
    }
  });

  it('backs up to a file that holds everything', () => {
    const desk = openDesk(file());
    migrateDesk(desk);
    const owner = ensureFirstPerson(desk);
    backUpDesk(desk, file('copy.db'));
    expect(() => backUpDesk(desk, file('copy.db'))).toThrow();
    closeDesk(desk);
    const copy = openDesk(file('copy.db'));
    expect(ensureFirstPerson(copy)).toMatchObject({ id: owner.id });
    closeDesk(copy);
  });
});

/** Runs db/testing/write-views.ts, which prints each view's name once it is committed. */
function startWriter(path: string, name: string, count: number): ChildProcess {
  const script = fileURLToPath(new URL('./testing/write-views.ts', import.meta.url));
  return spawn(process.execPath, ['--import', 'tsx', script, path, name, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

function makeFile(): void {
  const desk = openDesk(file());
  migrateDesk(desk);
  ensureCollection(desk, ensureFirstPerson(desk), 'Desk');
  closeDesk(desk);
}

function viewsOf(desk: Desk): readonly string[] {
  return desk.sqlite.prepare<[], string>('SELECT name FROM saved_view ORDER BY id').pluck().all();
}

describe('two processes', () => {
  it('lose nothing that was acknowledged when one is killed in the middle', async () => {
    makeFile();
    const writer = startWriter(file(), 'killed', 100_000);
    let printed = '';
    const ended = new Promise((resolve) => writer.once('close', resolve));
    writer.stdout!.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.split('\n').length > 150) process.kill(writer.pid!, 'SIGKILL');
    });
    await ended;
    expect(writer.signalCode).toBe('SIGKILL');
    const acknowledged = printed.split('\n').slice(0, -1);
    expect(acknowledged.length).toBeGreaterThanOrEqual(150);
    const desk = openDesk(file());
    const kept = viewsOf(desk);
    expect(kept.slice(0, acknowledged.length)).toEqual(acknowledged);
    expect(desk.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    const events = desk.sqlite.prepare<[], number>(
      `SELECT count(*) FROM event WHERE entity = 'view'`,
    );
    expect(events.pluck().get()).toBe(kept.length);
    closeDesk(desk);
  });

  it('write at the same time without losing or repeating anything', async () => {
    makeFile();
    const count = 120;
    const writers = ['one', 'two', 'three'].map((name) => startWriter(file(), name, count));
    const codes = await Promise.all(
      writers.map((writer) => {
        writer.stdout!.resume();
        return new Promise((resolve) => writer.once('close', resolve));
      }),
    );
    expect(codes).toEqual([0, 0, 0]);
    const desk = openDesk(file());
    const names = viewsOf(desk);
    expect(new Set(names).size).toBe(3 * count);
    const seqs = desk.sqlite
      .prepare<[], number>('SELECT seq FROM event ORDER BY seq')
      .pluck()
      .all();
    expect(seqs).toEqual(seqs.map((_, index) => seqs[0]! + index));
    closeDesk(desk);
  });
});
