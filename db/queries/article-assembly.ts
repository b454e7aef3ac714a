import { offsetTable, type OffsetTable } from '@/corpus/document/positions';
import type {
  DatasetAnnotation,
  DatasetArticle,
  DatasetBlock,
  DatasetCheck,
} from '@/corpus/interchange/article';
import type { Tally } from '@/corpus/interchange/loss';
import type { AnnotationRow, ArticlePiece, BlockRow, HeadRow } from './article-rows';
import { checkOf, type Names } from './dataset-checks';
import { placeParts } from './dataset-parts';
import type { DatasetReads } from './dataset-reads';

/** What every article of one export needs. */
export interface Reading {
  readonly reads: DatasetReads;
  readonly names: Names;
  readonly layerNamed: (layer: string) => string;
}

/** An article of which some pieces have come. */
interface Growing {
  readonly head: HeadRow;
  readonly text: string;
  readonly offsets: OffsetTable;
  readonly blocks: DatasetBlock[];
  /** Those that stand on the revision, each with its first offset. */
  readonly placed: { readonly start: number; readonly annotation: DatasetAnnotation }[];
}

/**
 * Makes articles of their pieces as they come, and counts into the tally. Throws DeskError where a
 * span’s words are not those of the text.
 */
export class ArticleAssembly {
  private growing: Growing | null = null;

  constructor(
    private readonly reading: Reading,
    private readonly tally: Tally,
  ) {}

  /** Takes the next piece; returns the article before where another begins. */
  take(piece: ArticlePiece): DatasetArticle | null {
    if ('list' in piece) {
      const { growing } = this;
      if (growing === null) throw new Error('rows of an article came before its head');
      if (piece.name === 'annotations') this.place(growing, rowsIn<AnnotationRow>(piece.list));
      else growing.blocks.push(...rowsIn<BlockRow>(piece.list).map((row) => blockOf(row, growing)));
      return null;
    }
    const before = this.last();
    this.growing = { ...piece, offsets: offsetTable(piece.text), blocks: [], placed: [] };
    return before;
  }

  /** The article whose pieces came last; null where no annotation of it is left that was asked for. */
  last(): DatasetArticle | null {
    const { growing, tally } = this;
    this.growing = null;
    if (growing === null) return null;
    const { head, text, blocks, placed } = growing;
    if (this.reading.reads.isChoosy && placed.length === 0) return null;
    tally.articles += 1;
    tally.annotations += placed.length;
    tally.earlierRevisions += head.revision - 1;
    placed.sort((a, b) => a.start - b.start || (a.annotation.id < b.annotation.id ? -1 : 1));
    const { revisionId: _revisionId, revision, sha256, places, ...rest } = head;
    return {
      ...rest,
      places: JSON.parse(places) as readonly string[],
      revision: { number: revision, sha256 },
      text,
      blocks,
      annotations: placed.map(({ annotation }) => annotation),
    };
  }

  private place({ text, offsets, placed }: Growing, rows: readonly AnnotationRow[]): void {
    const { reading, tally } = this;
    for (const row of rows) {
      const place = placeParts(row[0], row[21], text, offsets);
      if (place === null) {
        tally.unplaced += 1;
        continue;
      }
      const told = checkOf(row, reading.names);
      tally.spans += place.spans;
      tally.evidence += told?.check.evidence.length ?? 0;
      tally.withheld += told?.withheld ?? 0;
      const annotation = annotationOf(row, place.parts, told?.check ?? null, reading);
      placed.push({ start: place.start, annotation });
    }
  }
}

function rowsIn<Row>(list: string): readonly Row[] {
  return JSON.parse(list) as readonly Row[];
}

function annotationOf(
  row: AnnotationRow,
  parts: DatasetAnnotation['parts'],
  check: DatasetCheck | null,
  { names, layerNamed }: Reading,
): DatasetAnnotation {
  return {
    id: row[0],
    kind: row[1],
    layer: layerNamed(row[2]),
    origin: row[3],
    types: wordsOf(row[4]),
    flags: wordsOf(row[5]),
    speech: row[6],
    sourceType: row[7],
    terms: row[8],
    anonymityReason: row[9],
    createdBy: names.get(row[10]) ?? '',
    createdAt: row[11],
    parts,
    check,
  };
}

const NO_WORDS: readonly never[] = [];

/** A list of the model's own words, as the database keeps it. */
function wordsOf<Word extends string>(json: string): readonly Word[] {
  return json === '[]' ? NO_WORDS : (JSON.parse(json) as readonly Word[]);
}

function blockOf(
  [role, start, end, depth, group]: BlockRow,
  { offsets }: Pick<Growing, 'offsets'>,
): DatasetBlock {
  const from = offsets.toCodePoints(start);
  return { role, start: from, end: offsets.toCodePoints(end), depth, group };
}
