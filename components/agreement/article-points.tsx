import type { AgreementReport, ArticleAgreement } from '@/corpus/agreement/report';
import { counted } from '@/corpus/wording/numbers';
import figures from './figures.module.css';
import { decimals } from './figure';

/** Articles in the running mean of the line. */
const WINDOW = 10;
const WIDTH = 640;
const HEIGHT = 140;

interface ArticlePointsProps {
  readonly articles: AgreementReport['articles'];
}

/** Overlap F1 article by article, in the order in which they came to the desk, with a running mean. */
export function ArticlePoints({ articles }: ArticlePointsProps) {
  const values = articles.flatMap(({ overlap }) => overlap.value ?? []);
  if (values.length < 2) return null;
  const x = (place: number) => ((place + 0.5) / values.length) * WIDTH;
  const y = (value: number) => (1 - value) * HEIGHT;
  const means = values.map((_, place) => meanOf(values.slice(Math.max(0, place - WINDOW + 1), place + 1))); // prettier-ignore
  const line = means
    .map((value, place) => `${x(place).toFixed(1)},${y(value).toFixed(1)}`)
    .join(' ');
  const told = `Overlap F1 of ${counted(values.length, 'article')} in their order: ${decimals(meanOf(values.slice(0, WINDOW)))} over the first, ${decimals(means.at(-1)!)} over the last.`;
  return (
    <figure className={figures.points}>
      <svg viewBox={`-28 -8 ${WIDTH + 36} ${HEIGHT + 16}`} role="img" aria-label={told}>
        {[0, 0.5, 1].map((value) => (
          <g key={value}>
            <line className={figures.grid} x1={0} x2={WIDTH} y1={y(value)} y2={y(value)} />
            <text className={figures.tick} x={-6} y={y(value) + 4} textAnchor="end">
              {value}
            </text>
          </g>
        ))}
        {values.map((value, place) => (
          <circle key={place} className={figures.point} cx={x(place)} cy={y(value)} r={2.5} />
        ))}
        <polyline className={figures.mean} points={line} />
      </svg>
      <figcaption>
        {told} The line is the mean over the {WINDOW} articles up to each.
      </figcaption>
    </figure>
  );
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The articles on which the layers agree least come first; those without a figure last. */
export function leastAgreed(articles: AgreementReport['articles']): readonly ArticleAgreement[] {
  return [...articles].sort((a, b) => (a.overlap.value ?? 2) - (b.overlap.value ?? 2) || (a.id < b.id ? -1 : 1)); // prettier-ignore
}
