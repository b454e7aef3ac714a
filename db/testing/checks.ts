import type { Mode } from '@/corpus/verification/modes';
import { ensureCollection, importFile } from '../commands/import';
import { runCommand } from '../commands/run';
import { newId } from '../ids';
import type { TestDesk } from './desk';
import { addEvidence, mark, step, versionOf, type Mark } from './work';

let collections = 0;

/** Marks words of an article in a new collection of this mode; somebody else marked them. */
export function markIn(
  test: TestDesk,
  settings: { readonly mode: Mode; readonly panelSize?: number; readonly quorum?: number },
): Mark & { readonly articleId: string; readonly authorId: string; readonly collectionId: string } {
  const name = `Collection ${++collections}`;
  const { id: collectionId } = ensureCollection(test.desk, test.actor, name);
  test.run(step('setMode', { id: collectionId, version: 1, ...settings }));
  const bytes = new TextEncoder().encode(`Headline ${name}\n\nThe pier of ${name} is 90 metres long and the tower has 12 bells.\n`); // prettier-ignore
  const outcome = importFile(test.desk, test.actor, collectionId, {
    file: `in-${name}.txt`,
    bytes,
  });
  if ('refused' in outcome) throw new Error(outcome.refused);
  const articleId = outcome.articles[0]!.id;
  const revision = test.desk.sqlite
    .prepare<[string], { id: string; text: string }>(
      'SELECT id, text FROM revision WHERE article_id = ?',
    ) // prettier-ignore
    .get(articleId)!;
  const author = test.person(`Author ${collections}`);
  const marked = mark(
    { ...test, run: (...steps) => runCommand(test.desk, author, { id: newId(), steps }) },
    { articleId, revisionId: revision.id, text: revision.text },
    '90 metres',
  );
  return { ...marked, articleId, authorId: author.id, collectionId };
}

/** A check whose judgement by the desk's person is written and not handed in; another one is needed too. */
export function judgedApart(test: TestDesk): Mark {
  const marked = markIn(test, { mode: 'blind_double' });
  const { checkId } = marked;
  test.run(step('setStatus', { checkId, version: 1, status: 'checking' }));
  test.run(step('recordFinding', { checkId, version: 2, finding: 'supported' }));
  return marked;
}

/** Brings a check to `disputed`. */
export function disputed(
  test: TestDesk,
  checkId: string,
): { readonly checkId: string; readonly version: number } {
  const version = () => versionOf(test.desk, 'check', checkId);
  test.run(step('setStatus', { checkId, version: version(), status: 'checking' }));
  test.run(step('recordFinding', { checkId, version: version(), finding: 'supported' }));
  test.run(step('setStatus', { checkId, version: version(), status: 'checked' }));
  test.run(
    step('setStatus', { checkId, version: version(), status: 'disputed', reason: 'Is it?' }),
  );
  return { checkId, version: version() };
}

/** A check of a four-eyes collection that the desk's person has checked, so that they may not sign it. */
export function checkedAlone(
  test: TestDesk,
): ReturnType<typeof markIn> & { readonly version: number } {
  const marked = markIn(test, { mode: 'four_eyes' });
  const { checkId } = marked;
  const version = () => versionOf(test.desk, 'check', checkId);
  const evidenceItemId = addEvidence(test, { collectionId: marked.collectionId });
  test.run(step('citeEvidence', { id: newId(), checkId, evidenceItemId, stance: 'supports', primary: true })); // prettier-ignore
  test.run(step('setStatus', { checkId, version: version(), status: 'checking' }));
  test.run(step('recordFinding', { checkId, version: version(), finding: 'supported' }));
  test.run(step('setStatus', { checkId, version: version(), status: 'checked' }));
  return { ...marked, version: version() };
}
