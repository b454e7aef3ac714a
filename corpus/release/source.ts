import type { About } from '../datasheet/model';
import type { DatasetArticle } from '../interchange/article';
import { newTally, type Tally } from '../interchange/loss';
import type { ArticleSource } from '../interchange/zip-dataset';
import { citationOf } from './card';
import type { ReleaseManifest, ReleaseOrder, WithheldFromRelease } from './model';
import type { Pseudonyms } from './pseudonyms';
import { Withholding, type Secrets } from './withhold';

type OwnFacts = Pick<ReleaseManifest, 'collection' | 'version' | 'date' | 'licence'> &
  Pick<ReleaseOrder, 'citation'>;

/** A release has a licence and a citation in any case. */
export type ReleasedAbout = About & Pick<ReleaseManifest, 'licence' | 'citation'>;

/** The only articles that a release's files are made from: nothing confidential is left in them. */
export class ReleasedSource implements ArticleSource {
  private last: WithheldFromRelease = { evidence: 0, annotations: 0, notes: 0 };
  private readonly said: ReleasedAbout;
  private readonly withheldOfSheet: number;

  constructor(
    private readonly dataset: ArticleSource,
    private readonly secrets: Secrets,
    private readonly pseudonyms: Pseudonyms | null,
    /** What the release says of itself, whatever the collection's datasheet says. */
    { collection, version, date, licence, citation }: OwnFacts,
  ) {
    const withholding = new Withholding(secrets);
    const sheet = withholding.about(dataset.about());
    const named = pseudonyms === null ? sheet : pseudonyms.about(sheet);
    const own = { name: collection, release: { version, date }, licence };
    const cited = citationOf({ collection, version, date, licence });
    this.said = { ...named, ...own, citation: citation ?? named.citation ?? cited };
    this.withheldOfSheet = withholding.notes;
  }

  about(): ReleasedAbout {
    return this.said;
  }

  *articles(tally: Tally = newTally()): Generator<DatasetArticle> {
    const withholding = new Withholding(this.secrets);
    const read = newTally();
    for (const whole of this.dataset.articles(read)) {
      const article = withholding.article(whole);
      count(article, tally);
      yield this.pseudonyms === null ? article : this.pseudonyms.article(article);
    }
    const { evidence, annotations, notes } = withholding;
    this.last = {
      ...{ evidence: read.withheld + evidence, annotations },
      notes: notes + this.withheldOfSheet,
    };
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
