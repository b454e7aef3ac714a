import Link from 'next/link';
import type { UnclearCase } from '@/corpus/adjudication/model';
import type { ArticleProgress, LayerScore } from '@/corpus/adjudication/scores';
import { counted } from '@/corpus/wording/numbers';
import { layerLabel } from '../annotation/layer-label';
import styles from '../agreement/agreement.module.css';
import figures from '../agreement/figures.module.css';
import { LocalTime } from '../ui/local-time';
import { EmptyState } from '../ui/tag';
import { ScoreTable } from './score-table';
import { Wide } from '../ui/wide';

interface AdjudicationOverviewProps {
  /** How many articles have layers, also where fewer are listed. */
  readonly total: number;
  readonly articles: readonly { readonly progress: ArticleProgress; readonly headline: string }[];
  /** How many articles the scores rest on. */
  readonly scored: number;
  readonly scores: readonly LayerScore[];
  readonly unclear: readonly UnclearCase[];
  readonly mayDecide: boolean;
}

/** A collection's articles by what is left to decide, its scores, and what its next guide should settle. */
export function AdjudicationOverview(props: AdjudicationOverviewProps) {
  const { total, articles, scored, scores, unclear, mayDecide } = props;
  if (total === 0) {
    return (
      <EmptyState>
        <p>
          Nothing to bring together: nobody has marked these articles in a layer of their own yet.
        </p>
      </EmptyState>
    );
  }
  return (
    <>
      {mayDecide ? (
        <section className={styles.section} aria-labelledby="articles">
          <h2 id="articles">{counted(total, 'article')}</h2>
          {total > articles.length && (
            <p className={styles.soft}>The {articles.length} with most to decide are shown.</p>
          )}
          <ArticleTable articles={articles} />
        </section>
      ) : (
        <p className={styles.lead}>
          An editor decides the cases of these articles. You see how near your own layer comes to
          what was decided, and nobody else’s.
        </p>
      )}
      <section className={styles.section} aria-labelledby="scores">
        <h2 id="scores">Scores against what was adjudicated</h2>
        <ScoreTable {...{ total, scored, scores }} />
      </section>
      {mayDecide && (
        <section className={styles.section} aria-labelledby="unclear">
          <h2 id="unclear">For the next guide: {counted(unclear.length, 'case')}</h2>
          <UnclearList unclear={unclear} />
        </section>
      )}
    </>
  );
}

function ArticleTable({ articles }: Pick<AdjudicationOverviewProps, 'articles'>) {
  return (
    <Wide label="Articles">
      <table className={figures.figures}>
        <thead>
          <tr>
            <th scope="col">Article</th>
            <th scope="col">Layers</th>
            <th scope="col">To decide</th>
            <th scope="col">Raised again</th>
            <th scope="col">Agreed</th>
            <th scope="col">Decided</th>
          </tr>
        </thead>
        <tbody>
          {articles.map(({ progress: { id, layers, counts }, headline }) => (
            <tr key={id}>
              <th scope="row">
                <Link prefetch={false} href={`/articles/${id}/adjudicate`} dir="auto">
                  {headline}
                </Link>
              </th>
              <td>{layers.map(layerLabel).join(', ')}</td>
              <td className={figures.value}>{counts.open}</td>
              <td className={figures.value}>{counts.raised}</td>
              <td className={figures.value}>{counts.agreed}</td>
              <td className={figures.value}>{counts.decided}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

function UnclearList({ unclear }: Pick<AdjudicationOverviewProps, 'unclear'>) {
  if (unclear.length === 0) {
    return <p className={styles.soft}>No case has been put on the list yet.</p>;
  }
  return (
    <ol>
      {unclear.map(({ id, articleId, headline, note, person, at, words }) => (
        <li key={id}>
          <p>
            <bdi>{note}</bdi>
          </p>
          <p className={styles.soft}>
            <bdi>{words === '' ? 'The words are gone' : `“${words}”`}</bdi>,{' '}
            <Link prefetch={false} href={`/articles/${articleId}/adjudicate`} dir="auto">
              {headline}
            </Link>
            , <bdi>{person}</bdi>, <LocalTime at={at} />
          </p>
        </li>
      ))}
    </ol>
  );
}
