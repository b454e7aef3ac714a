export type ClaimRule =
  | 'claim-casualty'
  | 'claim-wrongdoing'
  | 'claim-violence'
  | 'claim-rank'
  | 'claim-figure'
  | 'claim-event'
  | 'claim-fact';

/**
 * How many sentences each rule proposed in the cases written for Stet (`cases.testing.ts`), and how
 * many of them a checker would verify. The test counts again and fails where these are wrong.
 */
export const COUNTED: Readonly<Record<ClaimRule, { readonly right: number; readonly of: number }>> =
  {
    'claim-casualty': { right: 5, of: 5 },
    'claim-wrongdoing': { right: 7, of: 7 },
    'claim-violence': { right: 5, of: 5 },
    'claim-rank': { right: 5, of: 5 },
    'claim-figure': { right: 7, of: 8 },
    'claim-event': { right: 10, of: 14 },
    'claim-fact': { right: 2, of: 4 },
  };

/** The share that was right, with one right and one wrong case added, so that few cases prove little. */
export function confidenceOf(rule: ClaimRule): number {
  const { right, of } = COUNTED[rule];
  return Math.round(((right + 1) / (of + 2)) * 1000) / 1000;
}
