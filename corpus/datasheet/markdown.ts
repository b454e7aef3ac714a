import { KNOWN, type Contents } from './known';
import type { About } from './model';
import { QUESTION_GROUPS, QUESTIONS, type QuestionId } from './questions';

/** What else the file that holds the datasheet can answer. */
export type MoreKnown = Readonly<Partial<Record<QuestionId, string>>>;

/**
 * The datasheet in Markdown, under a heading of the second level. What people answered is quoted, so
 * that their words are told from Stet's and no answer can be taken for a heading.
 */
export function datasheetMarkdown(about: About, contents: Contents, more: MoreKnown = {}): string {
  const known = (id: QuestionId) => more[id] ?? KNOWN[id]?.(contents);
  const groups = QUESTION_GROUPS.map(({ name, questions }) => {
    const told = questions.flatMap(({ id, words }) => {
      const parts = [known(id), quoted(about.answers[id])].filter((part) => part !== undefined);
      return parts.length === 0 ? [] : [`**${words}**\n\n${parts.join('\n\n')}`];
    });
    return [`### ${name}`, ...told, ...unanswered(questions, (id) => known(id) ?? about.answers[id])].join('\n\n'); // prettier-ignore
  });
  return [
    '## Datasheet',
    `The questions of “Datasheets for Datasets” (Gebru et al. 2021), in other words. ${countWords(about)} What people of the collection answered is quoted; the rest is what Stet knows.`,
    ...groups,
  ].join('\n\n');
}

/** How many questions people answered, in a sentence. */
export function countWords({ answers }: Pick<About, 'answers'>): string {
  const count = QUESTIONS.filter(({ id }) => answers[id] !== undefined).length;
  return `People answered ${count} of ${QUESTIONS.length} questions.`;
}

function unanswered(
  questions: readonly { readonly id: QuestionId; readonly words: string }[],
  answer: (id: QuestionId) => string | undefined,
): readonly string[] {
  const open = questions.filter(({ id }) => answer(id) === undefined);
  if (open.length === 0) return [];
  return [`Not answered:\n\n${open.map(({ words }) => `- ${words}`).join('\n')}`];
}

function quoted(answer: string | undefined): string | undefined {
  return answer
    ?.split(/\r\n|[\r\n\u2028\u2029]/)
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}
