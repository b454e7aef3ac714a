import type { RuleFigures } from '@/corpus/suggestion/precision';
import type { Desk } from '../client';

/** The rules that have proposed something in a collection, those that are busiest first. */
export function listRuleFigures(desk: Desk, collectionId: string): readonly RuleFigures[] {
  return desk.sqlite
    .prepare<[string, string], Omit<RuleFigures, 'off'> & { off: number }>(
      `SELECT s.rule, s.detector,
         sum(s.state = 'proposed') AS open,
         sum(s.state = 'accepted') AS accepted,
         sum(s.state = 'rejected') AS rejected,
         avg(s.confidence) AS stated,
         EXISTS (SELECT 1 FROM rule_switch w WHERE w.collection_id = ? AND w.rule = s.rule
           AND w.off = 1 AND w.removed = 0) AS off
       FROM suggestion s JOIN annotation a ON a.id = s.id
       WHERE a.collection_id = ? AND s.state <> 'withdrawn'
       GROUP BY s.rule, s.detector
       ORDER BY count(*) DESC, s.rule`,
    )
    .all(collectionId, collectionId)
    .map((row) => ({ ...row, off: row.off === 1 }));
}
