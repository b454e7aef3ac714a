import type { Figure } from '@/corpus/agreement/bootstrap';
import figures from './figures.module.css';

/** Two figures behind the point, as agreement is published. */
export function decimals(value: number): string {
  return value.toFixed(2).replace('-', '−');
}

interface FigureWordsProps {
  readonly figure: Figure;
  /** The sentences that stand below the table, as `notesOf` gives them. */
  readonly notes: readonly string[];
}

/** A figure with its interval; where either is missing, the number of the note that says why. */
export function FigureWords({ figure: { value, interval, why }, notes }: FigureWordsProps) {
  const note = why === null ? null : <sup>{notes.indexOf(why) + 1}</sup>;
  if (value === null) return <span className={figures.undefined}>undefined{note}</span>;
  return (
    <>
      <span className={figures.value}>
        {decimals(value)}
        {note}
      </span>
      {interval !== null && (
        <span className={figures.interval}>
          {decimals(interval[0])} to {decimals(interval[1])}
        </span>
      )}
    </>
  );
}

/** The sentences that say what is missing in some figures, each once. */
export function notesOf(figures: readonly (Figure | null)[]): readonly string[] {
  return [...new Set(figures.flatMap((figure) => figure?.why ?? []))];
}

export function NoteList({ notes }: { readonly notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <ol className={figures.notes}>
      {notes.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ol>
  );
}
