import { runCommand, type Actor } from '../commands/run';
import { ensureCollection } from '../commands/import';
import type { CommandInputs, CommandStep } from '@/corpus/commands/requests';
import { newId } from '../ids';
import type { TestDesk } from './desk';
import { spanOf, step } from './work';

type Article = ReturnType<TestDesk['article']>;

/** A blind project with six articles and three people, who are no editors. */
export interface BlindProject {
  readonly collectionId: string;
  readonly articles: readonly Article[];
  readonly ann: Actor;
  readonly ben: Actor;
  readonly cal: Actor;
  /** Runs steps as a person. */
  as(actor: Actor, ...steps: CommandStep[]): ReturnType<typeof runCommand>;
  /** Hands an article to a person, to Ann where nobody is named; returns the assignment. */
  hand(article: number, actor?: Actor): string;
  /** An assignment that is submitted. */
  submitted(article: number, actor?: Actor): string;
  /** Marks words of an article as a person; returns the annotation. */
  mark(actor: Actor, article: number, words: string): string;
}

/** The words of each article, apart from its number. */
const WORDS = 'The harbour has two cranes. “It is enough,” the clerk said.';

export function blindProject(
  test: TestDesk,
  settings: Partial<CommandInputs['setProject']> = {},
): BlindProject {
  const name = `Blind ${newId()}`;
  const collectionId = ensureCollection(test.desk, test.actor, name).id;
  const articles = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'].map((number) => {
    const article = test.article(`${number} of ${name}\n\n${WORDS}\n`);
    test.desk.sqlite.prepare('UPDATE article SET collection_id = ? WHERE id = ?').run(collectionId, article.articleId); // prettier-ignore
    return article;
  });
  const [ann, ben, cal] = ['Ann', 'Ben', 'Cal'].map((one) => test.person(`${one} of ${name}`, 'annotator')) as [Actor, Actor, Actor]; // prettier-ignore
  const blind = { labelling: 'blind', mayLook: false, perArticle: 2, timeoutHours: 24 } as const;
  test.run(step('setProject', { id: collectionId, version: 0, ...blind, ...settings }));
  for (const { id: personId } of [ann, ben, cal, test.actor]) {
    test.run(step('setMember', { id: newId(), collectionId, personId, joined: true }));
  }
  const as: BlindProject['as'] = (actor, ...steps) => runCommand(test.desk, actor, { id: newId(), steps }); // prettier-ignore
  const hand: BlindProject['hand'] = (article, actor = ann) => {
    const id = newId();
    const { articleId } = articles[article]!;
    test.run(step('handOutArticle', { id, articleId, personId: actor.id }));
    return id;
  };
  return {
    ...{ collectionId, articles, ann, ben, cal, as, hand },
    submitted(article, actor = ann) {
      const id = hand(article, actor);
      as(actor, step('submitLayer', { id, version: 1 }));
      return id;
    },
    mark(actor, article, words) {
      const { articleId, revisionId, text } = articles[article]!;
      const id = newId();
      const spans = [spanOf(text, words)];
      as(actor, step('createAnnotation', { id, articleId, revisionId, kind: 'claim', spans }));
      return id;
    },
  };
}
