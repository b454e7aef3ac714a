import { parse } from 'csv-parse/sync';
import type {
  DatasetAnnotation,
  DatasetArticle,
  DatasetAssessment,
  DatasetBlock,
  DatasetEvidence,
  DatasetPart,
} from '../article';

type Cells = Readonly<Record<string, string>>;

/** The files of a CSV export by name (`spans.csv`), read by csv-parse and put together again. */
export function articlesFromCsv(files: Readonly<Record<string, string>>): DatasetArticle[] {
  const rows = (name: string): Cells[] => parse(files[`${name}.csv`]!, { columns: true });
  const blocks = groupBy(rows('blocks'), 'article_id');
  const annotations = groupBy(rows('annotations'), 'article_id');
  const children = {
    spans: groupBy(rows('spans'), 'annotation_id'),
    assessments: groupBy(rows('assessments'), 'annotation_id'),
    evidence: groupBy(rows('evidence'), 'annotation_id'),
  };
  return rows('articles').map((row) => ({
    id: row['id']!,
    collection: row['collection']!,
    headline: row['headline']!,
    deck: orNull(row['deck']),
    byline: orNull(row['byline']),
    places: JSON.parse(row['places']!) as string[],
    agency: orNull(row['agency']),
    date: orNull(row['date']),
    dateBasis: orNull(row['date_basis']) as DatasetArticle['dateBasis'],
    file: orNull(row['file']),
    revision: { number: Number(row['revision']), sha256: row['text_sha256']! },
    text: row['text']!,
    blocks: (blocks.get(row['id']!) ?? []).map(blockOf),
    annotations: (annotations.get(row['id']!) ?? []).map((cells) => annotationOf(cells, children)),
  }));
}

function blockOf(row: Cells): DatasetBlock {
  return {
    role: row['role'] as DatasetBlock['role'],
    start: Number(row['start_cp']),
    end: Number(row['end_cp']),
    depth: Number(row['depth']),
    group: row['group'] === '' ? null : Number(row['group']),
  };
}

type Groups = ReadonlyMap<string, Cells[]>;

function annotationOf(
  row: Cells,
  children: Readonly<Record<'spans' | 'assessments' | 'evidence', Groups>>,
): DatasetAnnotation {
  const id = row['id']!;
  const annotation = {
    id,
    kind: row['kind'],
    layer: row['layer'],
    origin: row['origin'],
    types: listOf(row['types']),
    flags: listOf(row['flags']),
    speech: orNull(row['speech']),
    sourceType: orNull(row['source_type']),
    terms: orNull(row['terms']),
    anonymityReason: orNull(row['anonymity_reason']),
    createdBy: row['created_by'],
    createdAt: row['created_at'],
    parts: partsOf(children.spans.get(id) ?? []),
    check:
      row['status'] === ''
        ? null
        : {
            status: row['status'],
            finding: orNull(row['finding']),
            fidelity: orNull(row['fidelity']),
            disposition: orNull(row['disposition']),
            replacement: orNull(row['replacement']),
            rationale: orNull(row['rationale']),
            checkedBy: orNull(row['checked_by']),
            signedBy: orNull(row['signed_by']),
            signedAt: orNull(row['signed_at']),
            assessments: (children.assessments.get(id) ?? []).map(assessmentOf),
            evidence: (children.evidence.get(id) ?? []).map(evidenceOf),
          },
  };
  return annotation as DatasetAnnotation;
}

function partsOf(rows: readonly Cells[]): DatasetPart[] {
  const parts: {
    part: DatasetPart['part'];
    ordinal: number;
    pieces: DatasetPart['pieces'][number][];
  }[] = [];
  for (const row of rows) {
    const ordinal = Number(row['ordinal']);
    const piece = {
      start: Number(row['start_cp']),
      end: Number(row['end_cp']),
      exact: row['exact']!,
    };
    if (row['piece'] !== '0') parts.at(-1)!.pieces.push(piece);
    else parts.push({ part: row['part'] as DatasetPart['part'], ordinal, pieces: [piece] });
  }
  return parts;
}

function assessmentOf(row: Cells): DatasetAssessment {
  return {
    id: row['id']!,
    person: row['person']!,
    finding: orNull(row['finding']) as DatasetAssessment['finding'],
    fidelity: orNull(row['fidelity']) as DatasetAssessment['fidelity'],
    rationale: orNull(row['rationale']),
    at: row['at']!,
  };
}

function evidenceOf(row: Cells): DatasetEvidence {
  const { annotation_id: _annotation, ...rest } = row;
  const [locator, excerpt] = [orNull(row['locator']), orNull(row['excerpt'])];
  return {
    ...rest,
    locator,
    excerpt,
    primary: row['primary'] === 'true',
  } as unknown as DatasetEvidence;
}

function orNull(cell: string | undefined): string | null {
  return cell === undefined || cell === '' ? null : cell;
}

function listOf(cell: string | undefined): string[] {
  return cell ? cell.split('|') : [];
}

function groupBy(rows: readonly Cells[], column: string): Groups {
  const groups = new Map<string, Cells[]>();
  for (const row of rows) {
    const key = row[column]!;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
