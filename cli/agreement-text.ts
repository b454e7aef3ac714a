import type { Figure } from '@/corpus/agreement/bootstrap';
import type { Gamma } from '@/corpus/agreement/gamma/gamma';
import type { AgreementReport } from '@/corpus/agreement/report';
import { counted, figure } from '@/corpus/wording/numbers';

/** How many of the most confused labels are told. */
const CONFUSIONS = 5;

type Row = AgreementReport['rows'][number];

/** The report for a terminal: a block of lines a row, then attributes and confused labels. */
export function agreementText(report: AgreementReport, gamma: Gamma | null): string {
  const { layers, articles, cases, rows, attributes, confusions } = report;
  const agreed = articles.reduce((sum, article) => sum + article.agreed, 0);
  return [
    `${figure(layers.length)} layers (${layers.join(', ')}) on ${counted(articles.length, 'article')}: ${figure(agreed)} of ${counted(cases.length, 'case')} agreed.`,
    ...rows.map(rowText),
    ...attributes.map(({ attribute, same, kappa, alpha }) =>
      block(`attribute ${attribute}`, [
        ['the same', same],
        ['Cohen’s κ', kappa],
        ['Krippendorff’s α', alpha],
      ]),
    ),
    ...(gamma === null ? [] : [block('place and kind together', [['γ', gamma]])]),
    ...(confusions.length === 0
      ? []
      : [`most confused\n${confusions.slice(0, CONFUSIONS).map(confusionText).join('\n')}`]),
  ].join('\n\n');
}

function rowText(row: Row): string {
  const pairs = row.pairs.map(({ layers, overlap }): NamedFigure => [
    layers.join(' and '),
    overlap.f1,
  ]);
  return block(`${row.kind ?? 'all kinds'}${row.part === null ? '' : `, ${row.part}`}`, [
    ['spans that overlap, F1', row.overlap],
    ...(pairs.length > 1 ? pairs.map(([name, figure]): NamedFigure => [`  ${name}`, figure]) : []),
    ['exact spans, F1', row.exact],
    ...(row.relation === null ? [] : [['whole attributions, F1', row.relation] as NamedFigure]),
    ['words, F1', row.words],
    ['Cohen’s κ by word', row.kappa],
    ['Fleiss’ κ by word', row.fleissKappa],
    ['Krippendorff’s α by word', row.alpha],
    ['α for unitizing', row.alphaUnitizing],
  ]);
}

type NamedFigure = readonly [name: string, figure: Figure];

function block(title: string, figures: readonly NamedFigure[]): string {
  const width = Math.max(...figures.map(([name]) => name.length));
  const lines = figures.map(([name, figure]) => `  ${name.padEnd(width)}  ${figureText(figure)}`);
  return `${title}\n${lines.join('\n')}`;
}

function figureText({ value, interval, why }: Figure): string {
  if (value === null) return `undefined: ${why}`;
  if (interval === null) return `${value.toFixed(3)}  (${why})`;
  return `${value.toFixed(3)}  (95 %: ${interval[0].toFixed(3)} to ${interval[1].toFixed(3)})`;
}

function confusionText({ of, labels, count, cases }: AgreementReport['confusions'][number]) {
  return `  ${of}: ${labels.join(' and ')}, ${figure(count)} times in ${counted(cases.length, 'case')}`;
}
