import { readAnnotations } from '@/corpus/interchange/read/index';
import { ReadProblem, type ReadFiles, type ReadFormat } from '@/corpus/interchange/read/model';
import type { AnnotationImport } from '@/corpus/interchange/read/report';
import type { Desk } from '../client';
import { newId } from '../ids';
import { findCollectionByName } from '../queries/desk';
import { newestTexts } from '../queries/newest-texts';
import { refuseForbidden } from './allowed';
import { NotWritten, RefusedError } from './errors';
import { ensureCollection } from './import';
import { importAnnotations } from './import-annotations';
import type { Actor } from './run';

/** Files of a format, and the collection that new articles come into. */
export interface AnnotationFiles {
  readonly format: ReadFormat;
  readonly files: ReadFiles;
  /** A name; the collection is made where there is none. */
  readonly collection: string;
}

/**
 * Takes the annotations of files in, in one transaction, in which the plan is made again from what
 * stands by then; with `dryRun`, and where anything is in the way, nothing is written, the
 * collection neither. Throws RefusedError for files that cannot be read.
 */
export function bringIn(
  desk: Desk,
  actor: Actor,
  { format, files, collection }: AnnotationFiles,
  dryRun: boolean,
): AnnotationImport {
  refuseForbidden(actor, 'importFiles');
  const known = findCollectionByName(desk, collection);
  const documents = read(format, files, desk, known?.id ?? null);
  // Planned first: what is in the way, or nothing new, is told without anybody having to wait for it.
  const plan = importAnnotations(desk, actor, known?.id ?? newId(), documents, true);
  const isNew = plan.added > 0 || plan.articles.some((article) => article.isNew);
  if (dryRun || plan.conflicts.length > 0 || !isNew) return plan;
  let report: AnnotationImport | undefined;
  const transaction = desk.sqlite.transaction(() => {
    const { id } = ensureCollection(desk, actor, collection);
    report = importAnnotations(desk, actor, id, documents, false);
    if (!report.isWritten) throw new NotWritten();
  });
  try {
    transaction.immediate();
  } catch (error) {
    if (!(error instanceof NotWritten)) throw error;
  }
  return report!;
}

function read(format: ReadFormat, files: ReadFiles, desk: Desk, collectionId: string | null) {
  try {
    const documents = readAnnotations(format, files, newestTexts(desk, collectionId));
    if (documents.length > 0) return documents;
  } catch (error) {
    if (error instanceof ReadProblem) throw new RefusedError('invalid', error.message);
    throw error;
  }
  throw new RefusedError('invalid', `There are no ${format} files with annotations among these.`);
}
