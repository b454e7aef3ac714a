import { reviseFromFile } from '@/db/commands/import';
import { countOutcomes } from '@/db/queries/revisions';
import { findArticle } from '@/db/queries/reading';
import { figure } from '@/corpus/wording/numbers';
import { commandLineActor } from './actor';
import { readArguments } from './arguments';
import { withDesk } from './desk';
import { CommandProblem, UsageProblem } from './problems';
import { readPath } from './read-path';

const OPTIONS = {
  note: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

/** `stet revise ARTICLE FILE`: the file becomes the article's newest revision. */
export function runRevise(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS);
  const [articleId, path, ...more] = positionals;
  if (articleId === undefined || path === undefined || more.length > 0) {
    throw new UsageProblem('Name the article and the file with its new text.');
  }
  return withDesk({ create: false }, async (desk) => {
    if (findArticle(desk, articleId) === null) {
      throw new CommandProblem(`There is no article ${articleId} on the desk.`);
    }
    const parts = readPath({ file: path });
    const first = await parts.next();
    const read = first.done === true ? undefined : first.value;
    await parts.return(undefined);
    if (read === undefined || 'note' in read || 'refused' in read) {
      const reason = read !== undefined && 'refused' in read ? read.refused : null;
      throw new CommandProblem(`${path}: ${reason ?? 'there is nothing to read'}`);
    }
    const note = values.note?.trim() || null;
    const made = reviseFromFile(
      desk,
      commandLineActor(desk, 'reviseArticle'),
      articleId,
      read,
      note,
    );
    const outcomes = countOutcomes(desk, made.id);
    if (values.json)
      console.log(JSON.stringify({ article: articleId, revision: made.number, outcomes, warning: made.warning })); // prettier-ignore
    else {
      const told = Object.entries(outcomes).map(
        ([outcome, count]) => `${figure(count)} ${outcome}`,
      );
      console.log(`Revision ${made.number}. Marks: ${told.join(', ') || 'none'}.`);
      if (made.warning !== null) console.error(made.warning);
    }
    return 0;
  });
}
