import type { QueueFilter } from '@/corpus/verification/queue';
import type { Desk } from '@/db/client';

interface Choice {
  readonly from: string;
  readonly key: string;
  readonly where: readonly string[];
  readonly values: readonly unknown[];
}

/**
 * The statements that somebody who knows the tables might write for the first page: one for each
 * index that could lead, the columns of the queue's rows joined to it. Each is returned as a
 * function that runs it; the bench takes the fastest as its baseline.
 */
export function writtenByHand(desk: Desk, filter: QueueFilter): readonly (() => string[])[] {
  const tests: { sql: string; value: unknown[]; lead: Choice | null }[] = [];
  const column = { risk: 'risk_order', due: 'due_order', age: 'seq' }[filter.sort];
  const lead = (index: string, where: string, value: unknown[]): Choice => ({
    from: `"check" c INDEXED BY ${index}`,
    key: `c.${column}`,
    where: ['c.listed = 1', where],
    values: value,
  });
  const equal = (index: string, name: string, value: unknown) => {
    const sql = value === null ? `c.${name} IS NULL` : `c.${name} = ?`;
    const values = value === null ? [] : [value];
    tests.push({ sql, value: values, lead: lead(`queue_${index}_${filter.sort}`, sql, values) });
  };
  const label = (value: string) =>
    tests.push({
      sql: 'EXISTS (SELECT 1 FROM check_label t WHERE t.label = ? AND t.check_seq = c.seq)',
      value: [value],
      lead: {
        from: `check_label l INDEXED BY check_label_${filter.sort} CROSS JOIN "check" c ON c.seq = l.check_seq`,
        key: filter.sort === 'age' ? 'l.check_seq' : `l.${column}`,
        where: ['l.label = ?', 'c.listed = 1'],
        values: [value],
      },
    });
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  if (filter.status === 'open') equal('open', 'open', 1);
  else if (filter.status !== 'all') equal('status', 'status', filter.status);
  if (filter.kind) equal('kind', 'kind', filter.kind);
  if (filter.articleId) equal('article', 'article_id', filter.articleId);
  if (filter.collectionId) equal('collection', 'collection_id', filter.collectionId);
  if (filter.assignee) equal('assignee', 'assignee_id', filter.assignee === 'none' ? null : filter.assignee); // prettier-ignore
  if (filter.type) label(`type:${filter.type}`);
  if (filter.flag) label(`flag:${filter.flag}`);
  if (filter.due) {
    const range = { overdue: ['', day(-1)], today: [day(0), day(0)], week: ['', day(7)], none: ['9999', '9999'] }[filter.due]; // prettier-ignore
    const sql = 'c.due_order BETWEEN ? AND ?';
    tests.push({ sql, value: range, lead: lead('queue_due', sql, range) });
  }
  if (filter.text) {
    const phrase = `"${filter.text}"`;
    tests.push({
      sql: `EXISTS (SELECT 1 FROM annotation x JOIN span y ON y.target_id = x.target_id
        WHERE x.id = c.annotation_id AND y.part = 'content' AND y.exact LIKE ?
          AND +y.revision_id = (SELECT n.revision_id FROM span n JOIN revision v ON v.id = n.revision_id
            WHERE n.target_id = x.target_id ORDER BY v.number DESC LIMIT 1))`,
      value: [`%${filter.text}%`],
      lead: {
        from: 'check_words w CROSS JOIN "check" c ON c.seq = w.rowid',
        key: `c.${column}`,
        where: ['w.words MATCH ?', 'c.listed = 1'],
        values: [phrase],
      },
    });
  }
  const whole: Choice = { ...lead(`queue_${filter.sort}`, '1', []) };
  const leads = tests.flatMap((test) => (test.lead === null ? [] : [{ test, choice: test.lead }]));
  return [{ test: null, choice: whole }, ...leads].map(({ test, choice }) => {
    const rest = tests.filter((other) => other !== test);
    const where = [...choice.where, ...rest.map((other) => other.sql)].join(' AND ');
    const order = choice.key.endsWith('seq') ? choice.key : `${choice.key}, c.seq`;
    const tie = choice.from.startsWith('check_label')
      ? order.replace('c.seq', 'l.check_seq')
      : order;
    const statement = desk.sqlite.prepare<unknown[], { id: string }>(`
      SELECT c.id, c.annotation_id AS annotationId, c.article_id AS articleId, r.headline, c.kind,
        a.types, a.flags, c.status, c.finding, c.assignee_id AS assigneeId, p.name AS assigneeName,
        c.due_at AS dueAt, c.version,
        (SELECT group_concat(s.exact, ' … ' ORDER BY s.ordinal, s.piece) FROM span s
          WHERE s.target_id = a.target_id AND s.part = 'content' AND s.revision_id =
            (SELECT n.revision_id FROM span n JOIN revision v ON v.id = n.revision_id
              WHERE n.target_id = a.target_id ORDER BY v.number DESC LIMIT 1)) AS words
      FROM (SELECT c.seq FROM ${choice.from} WHERE ${where} ORDER BY ${tie} LIMIT 51) k
        CROSS JOIN "check" c ON c.seq = k.seq JOIN annotation a ON a.id = c.annotation_id
        JOIN article r ON r.id = c.article_id LEFT JOIN person p ON p.id = c.assignee_id`);
    const values = [...choice.values, ...rest.flatMap((other) => other.value)];
    return () => statement.all(...values).map((row) => row.id);
  });
}
