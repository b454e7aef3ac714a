import { parse } from 'csv-parse/sync';
import { TABLES } from '../tables';
import { documentOf } from './dataset-article';
import { ReadProblem, type ReadDocument, type ReadFiles } from './model';

type Cells = Readonly<Record<string, string>>;
type Groups = ReadonlyMap<string, readonly Cells[]>;

/** Stet's CSV package: its six tables, put together again. */
export function readCsvTables(files: ReadFiles): readonly ReadDocument[] {
  const rows = Object.fromEntries(TABLES.map(({ name }) => [name, rowsOf(files, name)]));
  const of = (name: string, column: string) => groupBy(rows[name]!, column);
  const [blocks, annotations] = [of('blocks', 'article_id'), of('annotations', 'article_id')];
  const children = {
    spans: of('spans', 'annotation_id'),
    assessments: of('assessments', 'annotation_id'),
    evidence: of('evidence', 'annotation_id'),
  };
  return rows['articles']!.map((row) =>
    documentOf('articles.csv', {
      ...{ id: row['id'], headline: row['headline'], deck: row['deck'], byline: row['byline'] },
      places: listed(row['places']),
      ...{ agency: row['agency'], date: row['date'], dateBasis: row['date_basis'] },
      text: row['text'],
      blocks: (blocks.get(row['id']!) ?? []).map((block) => ({
        ...{ role: block['role'], start: Number(block['start_cp']), end: Number(block['end_cp']) },
        depth: Number(block['depth']),
        group: block['group'] === '' ? null : Number(block['group']),
      })),
      annotations: (annotations.get(row['id']!) ?? []).map((cells) =>
        annotationOf(cells, children),
      ),
    }),
  );
}

function rowsOf(files: ReadFiles, name: string): readonly Cells[] {
  const content = files[`${name}.csv`];
  if (content === undefined) {
    throw new ReadProblem(
      `The package lacks ${name}.csv: name the folder that holds all its tables.`,
    );
  }
  try {
    return parse(content, { columns: true, bom: true });
  } catch {
    throw new ReadProblem(`${name}.csv is no CSV with a header line: export it again.`);
  }
}

function listed(json: string | undefined): unknown {
  try {
    return JSON.parse(json ?? '[]');
  } catch {
    return [];
  }
}

function annotationOf(
  row: Cells,
  children: Readonly<Record<'spans' | 'assessments' | 'evidence', Groups>>,
) {
  const id = row['id']!;
  const words = (cell: string | undefined) => (cell ? cell.split('|') : []);
  return {
    ...{ id, kind: row['kind'], layer: row['layer'], origin: row['origin'] },
    ...{ types: words(row['types']), flags: words(row['flags']), speech: row['speech'] },
    ...{ sourceType: row['source_type'], terms: row['terms'] },
    ...{ anonymityReason: row['anonymity_reason'], createdBy: row['created_by'] },
    createdAt: row['created_at'],
    parts: (children.spans.get(id) ?? []).map((span) => ({
      ...{ part: span['part'], ordinal: Number(span['ordinal']) },
      pieces: [
        { start: Number(span['start_cp']), end: Number(span['end_cp']), exact: span['exact'] },
      ],
    })),
    check: row['status'] === '' ? null : checkOf(row, children, id),
  };
}

function checkOf(
  row: Cells,
  children: Readonly<Record<'assessments' | 'evidence', Groups>>,
  id: string,
) {
  return {
    ...{
      status: row['status'],
      finding: orNull(row['finding']),
      fidelity: orNull(row['fidelity']),
    },
    ...{ disposition: orNull(row['disposition']), replacement: orNull(row['replacement']) },
    ...{ rationale: orNull(row['rationale']), checkedBy: orNull(row['checked_by']) },
    ...{ signedBy: orNull(row['signed_by']), signedAt: orNull(row['signed_at']) },
    assessments: (children.assessments.get(id) ?? []).map((cells) => ({
      ...{ id: cells['id'], person: cells['person'], finding: orNull(cells['finding']) },
      ...{ fidelity: orNull(cells['fidelity']), rationale: orNull(cells['rationale']) },
      at: cells['at'],
    })),
    evidence: (children.evidence.get(id) ?? []).map(({ annotation_id: _annotation, ...cells }) => ({
      ...cells,
      ...{ locator: orNull(cells['locator']), excerpt: orNull(cells['excerpt']) },
      primary: cells['primary'] === 'true',
    })),
  };
}

function orNull(cell: string | undefined): string | null {
  return cell === undefined || cell === '' ? null : cell;
}

function groupBy(rows: readonly Cells[], column: string): Groups {
  const groups = new Map<string, Cells[]>();
  for (const row of rows) {
    const group = groups.get(row[column]!);
    if (group === undefined) groups.set(row[column]!, [row]);
    else group.push(row);
  }
  return groups;
}
