import { closeSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { applyArrangement } from '@/corpus/ingest/arrange';
import type { Arrangement } from '@/corpus/ingest/arrangement';
import type { FileFacts } from '@/corpus/ingest/formats/reader';
import { keepMemoryLow } from '@/corpus/ingest/memory';
import { readFiles, type ReadFile } from '@/corpus/ingest/read-file';
import type { ImportLine } from '@/corpus/ingest/report';
import type { Source } from '@/corpus/ingest/source';
import type { Desk } from '@/db/client';
import { importFile, type FileToImport } from '@/db/commands/import';
import type { Actor } from '@/db/commands/run';
import { reportOf } from './import-report';
import { suggestByItself } from './suggesting';

export interface ImportWork {
  readonly desk: Desk;
  readonly actor: Actor;
  readonly collectionId: string;
  readonly source: Source;
  readonly facts: FileFacts;
  /** What a person made of the file when it was looked at; null where it was not. */
  readonly arrangement: Arrangement | null;
  /** How many parts of an archive to pass over: those that an import read before it was stopped. */
  readonly from: number;
}

/**
 * Imports a file or the parts of an archive and tells each as soon as it is stored, as lines of
 * JSON (ImportLine). It works no faster than its lines are read, and ends, closing the source, when
 * their reader goes away: what is stored by then stays.
 */
export function importStream(work: ImportWork): ReadableStream<Uint8Array> {
  const lines = linesOf(work);
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await lines.next();
        if (next.done === true) controller.close();
        else controller.enqueue(encoder.encode(`${JSON.stringify(next.value)}\n`));
      },
      async cancel() {
        await lines.return(undefined);
      },
    },
    { highWaterMark: 1 },
  );
}

async function* linesOf(work: ImportWork): AsyncGenerator<ImportLine, undefined> {
  const { desk, actor, collectionId, source, facts, arrangement, from } = work;
  try {
    for await (const read of readFiles(source, facts, from)) {
      if ('note' in read) yield read;
      else {
        const { at, of, share } = read;
        const outcome = importFile(desk, actor, collectionId, arranged(read, arrangement));
        if ('articles' in outcome)
          suggestByItself(
            outcome.articles.map(({ id }) => id),
            actor.id,
          );
        yield { report: reportOf(outcome), at, of, share };
      }
      keepMemoryLow();
      await nextTurn();
    }
    yield { end: true };
  } finally {
    if (!(source instanceof Uint8Array)) closeSync(source.fd);
  }
}

function arranged(read: ReadFile, arrangement: Arrangement | null): FileToImport {
  if (arrangement === null) return read;
  return { ...read, outcome: applyArrangement(read.outcome, arrangement), isArranged: true };
}
