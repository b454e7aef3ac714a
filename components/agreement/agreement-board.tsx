import Link from 'next/link';
import type { AgreementReport, ArticleAgreement } from '@/corpus/agreement/report';
import { counted } from '@/corpus/wording/numbers';
import { layerLabel } from '../annotation/layer-label';
import { attributeLabel, MEASURE_LABELS, namesOf, rowLabel, valueLabel } from './agreement-words';
import styles from './agreement.module.css';
import { ArticlePoints } from './article-points';
import { ArticleTable } from './article-table';
import { CaseList, type ListedCase } from './case-list';
import { agreementAddress, MEASURES, rowKey, type AgreementChoice } from './choice';
import { AttributeTable, ConfusionList, RowTable } from './figure-tables';
import { GammaSection } from './gamma-section';
import { PairMatrix } from './pair-matrix';

interface AgreementBoardProps {
  readonly report: AgreementReport;
  readonly choice: AgreementChoice;
  /** The chosen cases that are listed, and how many there are. */
  readonly cases: readonly ListedCase[];
  readonly total: number;
  readonly least: readonly { readonly agreement: ArticleAgreement; readonly headline: string }[];
}

/** How far the layers of a collection agree: pairs, figures, labels that are mixed up, articles. */
export function AgreementBoard({ report, choice, cases, total, least }: AgreementBoardProps) {
  const { layers, articles, rows, attributes, confusions } = report;
  const row = rows.find((one) => rowKey(one) === choice.row) ?? rows[0];
  const agreed = articles.reduce((sum, article) => sum + article.agreed, 0);
  return (
    <>
      <p className={styles.lead}>
        {counted(layers.length, 'layer')} ({layers.map(layerLabel).join(', ')}) on{' '}
        {counted(articles.length, 'article')}: {agreed} of {counted(report.cases.length, 'case')}{' '}
        agreed in every word and attribute.
      </p>
      {row !== undefined && (
        <section className={styles.section}>
          <h2>Pairs</h2>
          <div className={styles.chooser}>
            <nav className={styles.tabs} aria-label="Figure">
              {MEASURES.map((measure) => (
                <Link
                  key={measure}
                  prefetch={false}
                  scroll={false}
                  href={agreementAddress({ ...choice, measure, cases: null })}
                  aria-current={measure === choice.measure ? 'true' : undefined}
                >
                  {MEASURE_LABELS[measure]}
                </Link>
              ))}
            </nav>
            <nav className={styles.tabs} aria-label="What is compared">
              {rows.map((one) => (
                <Link
                  key={rowKey(one)}
                  prefetch={false}
                  scroll={false}
                  href={agreementAddress({ ...choice, row: rowKey(one), cases: null })}
                  aria-current={one === row ? 'true' : undefined}
                >
                  {rowLabel(one)}
                </Link>
              ))}
            </nav>
          </div>
          <PairMatrix layers={layers} row={row} choice={choice} />
        </section>
      )}
      {choice.cases !== null && (
        <CaseList
          collection={choice.collection}
          title={titleOf(report, choice)}
          cases={cases}
          total={total}
        />
      )}
      <section className={styles.section}>
        <h2>All layers</h2>
        <RowTable report={report} choice={choice} />
      </section>
      <GammaSection key={choice.collection} collectionId={choice.collection} />
      {attributes.length > 0 && (
        <section className={styles.section}>
          <h2>Attributes, where they mark the same</h2>
          <AttributeTable report={report} choice={choice} />
        </section>
      )}
      {confusions.length > 0 && (
        <section className={styles.section}>
          <h2>Most mixed up</h2>
          <ConfusionList report={report} choice={choice} />
        </section>
      )}
      <section className={styles.section}>
        <h2>Articles</h2>
        <ArticlePoints articles={articles} />
        {articles.length > least.length && (
          <p className={styles.soft}>The {least.length} articles with the least agreement:</p>
        )}
        <ArticleTable collection={choice.collection} articles={least} />
      </section>
    </>
  );
}

/** What the listed cases have in common. */
function titleOf({ confusions, rows }: AgreementReport, { cases, row }: AgreementChoice): string {
  switch (cases?.behind) {
    case 'row': {
      const found = rows.find((one) => rowKey(one) === row);
      const what = found === undefined ? 'Everything' : rowLabel(found);
      return cases.pair === null ? `${what}, any two layers` : `${what}, ${namesOf(cases.pair)}`;
    }
    case 'confusion': {
      const found = confusions[cases.place];
      return found === undefined
        ? 'Mixed up'
        : `${attributeLabel(found.of)}, ${found.labels.map((label) => valueLabel(found.of, label)).join(' and ')}`;
    }
    case 'attribute':
      return attributeLabel(cases.name);
    default:
      return '';
  }
}
