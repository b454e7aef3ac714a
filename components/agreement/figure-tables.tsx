import Link from 'next/link';
import type { Figure } from '@/corpus/agreement/bootstrap';
import type { AgreementReport } from '@/corpus/agreement/report';
import { counted } from '@/corpus/wording/numbers';
import { attributeLabel, rowLabel, valueLabel } from './agreement-words';
import styles from './agreement.module.css';
import figures from './figures.module.css';
import { agreementAddress, rowKey, type AgreementChoice } from './choice';
import { FigureWords, NoteList, notesOf } from './figure';
import { Wide } from '../ui/wide';

interface TableProps {
  readonly report: AgreementReport;
  readonly choice: AgreementChoice;
}

type Row = AgreementReport['rows'][number];

const COLUMNS: readonly { readonly name: string; readonly of: (row: Row) => Figure | null }[] = [
  { name: 'Overlap F1', of: (row) => row.overlap },
  { name: 'Exact F1', of: (row) => row.exact },
  { name: 'Whole attributions F1', of: (row) => row.relation },
  { name: 'Words F1', of: (row) => row.words },
  { name: 'Cohen’s κ', of: (row) => row.kappa },
  { name: 'Fleiss’ κ', of: (row) => row.fleissKappa },
  { name: 'Krippendorff’s α', of: (row) => row.alpha },
  { name: 'α unitizing', of: (row) => row.alphaUnitizing },
];

/** All layers together: F1 and Cohen's κ as means over pairs, the rest of all at once. */
export function RowTable({ report, choice }: TableProps) {
  const notes = notesOf(report.rows.flatMap((row) => COLUMNS.map(({ of }) => of(row))));
  return (
    <Wide label="Agreement by kind">
      <table className={figures.figures}>
        <thead>
          <tr>
            <th scope="col">What</th>
            {COLUMNS.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">Differ in</th>
          </tr>
        </thead>
        <tbody>
          {report.rows.map((row) => (
            <tr key={rowKey(row)}>
              <th scope="row">{rowLabel(row)}</th>
              {COLUMNS.map(({ name, of }) => {
                const figure = of(row);
                return (
                  <td key={name}>
                    {figure === null ? '–' : <FigureWords figure={figure} notes={notes} />}
                  </td>
                );
              })}
              <td>
                <CasesLink
                  count={row.cases.length}
                  choice={{ ...choice, row: rowKey(row), cases: { behind: 'row', pair: null } }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <NoteList notes={notes} />
    </Wide>
  );
}

/** What layers say of the things that both marked. */
export function AttributeTable({ report, choice }: TableProps) {
  const notes = notesOf(
    report.attributes.flatMap(({ same, kappa, alpha }) => [same, kappa, alpha]),
  );
  return (
    <Wide label="Agreement on what marks have">
      <table className={figures.figures}>
        <thead>
          <tr>
            <th scope="col">Attribute</th>
            <th scope="col">The same</th>
            <th scope="col">Cohen’s κ</th>
            <th scope="col">Krippendorff’s α</th>
            <th scope="col">Differ in</th>
          </tr>
        </thead>
        <tbody>
          {report.attributes.map(({ attribute, same, kappa, alpha, cases }) => (
            <tr key={attribute}>
              <th scope="row">{attributeLabel(attribute)}</th>
              {[same, kappa, alpha].map((figure, place) => (
                <td key={place}>
                  <FigureWords figure={figure} notes={notes} />
                </td>
              ))}
              <td>
                <CasesLink
                  count={cases.length}
                  choice={{ ...choice, cases: { behind: 'attribute', name: attribute } }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <NoteList notes={notes} />
    </Wide>
  );
}

/** How many labels that are mixed up are listed. */
const CONFUSIONS = 12;

export function ConfusionList({ report, choice }: TableProps) {
  return (
    <ol className={figures.confusions}>
      {report.confusions.slice(0, CONFUSIONS).map(({ of, labels, count, cases }, place) => (
        <li key={`${of} ${labels.join()}`}>
          <span>
            {attributeLabel(of)}: <b>{valueLabel(of, labels[0])}</b> and{' '}
            <b>{valueLabel(of, labels[1])}</b>
          </span>
          <span className={styles.soft}>{counted(count, 'time')}</span>
          <CasesLink
            count={cases.length}
            choice={{ ...choice, cases: { behind: 'confusion', place } }}
          />
        </li>
      ))}
    </ol>
  );
}

function CasesLink({
  count,
  choice,
}: {
  readonly count: number;
  readonly choice: AgreementChoice;
}) {
  if (count === 0) return <span className={styles.soft}>none</span>;
  return (
    <Link prefetch={false} href={agreementAddress(choice)}>
      {counted(count, 'case')}
    </Link>
  );
}
