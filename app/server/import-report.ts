import type { BlockRole } from '@/corpus/document/block';
import type { ImportReport } from '@/corpus/ingest/report';
import type { ImportOutcome } from '@/db/commands/import';

/** The outcome of an import without the texts: what the import page shows. */
export function reportOf(outcome: ImportOutcome): ImportReport {
  if ('refused' in outcome) return outcome;
  const articles = outcome.articles.map(({ article, ...stored }) => {
    const roles: Partial<Record<BlockRole, number>> = {};
    for (const { role } of article.blocks) roles[role] = (roles[role] ?? 0) + 1;
    const { headline, byline, places, agency, date, warnings } = article;
    return {
      ...stored,
      headline,
      byline,
      places,
      agency,
      date: date?.value ?? null,
      dateReason: date?.reason ?? null,
      warnings,
      roles,
    };
  });
  return { file: outcome.file, notes: outcome.notes, articles };
}
