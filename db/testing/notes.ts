import { ingestText } from '@/corpus/ingest/ingest';
import type { IngestedNote } from '@/corpus/ingest/model';
import { importFile, type ImportedArticle } from '../commands/import';
import { listDiscussions } from '../queries/discussions';
import type { TestDesk } from './desk';
import { STORY } from './work';

export type TestNote = Partial<IngestedNote> & {
  /** The words that it is about, a piece a block: the first place of each; none where it has lost them. */
  readonly on?: string | readonly string[];
  readonly body: string;
};

/** Imports a text as a file in which people wrote remarks. */
export function importWithNotes(
  test: TestDesk,
  file: string,
  text: string,
  notes: readonly TestNote[],
): ImportedArticle {
  const [first] = ingestText(text).articles;
  const placed = notes.map(({ on, ...note }): IngestedNote => {
    const places = [on ?? []].flat().flatMap((words) => {
      const block = first!.blocks.findIndex((one) => one.text.includes(words));
      if (block < 0) return [];
      const start = first!.blocks[block]!.text.indexOf(words);
      return [{ block, start, end: start + words.length }];
    });
    return {
      author: 'Ines Roth',
      writtenAt: null,
      replies: [],
      isResolved: false,
      places,
      ...note,
    };
  });
  const articles = [{ ...first!, notes: placed }] as const;
  const outcome = { ok: true, text: '', encoding: 'DOCX', notes: [], articles } as const;
  const bytes = new TextEncoder().encode(`${text}${JSON.stringify(notes)}`);
  const done = importFile(test.desk, test.actor, test.collectionId, { file, bytes, outcome });
  if ('refused' in done) throw new Error(done.refused);
  return done.articles[0]!;
}

/** Imports an article with one remark; returns the id of its thread. */
export function noteOn(test: TestDesk): string {
  const text = `${STORY}\nA paragraph that somebody asked about.`;
  const { id } = importWithNotes(test, 'asked.docx', text, [{ on: 'somebody', body: 'Who?' }]);
  return listDiscussions(test.desk, id)[0]!.id;
}
