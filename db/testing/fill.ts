import type { Desk } from '../client';
import { hashOf } from '../ids';
import { fillStatements, insertPeople } from './fill-rows';
import { writeAnnotation } from './fill-annotation';
import { makeArticle } from './fill-text';
import type { Filling } from './filling';
import { randomOf } from '@/corpus/evaluate/random';

export interface FillPlan {
  readonly articles: number;
  readonly annotationsPerArticle: number;
  /** The same seed gives the same desk, ids included. */
  readonly seed: number;
  /** False leaves out the index of words, for benches that never search; it takes most of the time. */
  readonly words?: boolean;
}

const FIRST_DAY = Date.UTC(2026, 0, 1);
const PEOPLE = ['Ada Okafor', 'Bo Lindqvist', 'Chandra Rao', 'Dmitri Sorel', 'Emre Aydın'];

/**
 * Fills a desk with articles and annotations in every kind, type, flag and status, with
 * assignees, due days, findings and evidence, as commands would leave them but without history:
 * what is derived (risk, labels, words) is as `project-check.ts` derives it. For tests and
 * benches; a desk may be filled several times with different seeds.
 */
export function fillDesk(desk: Desk, plan: FillPlan): void {
  const { sqlite } = desk;
  const durable = sqlite.pragma('synchronous', { simple: true });
  sqlite.pragma('synchronous = OFF');
  const filling = sqlite.transaction(() => openFilling(desk, plan))();
  const writeArticles = sqlite.transaction((from: number, to: number) => {
    for (let number = from; number < to; number++) writeArticle(filling, plan, number);
  });
  const batch = Math.max(1, Math.ceil(20_000 / Math.max(1, plan.annotationsPerArticle)));
  for (let from = 0; from < plan.articles; from += batch) {
    writeArticles(from, Math.min(plan.articles, from + batch));
  }
  sqlite.pragma(`synchronous = ${String(durable)}`);
  sqlite.exec('ANALYZE');
}

function openFilling(desk: Desk, plan: FillPlan): Filling {
  const statements = fillStatements(desk.sqlite);
  const random = randomOf(plan.seed);
  const prefix = `F${plan.seed.toString(36).toUpperCase().padStart(6, '0')}`;
  let last = 0;
  const id = () => `${prefix}${String(++last).padStart(19, '0')}`;
  const people = PEOPLE.map(() => id());
  insertPeople(statements, people, PEOPLE, momentAt(0));
  const collectionId = id();
  statements.collection.run(collectionId, `Filled ${plan.seed}`, momentAt(0));
  const evidence = Array.from({ length: 200 }, (_, number) => {
    const item = id();
    const terms = number % 20 === 0 ? 'off_record' : number % 10 === 1 ? 'background' : 'on_record';
    const kind = number % 3 === 0 ? 'document' : number % 3 === 1 ? 'page' : 'recording';
    const title = `Evidence ${number}`;
    statements.evidence.run(
      item,
      collectionId,
      kind,
      title,
      `https://example.org/${number}`,
      `Origin ${number % 40}`,
      terms,
      people[0]!,
      momentAt(0),
    );
    return item;
  });
  return { statements, random, collectionId, people, evidence, words: plan.words !== false, id };
}

function writeArticle(filling: Filling, plan: FillPlan, number: number): void {
  const { statements, random, collectionId, people, id } = filling;
  const { headline, text, blocks } = makeArticle(random, number, plan.annotationsPerArticle);
  const articleId = id();
  const revisionId = id();
  const at = momentAt(number);
  const date = number % 7 === 0 ? null : at.slice(0, 10);
  const hash = hashOf(text);
  statements.article.run(
    articleId,
    collectionId,
    hash,
    headline,
    date,
    Math.round(text.length / 6),
    at,
  );
  statements.revision.run(revisionId, articleId, text, hash, at, people[0]!);
  for (const [ordinal, { role, start, end }] of blocks.entries()) {
    statements.block.run(id(), revisionId, ordinal, role, start, end);
  }
  const place = { articleId, revisionId, text, blocks, at };
  for (let mark = 0; mark < plan.annotationsPerArticle; mark++) {
    writeAnnotation(filling, place, mark, plan.annotationsPerArticle);
  }
}

/** Each article is ten minutes younger than the one before. */
function momentAt(number: number): string {
  return new Date(FIRST_DAY + number * 600_000).toISOString();
}
