import type { LayerScore } from '@/corpus/adjudication/scores';
import { counted } from '@/corpus/wording/numbers';
import { layerLabel } from '../annotation/layer-label';
import { attributeLabel } from '../agreement/agreement-words';
import styles from '../agreement/agreement.module.css';
import { FigureWords, NoteList, notesOf } from '../agreement/figure';
import { Wide } from '../ui/wide';
import figures from '../agreement/figures.module.css';

interface ScoreTableProps {
  /** How many articles have layers, and of how many of them every case is decided. */
  readonly total: number;
  readonly scored: number;
  readonly scores: readonly LayerScore[];
}

function standing(scored: number, total: number): string {
  return `So far that is ${scored} of ${counted(total, 'article')}.`;
}

/** Each layer against what was adjudicated; suggestions last. */
export function ScoreTable({ total, scored, scores }: ScoreTableProps) {
  if (scores.length === 0) {
    return (
      <p className={styles.soft}>
        Scores come with the first article of which every case is decided, for the layers that
        marked it. {standing(scored, total)}
      </p>
    );
  }
  const attributes = [...new Set(scores.flatMap((score) => score.attributes.map(({ attribute }) => attribute)))]; // prettier-ignore
  const figureOf = (score: LayerScore, name: string) =>
    score.attributes.find(({ attribute }) => attribute === name)?.same ?? null;
  const of = (score: LayerScore) => [
    score.overlap.precision,
    score.overlap.recall,
    score.overlap.f1,
    score.exact.f1,
    score.words.f1,
  ];
  const notes = notesOf(
    scores.flatMap((score) => [...of(score), ...attributes.map((name) => figureOf(score, name))]),
  );
  return (
    <>
      <p className={styles.soft}>
        Scores rest on articles of which every case is decided: in the others nobody knows yet who
        is right. {standing(scored, total)} Each figure has its 95 % interval.
      </p>
      <Wide label="Scores">
        <table className={figures.figures}>
          <thead>
            <tr>
              <th scope="col">Layer</th>
              <th scope="col">Articles</th>
              <th scope="col">Cases</th>
              <th scope="col">Precision (overlap)</th>
              <th scope="col">Recall (overlap)</th>
              <th scope="col">Overlap F1</th>
              <th scope="col">Exact F1</th>
              <th scope="col">Words F1</th>
              {attributes.map((name) => (
                <th key={name} scope="col">
                  Same {attributeLabel(name).toLowerCase()}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {scores.map((score) => (
              <tr key={score.layer ?? ''}>
                <th scope="row">
                  <bdi>{score.layer === null ? 'Suggestions' : layerLabel(score.layer)}</bdi>
                </th>
                <td className={figures.value}>{score.articles}</td>
                <td className={figures.value}>{score.cases}</td>
                {of(score).map((figure, place) => (
                  <td key={place}>
                    <FigureWords figure={figure} notes={notes} />
                  </td>
                ))}
                {attributes.map((name) => {
                  const figure = figureOf(score, name);
                  return (
                    <td key={name}>
                      {figure === null ? '–' : <FigureWords figure={figure} notes={notes} />}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      <NoteList notes={notes} />
    </>
  );
}
