import type { AgreementReport } from '@/corpus/agreement/report';

export const MEASURES = ['overlap', 'exact', 'words', 'kappa'] as const;
export type Measure = (typeof MEASURES)[number];

/** What the agreement page shows, as its address says it. */
export interface AgreementChoice {
  readonly collection: string;
  readonly measure: Measure;
  /** Which row of figures the matrix is of: its key, `all` for all kinds together. */
  readonly row: string;
  /** Which cases are listed below; null for none. */
  readonly cases: CasesChoice | null;
}

/** The cases behind one figure. */
export type CasesChoice =
  | { readonly behind: 'row'; readonly pair: readonly [string, string] | null }
  | { readonly behind: 'attribute'; readonly name: string }
  | { readonly behind: 'confusion'; readonly place: number };

type Row = AgreementReport['rows'][number];

export function rowKey({ kind, part }: Pick<Row, 'kind' | 'part'>): string {
  return [kind ?? 'all', part].filter((word) => word !== null).join('-');
}

/** Reads an address; what it does not say, or says wrongly, is the first of its kind. */
export function readChoice(
  collection: string,
  asked: Readonly<Record<string, string | string[] | undefined>>,
): AgreementChoice {
  const said = (name: string) => (typeof asked[name] === 'string' ? asked[name] : '');
  const measure = MEASURES.find((one) => one === said('measure')) ?? 'overlap';
  return { collection, measure, row: said('row') || 'all', cases: readCases(said, asked['layer']) };
}

function readCases(
  said: (name: string) => string,
  layers: string | string[] | undefined,
): CasesChoice | null {
  const [first, second] = Array.isArray(layers) ? layers : [];
  switch (said('cases')) {
    case 'row':
      return { behind: 'row', pair: first && second ? [first, second] : null };
    case 'attribute':
      return { behind: 'attribute', name: said('name') };
    case 'confusion':
      return { behind: 'confusion', place: Number(said('place')) || 0 };
    default:
      return null;
  }
}

/** The address of a choice; the list of cases, where there is one, comes into view. */
export function agreementAddress({ collection, measure, row, cases }: AgreementChoice): string {
  const words = new URLSearchParams({ collection, measure, row });
  if (cases !== null) {
    words.set('cases', cases.behind);
    if (cases.behind === 'row') for (const layer of cases.pair ?? []) words.append('layer', layer);
    if (cases.behind === 'attribute') words.set('name', cases.name);
    if (cases.behind === 'confusion') words.set('place', String(cases.place));
  }
  return `/datasets/agreement?${words.toString()}${cases === null ? '' : '#cases'}`;
}

/** The address of one article's cases, at one of them. */
export function caseAddress(collection: string, articleId: string, caseId: string | null): string {
  const words = new URLSearchParams({ collection });
  const place = caseId === null ? '' : `#${caseAnchor(caseId)}`;
  return `/datasets/agreement/${articleId}?${words.toString()}${place}`;
}

/** The name of a case's place on its article's page: its number there. */
export function caseAnchor(caseId: string): string {
  return `case-${caseId.slice(caseId.lastIndexOf(':') + 1)}`;
}

/** The name of the place of marked words in the text. */
export function wordsAnchor(start: number): string {
  return `words-${start}`;
}

/** The ids of the chosen cases, in the order of the report. */
export function chosenCases(report: AgreementReport, choice: AgreementChoice): readonly string[] {
  const { cases } = choice;
  switch (cases?.behind) {
    case 'row': {
      const row = report.rows.find((one) => rowKey(one) === choice.row);
      const { pair } = cases;
      if (pair === null) return row?.cases ?? [];
      return row?.pairs.find(({ layers }) => layers.every((name) => pair.includes(name)))?.cases ?? []; // prettier-ignore
    }
    case 'attribute':
      return report.attributes.find(({ attribute }) => attribute === cases.name)?.cases ?? [];
    case 'confusion':
      return report.confusions[cases.place]?.cases ?? [];
    default:
      return [];
  }
}
