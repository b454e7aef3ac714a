import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ReadingAnnotation } from '@/corpus/annotation/reading';
import type { CommandStep } from '@/corpus/commands/requests';
import { randomOf, type Random } from '@/corpus/evaluate/random';
import { ArticleStore, inTextOrder } from '@/components/workbench/article-store';
import { MarkFollower } from '@/components/workbench/mark-follower';
import { refusalOf } from '@/db/commands/errors';
import { runCommand, type Actor } from '@/db/commands/run';
import { newId } from '@/db/ids';
import { listEventsAfter } from '@/db/queries/desk';
import { findReading, listAnnotationsById } from '@/db/queries/reading';
import { makeDesk, type TestDesk } from '@/db/testing/desk';
import { STORY, step } from '@/db/testing/work';

const CLIENTS = 10;
const OPERATIONS = 1000;

let test: TestDesk;
beforeEach(() => {
  test = makeDesk();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  test.close();
});

/** A window on the article: its own store, a stream that lags, and a network that is slow and fails. */
class Client {
  readonly store: ArticleStore;
  private readonly follower: MarkFollower;
  private seen: number;

  constructor(
    private readonly actor: Actor,
    private readonly articleId: string,
    private readonly random: Random,
  ) {
    const reading = findReading(test.desk, articleId)!;
    this.store = new ArticleStore(reading);
    this.seen = reading.eventSeq;
    this.follower = new MarkFollower(this.store, (ids) => this.fetch(ids));
  }

  /** Hears some of what happened, sometimes what it has heard before. */
  hear(most = 1 + this.random.below(20)): boolean {
    const from = this.random.chance(0.1) ? Math.max(0, this.seen - 5) : this.seen;
    const notices = listEventsAfter(test.desk, from, most);
    this.follower.hear(notices);
    this.seen = Math.max(this.seen, notices.at(-1)?.seq ?? 0);
    return notices.length > 0;
  }

  get isSettled(): boolean {
    return this.follower.isSettled;
  }

  /** Does something on what this window shows, which may be long out of date. */
  act(): boolean {
    const { random, store } = this;
    const annotation = store.list()[random.below(Math.max(1, store.list().length))];
    if (annotation === undefined || random.chance(0.2)) return this.create();
    const { id, version, check } = annotation;
    const roll = random.below(5);
    if (roll === 0) return this.remove(annotation);
    if (roll === 1) return this.respan(annotation);
    if (roll === 2) return this.run(step('retagAnnotation', { id, version, attributes: { flags: random.chance(0.5) ? ['harm'] : [] } })); // prettier-ignore
    if (check === null) return false;
    const { id: checkId, version: seen, status } = check;
    return roll === 3
      ? this.run(step('recordFinding', { checkId, version: seen, finding: random.pick(['supported', 'refuted', 'conflicting']) })) // prettier-ignore
      : this.run(step('setStatus', { checkId, version: seen, status: status === 'unchecked' ? 'checking' : 'unchecked' })); // prettier-ignore
  }

  /** What this window shows, without what differs from reading to reading. */
  shown(): readonly ReadingAnnotation[] {
    return this.store.list();
  }

  private create(): boolean {
    const { article, revision, blocks } = this.store.reading;
    const block = blocks[this.random.below(blocks.length)]!;
    const start = block.start + this.random.below(block.end - block.start - 8);
    const id = newId();
    const spans = [{ part: 'content' as const, ordinal: 0, piece: 0, start, end: start + 3 + this.random.below(5) }]; // prettier-ignore
    const blank = { types: [], flags: [], speech: null, sourceType: null, terms: null, anonymityReason: null }; // prettier-ignore
    const kind = this.random.pick(['claim', 'quote'] as const);
    this.store.show({ ...blank, id, kind, layer: 'shared', origin: 'person', spans, version: 1, removed: false, createdBy: this.actor.id, check: null, suggestion: null }); // prettier-ignore
    const done = this.run(step('createAnnotation', { id, articleId: article.id, revisionId: revision.id, kind, spans })); // prettier-ignore
    if (!done) this.store.hide(id);
    return done;
  }

  private respan(annotation: ReadingAnnotation): boolean {
    const { id, version } = annotation;
    const spans = annotation.spans.map((span) => ({ ...span, end: span.end - 1 }));
    this.store.show({ ...annotation, spans, version: version + 1 });
    const hears = this.random.chance(0.5);
    const done = this.run(step('respanAnnotation', { id, version, spans }));
    if (hears) this.hear();
    if (done) return true;
    this.store.show({ ...annotation, version: version - 1 });
    this.store.readAgain(id);
    return false;
  }

  private remove(annotation: ReadingAnnotation): boolean {
    this.store.hide(annotation.id);
    const done = this.run(step('removeAnnotation', { id: annotation.id, version: annotation.version })); // prettier-ignore
    if (done) return true;
    this.store.show(annotation);
    this.store.readAgain(annotation.id);
    return false;
  }

  private run(one: CommandStep): boolean {
    try {
      runCommand(test.desk, this.actor, { id: newId(), steps: [one] });
      return true;
    } catch (error) {
      if (refusalOf(error) === null) throw error;
      return false;
    }
  }

  /** The answer is as the desk was when it was asked, and comes later, or never. */
  private fetch(ids: readonly string[]): Promise<readonly ReadingAnnotation[] | null> {
    const answer = this.random.chance(0.1)
      ? null
      : listAnnotationsById(test.desk, this.articleId, ids);
    return new Promise((resolve) => setTimeout(() => resolve(answer), this.random.below(300)));
  }
}

it.each([11, 12])(
  'ten windows show the same after 1,000 interleaved operations (seed %i)',
  async (seed) => {
    const random = randomOf(seed);
    const { articleId } = test.article(STORY);
    const clients = Array.from(
      { length: CLIENTS },
      (_, at) => new Client(test.person(`Person ${at}`), articleId, randomOf(seed * 100 + at)),
    );
    let done = 0;
    for (let count = 0; count < OPERATIONS; count++) {
      const client = random.pick(clients);
      if (random.chance(0.6)) client.hear();
      if (client.act()) done++;
      await vi.advanceTimersByTimeAsync(random.below(60));
    }
    // Some were refused: they were about what somebody else had changed or removed.
    expect(done).toBeGreaterThan(OPERATIONS / 3);
    expect(done).toBeLessThan(OPERATIONS);
    while (clients.some((client) => client.hear(500) || !client.isSettled)) {
      await vi.advanceTimersByTimeAsync(1000);
    }
    const truth = inTextOrder(findReading(test.desk, articleId)!.annotations);
    expect(truth.length).toBeGreaterThan(20);
    for (const client of clients) expect(client.shown()).toEqual(truth);
  },
  120_000,
);
