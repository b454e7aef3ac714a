/** Sums by cell, at the cell's number. */
export type Totals = Float64Array;

/**
 * What was counted in each article, cell by cell. Every figure is a function of sums over articles,
 * so that it can be told for any choice of them without looking at their texts again.
 */
export class Counts {
  private readonly names = new Map<string, number>();
  /** Where each article's entries begin. */
  private readonly begins: number[] = [0];
  private readonly cells: number[] = [];
  private readonly amounts: number[] = [];

  /** The number of the cell with this name, which is made where there is none. */
  cell(name: string): number {
    const known = this.names.get(name);
    if (known !== undefined) return known;
    const made = this.names.size;
    this.names.set(name, made);
    return made;
  }

  /** Adds to a cell of the article that is being counted. */
  add(cell: number, amount: number): void {
    if (amount === 0) return;
    this.cells.push(cell);
    this.amounts.push(amount);
  }

  endArticle(): void {
    this.begins.push(this.cells.length);
  }

  get articles(): number {
    return this.begins.length - 1;
  }

  /** The sums over all articles. */
  totals(): Totals {
    const totals = new Float64Array(this.names.size);
    for (const [entry, cell] of this.cells.entries()) totals[cell]! += this.amounts[entry]!;
    return totals;
  }

  /** The counts as they are now, in a form that is quick to sum again and again. */
  packed(): PackedCounts {
    return new PackedCounts(
      this.names.size,
      Uint32Array.from(this.begins),
      Uint32Array.from(this.cells),
      Float64Array.from(this.amounts),
    );
  }
}

/** How often each article is taken. */
export type Draw = Uint16Array;

/** How many draws are summed at once: the counts are then read from memory once for all of them. */
export const AT_ONCE = 4;

class PackedCounts {
  constructor(
    private readonly size: number,
    private readonly begins: Uint32Array,
    private readonly cells: Uint32Array,
    private readonly amounts: Float64Array,
  ) {}

  /** The sums over the articles of each of AT_ONCE draws. */
  totals(draws: readonly Draw[]): readonly Totals[] {
    const { begins, cells, amounts, size } = this;
    const [a, b, c, d] = draws as [Draw, Draw, Draw, Draw];
    const sums = new Float64Array(size * AT_ONCE);
    for (let article = 0; article < begins.length - 1; article++) {
      const [ofA, ofB, ofC, ofD] = [a[article]!, b[article]!, c[article]!, d[article]!];
      const end = begins[article + 1]!;
      for (let entry = begins[article]!; entry < end; entry++) {
        const cell = cells[entry]! * AT_ONCE;
        const amount = amounts[entry]!;
        sums[cell] = sums[cell]! + ofA * amount;
        sums[cell + 1] = sums[cell + 1]! + ofB * amount;
        sums[cell + 2] = sums[cell + 2]! + ofC * amount;
        sums[cell + 3] = sums[cell + 3]! + ofD * amount;
      }
    }
    return draws.map((_draw, place) =>
      Float64Array.from({ length: size }, (_, cell) => sums[cell * AT_ONCE + place]!),
    );
  }
}
