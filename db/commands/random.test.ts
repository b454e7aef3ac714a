import { expect, it } from 'vitest';
import { CLAIM_TYPES, FLAGS, KINDS } from '@/corpus/annotation/model';
import type { CommandStep } from '@/corpus/commands/requests';
import { anchorSpan, snapToGraphemes } from '@/corpus/spans/span';
import { riskOf } from '@/corpus/verification/risk';
import {
  DISPOSITIONS,
  FIDELITIES,
  FINDINGS,
  STATUSES,
  type Disposition,
} from '@/corpus/verification/model';
import { newId } from '../ids';
import { makeDesk, type TestDesk } from '../testing/desk';
import { randomOf, type Random } from '@/corpus/evaluate/random';
import { STORY, dump, step } from '../testing/work';
import { RefusedError, StaleError } from './errors';
import { labelsOf, projectCheck } from './project-check';

const COMMANDS = 300;
const SEEDS = [1, 2, 3, Number(process.env['STET_SEED'] ?? Date.now() % 100_000)];

interface Marked {
  readonly id: string;
  readonly version: number;
  readonly checkId: string;
  readonly checkVersion: number;
}

class RandomDesk {
  readonly test = makeDesk();
  readonly article = this.test.article(
    `${STORY}\n👩‍👩‍👧 and café and مرحبا and 漢字 were there 🇩🇪🇫🇷.\n`,
  );
  private readonly done: string[] = [];

  constructor(private readonly random: Random) {}

  /** Does one thing a person might do, sometimes with an old version; returns its command's id. */
  act(): string | null {
    const one = this.pick();
    const undoes = this.done.length > 0 && this.random.chance(0.25);
    const steps = undoes
      ? [step('undoCommand', { commandId: this.random.pick(this.done.slice(-6)) })]
      : Array.from({ length: this.random.chance(0.15) ? 2 : 1 }, () => this.step(one));
    try {
      const { id } = this.test.run(...steps);
      this.done.push(id);
      return id;
    } catch (error) {
      if (error instanceof RefusedError || error instanceof StaleError) return null;
      throw error;
    }
  }

  private pick(): Marked | null {
    const all = this.test.desk.sqlite
      .prepare<[], Marked>(
        `SELECT a.id, a.version, c.id AS checkId, c.version AS checkVersion
         FROM annotation a JOIN "check" c ON c.annotation_id = a.id ORDER BY a.id`,
      )
      .all();
    return all.length < 4 ? null : this.random.pick(all);
  }

  private step(one: Marked | null): CommandStep {
    const { random } = this;
    const { articleId, revisionId } = this.article;
    if (one === null || random.chance(0.15)) {
      const attributes = { types: this.some(CLAIM_TYPES), flags: this.some(FLAGS) };
      const input = { id: newId(), articleId, revisionId, kind: random.pick(KINDS), attributes };
      return step('createAnnotation', { ...input, spans: [this.span()] });
    }
    const { id, checkId } = one;
    const version = random.chance(0.05) ? one.version + 1 : one.version;
    const checkVersion = random.chance(0.05) ? one.checkVersion + 1 : one.checkVersion;
    const makers: readonly (() => CommandStep)[] = [
      () => step('respanAnnotation', { id, version, spans: [this.span()] }),
      () => step('retagAnnotation', { id, version, kind: random.pick(KINDS) }),
      () => step('retagAnnotation', { id, version, attributes: { types: this.some(CLAIM_TYPES) } }),
      () => step('retagAnnotation', { id, version, attributes: { flags: this.some(FLAGS) } }),
      () => step('removeAnnotation', { id, version }),
      () => step('setStatus', { checkId, version: checkVersion, status: random.pick(STATUSES), reason: 'Because.' }),
      () => step('setStatus', { checkId, version: checkVersion, status: random.pick(STATUSES), reason: 'Because.' }),
      () => step('recordFinding', { checkId, version: checkVersion, finding: random.pick(FINDINGS), fidelity: random.pick(FIDELITIES) }),
      () => step('setDisposition', { checkId, version: checkVersion, disposition: random.pick(DISPOSITIONS) }),
      () => step('setDue', { checkId, version: checkVersion, dueAt: random.chance(0.3) ? null : `2026-12-${10 + random.below(20)}` }),
      () => step('assignCheck', { checkId, version: checkVersion, assigneeId: random.chance(0.3) ? null : this.test.actor.id }),
      () => step('postMessage', { id: newId(), annotationId: id, body: 'Hm.' }),
    ]; // prettier-ignore
    return random.pick(makers)();
  }

  private some<T>(values: readonly T[]): T[] {
    return Array.from({ length: this.random.below(3) }, () => this.random.pick(values));
  }

  /** Somewhere in one block, at times in the middle of a character. */
  private span() {
    const { text } = this.article;
    const start = this.random.below(text.length);
    const wanted = { start, end: Math.min(text.length, start + 1 + this.random.below(30)) };
    const span = this.random.chance(0.1) ? wanted : snapToGraphemes(text, wanted)!;
    return { part: 'content' as const, ordinal: 0, piece: 0, ...span };
  }
}

interface Projected {
  readonly seq: number;
  readonly annotation_id: string;
  readonly kind: (typeof KINDS)[number];
  readonly annotationKind: (typeof KINDS)[number];
  readonly risk: number;
  readonly main_type: string | null;
  readonly listed: number;
  readonly removed: number;
  readonly types: string;
  readonly flags: string;
  readonly disposition: Disposition | null;
  readonly due_at: string | null;
  readonly status: string;
  readonly words: string;
}

/** What must hold after every command, computed here from the annotations alone. */
function expectWhole({ desk }: TestDesk, text: string): void {
  const all = <Row>(sql: string) => desk.sqlite.prepare<[], Row>(sql).all();
  const checks = all<Projected>(
    `SELECT c.*, a.kind AS annotationKind, a.types, a.flags, a.removed,
       (SELECT exact FROM span s WHERE s.target_id = a.target_id AND part = 'content') AS words
     FROM "check" c JOIN annotation a ON a.id = c.annotation_id`,
  );
  const labels: string[] = [];
  for (const row of checks) {
    const types = JSON.parse(row.types) as (typeof CLAIM_TYPES)[number][];
    const flags = JSON.parse(row.flags) as (typeof FLAGS)[number][];
    const risk = riskOf(row.annotationKind, types, flags, row.disposition === 'legal');
    const { kind, listed, main_type } = row;
    expect({ kind, listed, main_type, risk: row.risk }).toEqual({ kind: row.annotationKind, listed: 1 - row.removed, main_type: types[0] ?? null, risk }); // prettier-ignore
    if (row.removed) continue;
    for (const label of labelsOf(types, flags)) {
      labels.push(`${label} ${row.seq} ${-risk} ${row.due_at ?? '9999'} ${row.kind} ${row.status}`);
    }
    if ([...row.words].length < 3) continue;
    const found = desk.sqlite.prepare<[string], number>('SELECT rowid FROM check_words WHERE words MATCH ?').pluck(); // prettier-ignore
    expect(found.all(`"${row.words.replaceAll('"', '""')}"`)).toContain(row.seq);
  }
  const stored = all<{ line: string }>(`SELECT label || ' ' || check_seq || ' ' || risk_order || ' ' || due_order || ' ' || kind || ' ' || status AS line FROM check_label`); // prettier-ignore
  expect(stored.map((row) => row.line).sort()).toEqual(labels.sort());
  const indexed = desk.sqlite.prepare<[], number>('SELECT rowid FROM check_words ORDER BY rowid').pluck().all(); // prettier-ignore
  expect(indexed).toEqual(checks.filter((row) => !row.removed).map((row) => row.seq));
  for (const span of all<{ start: number; end: number; exact: string; prefix: string; suffix: string }>('SELECT * FROM span')) {
    const { start, end, exact, prefix, suffix } = span;
    expect(anchorSpan(text, { start, end })).toEqual({ start, end, exact, prefix, suffix });
  } // prettier-ignore
}

it.each(SEEDS)('keeps everything whole over random commands and undos (STET_SEED=%i)', (seed) => {
  const random = randomOf(seed);
  const desk = new RandomDesk(random);
  const { test, article } = desk;
  try {
    let done = 0;
    let seq = 0;
    for (let turn = 0; turn < COMMANDS; turn++) {
      const before = dump(test.desk);
      const id = desk.act();
      if (id === null) {
        expect(dump(test.desk)).toEqual(before);
        continue;
      }
      done++;
      if (turn % 10 === 0) expectWhole(test, article.text);
      const newest = test.desk.sqlite.prepare<[], number>('SELECT max(seq) FROM event').pluck().get()!;
      expect(newest).toBeGreaterThanOrEqual(seq);
      seq = newest;
      if (!random.chance(0.2)) continue;
      const after = dump(test.desk);
      const touched = test.desk.sqlite.prepare('SELECT 1 FROM event WHERE command_id = ? AND created = 1').get(id); // prettier-ignore
      if (touched !== undefined || JSON.stringify(before) === JSON.stringify(after)) continue;
      const undo = test.run(step('undoCommand', { commandId: id }));
      expect(dump(test.desk)).toEqual(before);
      test.run(step('undoCommand', { commandId: undo.id }));
      expect(dump(test.desk)).toEqual(after);
    }
    expectWhole(test, article.text);
    expect(done).toBeGreaterThan(COMMANDS / 3);
    const projected = dump(test.desk);
    const ids = test.desk.sqlite.prepare<[], string>('SELECT id FROM annotation').pluck().all();
    for (const id of ids) projectCheck(test.desk, id);
    expect(dump(test.desk)).toEqual(projected);
    expect(test.desk.sqlite.pragma('foreign_key_check')).toEqual([]);
  } catch (error) {
    throw new Error(`seed ${seed}`, { cause: error });
  } finally {
    test.close();
  }
}); // prettier-ignore
