import type { BlockRole } from '@/corpus/document/block';
import type { ImportReport } from '@/corpus/ingest/report';
import type { ImportOutcome } from '@/db/commands/import';

/** The files of an archive as one: what was refused stands in the notes, unless all was. */
export function joinReports(file: string, reports: readonly ImportReport[]): ImportReport {
  const [only] = reports;
  if (reports.length === 1 && only !== undefined) return { ...only, file };
  const read = reports.flatMap((report) => ('refused' in report ? [] : [report]));
  const refused = reports.flatMap((report) => ('refused' in report ? [report] : []));
  if (read.length === 0) return { file, refused: refused[0]?.refused ?? 'There is nothing in it.' };
  const reasons = refused.map((report) => `${report.file}: ${report.refused}`);
  return {
    file,
    notes: [...read.flatMap(({ notes }) => notes), ...reasons],
    articles: read.flatMap(({ articles }) => articles),
  };
}

/** The outcome of an import without the texts: what the import page shows. */
export function reportOf(outcome: ImportOutcome): ImportReport {
  if ('refused' in outcome) return outcome;
  const articles = outcome.articles.map(({ id, isNew, revision, article }) => {
    const roles: Partial<Record<BlockRole, number>> = {};
    for (const { role } of article.blocks) roles[role] = (roles[role] ?? 0) + 1;
    const { headline, byline, places, agency, date, warnings } = article;
    return {
      id,
      isNew,
      revision,
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
