import type { DatasetArticle } from '../interchange/article';
import { newTally, type Tally } from '../interchange/loss';
import type { ArticleSource } from '../interchange/zip-dataset';
import type { WithheldFromRelease } from './model';
import type { Pseudonyms } from './pseudonyms';
import { Withholding, type Secrets } from './withhold';

/** The only articles that a release's files are made from: nothing confidential is left in them. */
export class ReleasedSource implements ArticleSource {
  private last: WithheldFromRelease = { evidence: 0, annotations: 0, notes: 0 };

  constructor(
    private readonly dataset: ArticleSource,
    private readonly secrets: Secrets,
    private readonly pseudonyms: Pseudonyms | null,
  ) {}

  *articles(tally: Tally = newTally()): Generator<DatasetArticle> {
    const withholding = new Withholding(this.secrets);
    const read = newTally();
    for (const whole of this.dataset.articles(read)) {
      const article = withholding.article(whole);
      count(article, tally);
      yield this.pseudonyms === null ? article : this.pseudonyms.article(article);
    }
    const { evidence, annotations, notes } = withholding;
    this.last = { evidence: read.withheld + evidence, annotations, notes };
    tally.withheld += this.last.evidence;
    tally.unplaced += read.unplaced;
    tally.earlierRevisions += read.earlierRevisions;
  }

  texts(): Iterable<readonly [id: string, text: string]> {
    return this.dataset.texts();
  }

  /** What was kept back when all articles were read the last time. */
  withheld(): WithheldFromRelease {
    return this.last;
  }
}

function count({ annotations }: DatasetArticle, tally: Tally): void {
  tally.articles += 1;
  tally.annotations += annotations.length;
  for (const { parts, check } of annotations) {
    tally.spans += parts.reduce((sum, { pieces }) => sum + pieces.length, 0);
    tally.evidence += check?.evidence.length ?? 0;
  }
}
