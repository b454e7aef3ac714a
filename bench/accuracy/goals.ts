export type Part = 'seeds' | 'polnear';

interface Goal {
  /** The scorer's name of the figure, and which of its numbers counts. */
  readonly figure: string;
  readonly field: 'F1' | 'share' | 'AP';
  readonly hold: number;
  readonly aim: number;
}

const f1 = (figure: string, hold: number, aim: number): Goal => ({
  figure,
  field: 'F1',
  hold,
  aim,
});

/** What the figures have to hold on texts that nobody here has seen, and what is aimed for. */
export const GOALS: Readonly<Record<Part, readonly Goal[]>> = {
  seeds: [
    f1('Quote exact', 93, 97),
    f1('Quote overlap', 96, 99),
    f1('Attribution', 78, 84),
    f1('Attribution strict', 50, 62),
    f1('Source words', 76, 82),
    f1('Cue words', 75, 80),
    f1('Content words', 88, 92),
    { figure: 'Source of matched', field: 'share', hold: 93, aim: 96 },
    { figure: 'Must-check ranking', field: 'AP', hold: 62, aim: 75 },
    f1('Claim overlap', 80, 88),
  ],
  polnear: [
    f1('Attribution', 66, 75),
    f1('Attribution strict', 42, 50),
    f1('Source words', 68, 74),
    f1('Cue words', 64, 70),
    f1('Content words', 80, 85),
    { figure: 'Source of matched', field: 'share', hold: 93, aim: 96 },
  ],
};
