import Link from 'next/link';
import type { Figure } from '@/corpus/agreement/bootstrap';
import type { AgreementReport } from '@/corpus/agreement/report';
import { counted } from '@/corpus/wording/numbers';
import { layerLabel } from '../annotation/layer-label';
import { MEASURE_LABELS, namesOf } from './agreement-words';
import figures from './figures.module.css';
import { agreementAddress, type AgreementChoice } from './choice';
import { FigureWords, NoteList, notesOf } from './figure';
import { Wide } from '../ui/wide';

type Row = AgreementReport['rows'][number];
type Pair = Row['pairs'][number];

interface PairMatrixProps {
  readonly layers: readonly string[];
  readonly row: Row;
  readonly choice: AgreementChoice;
}

/** Every layer against every other; a cell leads to the cases in which the two differ. */
export function PairMatrix({ layers, row, choice }: PairMatrixProps) {
  const figureOf = (pair: Pair) => pairFigure(pair, choice);
  const notes = notesOf(row.pairs.map(figureOf));
  const pairOf = (a: string, b: string) =>
    row.pairs.find((pair) => pair.layers.includes(a) && pair.layers.includes(b));
  return (
    <Wide label="Agreement of pairs">
      <table className={figures.matrix}>
        <caption>
          {MEASURE_LABELS[choice.measure]} of each pair, with its 95 % interval. A figure leads to
          what the two mark differently.
        </caption>
        <thead>
          <tr>
            <td />
            {layers.map((layer) => (
              <th key={layer} scope="col">
                <bdi>{layerLabel(layer)}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {layers.map((down) => (
            <tr key={down}>
              <th scope="row">
                <bdi>{layerLabel(down)}</bdi>
              </th>
              {layers.map((across) => {
                const pair = down === across ? undefined : pairOf(down, across);
                return pair === undefined ? (
                  <td
                    key={across}
                    className={figures.same}
                    aria-label="the same layer, or nothing in common"
                  />
                ) : (
                  <PairCell
                    key={across}
                    pair={pair}
                    figure={figureOf(pair)}
                    notes={notes}
                    choice={choice}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <NoteList notes={notes} />
    </Wide>
  );
}

interface PairCellProps {
  readonly pair: Pair;
  readonly figure: Figure;
  readonly notes: readonly string[];
  readonly choice: AgreementChoice;
}

function PairCell({ pair, figure, notes, choice }: PairCellProps) {
  const share = Math.round(Math.max(0, figure.value ?? 0) * 100);
  const told = `${namesOf(pair.layers)}: ${counted(pair.cases.length, 'case')} differ, ${counted(pair.articles, 'article')}`;
  return (
    <td className={figures.cell}>
      <Link
        prefetch={false}
        href={agreementAddress({ ...choice, cases: { behind: 'row', pair: pair.layers } })}
        title={told}
      >
        <FigureWords figure={figure} notes={notes} />
        <span className={figures.bar}>
          <span style={{ inlineSize: `${share}%` }} />
        </span>
      </Link>
    </td>
  );
}

function pairFigure(pair: Pair, { measure }: AgreementChoice): Figure {
  return measure === 'kappa' ? pair.kappa : pair[measure].f1;
}
