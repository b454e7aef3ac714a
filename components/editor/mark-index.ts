import type { Kind, PartSpan } from '@/corpus/annotation/model';
import { blockIndexAt } from '@/corpus/document/text';
import type { DrawnPiece } from '@/corpus/spans/segments';

/** What the reader draws of one annotation. Offsets are UTF-16 of the revision's text. */
export interface ReaderMark {
  readonly id: string;
  readonly kind: Kind;
  readonly status: string | null;
  /** Whether nobody has taken it over yet: a detector's suggestion. */
  readonly suggested: boolean;
  readonly spans: readonly PartSpan[];
}

/** Which marks stand in which block, kept up to date mark by mark. */
export class MarkIndex {
  /** Made block by block and, by name, at the first question: the first screen needs few of them. */
  private readonly byBlock: ReaderMark[][];
  private names: Map<string, ReaderMark> | null = null;
  private last = 0;

  constructor(
    private readonly blocks: readonly { readonly start: number; readonly end: number }[],
    private readonly marks: readonly ReaderMark[],
  ) {
    this.byBlock = new Array<ReaderMark[]>(blocks.length);
    for (const mark of marks) this.place(mark);
  }

  get(id: string): ReaderMark | undefined {
    return this.byId.get(id);
  }

  /** Puts a mark in, or in the place of its older self; returns the blocks to draw again. */
  put(mark: ReaderMark): readonly number[] {
    const before = this.remove(mark.id);
    return [...before, ...this.add(mark)];
  }

  remove(id: string): readonly number[] {
    const mark = this.byId.get(id);
    if (mark === undefined) return [];
    this.byId.delete(id);
    const touched = this.blocksOf(mark);
    for (const block of touched) {
      const list = this.byBlock[block]!;
      list.splice(list.indexOf(mark), 1);
    }
    return touched;
  }

  blocksOf(mark: ReaderMark): readonly number[] {
    if (mark.spans.length === 1) return [this.blockAt(mark.spans[0]!.start)];
    return [...new Set(mark.spans.map((span) => this.blockAt(span.start)))];
  }

  /** Marks come in the text's order, so the block asked for last is mostly the one. */
  private blockAt(offset: number): number {
    const { [this.last]: block, [this.last + 1]: next } = this.blocks;
    const same = block !== undefined && block.start <= offset && offset < (next?.start ?? Infinity);
    if (!same) this.last = blockIndexAt(this.blocks, offset);
    return this.last;
  }

  marksIn(block: number): readonly ReaderMark[] {
    return this.byBlock[block] ?? [];
  }

  /** The pieces to draw in one block, of the marks that pass. */
  piecesIn(block: number, passes: (mark: ReaderMark) => boolean): readonly DrawnPiece[] {
    const { start: from, end: to } = this.blocks[block]!;
    const pieces: DrawnPiece[] = [];
    for (const mark of this.marksIn(block)) {
      if (!passes(mark)) continue;
      for (const { part, start, end } of mark.spans) {
        if (start < to && end > from)
          pieces.push({ id: mark.id, kind: mark.kind, part, start, end });
      }
    }
    return pieces;
  }

  /** The marks with a part at an offset, the shortest first. */
  marksAt(offset: number): readonly ReaderMark[] {
    const length = (mark: ReaderMark) =>
      mark.spans.reduce((sum, span) => sum + span.end - span.start, 0);
    return this.marksIn(blockIndexAt(this.blocks, offset))
      .filter((mark) => mark.spans.some((span) => span.start <= offset && offset < span.end))
      .sort((a, b) => length(a) - length(b) || a.id.localeCompare(b.id));
  }

  private get byId(): Map<string, ReaderMark> {
    this.names ??= new Map(this.marks.map((mark) => [mark.id, mark]));
    return this.names;
  }

  private add(mark: ReaderMark): readonly number[] {
    this.byId.set(mark.id, mark);
    this.place(mark);
    return this.blocksOf(mark);
  }

  private place(mark: ReaderMark): void {
    if (mark.spans.length === 1) this.placeIn(this.blockAt(mark.spans[0]!.start), mark);
    else for (const block of this.blocksOf(mark)) this.placeIn(block, mark);
  }

  private placeIn(block: number, mark: ReaderMark): void {
    (this.byBlock[block] ??= []).push(mark);
  }
}
