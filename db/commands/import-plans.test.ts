import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readAnnotations } from '@/corpus/interchange/read/index';
import { EXAMPLE } from '@/corpus/interchange/testing/example';
import { written } from '@/corpus/interchange/testing/written';
import { makeDesk, type TestDesk } from '../testing/desk';
import { importAnnotations } from './import-annotations';

let test: TestDesk;
beforeEach(() => (test = makeDesk()));
afterEach(() => test.close());

/** What every statement that is prepared meanwhile reads, as SQLite plans it. */
function plansOf(work: () => void): { readonly sql: string; readonly reads: readonly string[] }[] {
  const { sqlite } = test.desk;
  const prepare = vi.spyOn(sqlite, 'prepare');
  work();
  const asked = new Set(prepare.mock.calls.map(([sql]) => sql));
  prepare.mockRestore();
  return [...asked]
    .filter((sql) => /^\s*(SELECT|UPDATE|DELETE|INSERT)/i.test(sql))
    .map((sql) => ({
      sql,
      reads: sqlite
        .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql.replaceAll('?', 'NULL')}`)
        .all()
        .map(({ detail }) => detail),
    }));
}

/** What grows with the desk and is read whole; a desk has few people. */
const whole = (reads: readonly string[]) =>
  reads.filter((line) => /^SCAN (?!CONSTANT|\(subquery|person$|.* VIRTUAL TABLE INDEX 0:=)| article_(listed|content) \((removed|collection_id)=\?\)/.test(line)); // prettier-ignore

it('finds what is known of an import without reading a collection', () => {
  const file = 'The ferry was late, said Ana Ruiz.\n\nNobody was told why.';
  const documents = readAnnotations('jsonl', written('jsonl', [EXAMPLE]).files);
  const plans = plansOf(() => {
    test.article(file);
    importAnnotations(test.desk, test.actor, test.collectionId, documents, false);
  });
  expect(plans.length).toBeGreaterThan(10);
  expect(plans.filter(({ reads }) => whole(reads).length > 0)).toEqual([]);
});
