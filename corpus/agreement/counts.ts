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
    return new PackedCounts(this.names.size, this.begins, this.cells, this.amounts);
  }
}

/** How many draws are summed at once: the counts are then read from memory once for all of them. */
export const AT_ONCE = 8;

/** How often each article is taken in each of AT_ONCE draws: article by article, draw by draw. */
export type Draws = Float64Array;

/** The counts cell by cell: for each cell the articles that have something in it. */
class PackedCounts {
  private readonly begins: Uint32Array;
  private readonly articles: Uint32Array;
  private readonly amounts: Float64Array;

  /** Takes the entries article by article; `ofArticle` says where each article's begin. */
  constructor(
    private readonly size: number,
    ofArticle: readonly number[],
    cells: readonly number[],
    amounts: readonly number[],
  ) {
    this.begins = new Uint32Array(size + 1);
    this.articles = new Uint32Array(cells.length);
    this.amounts = new Float64Array(cells.length);
    for (const cell of cells) this.begins[cell + 1]! += 1;
    for (let cell = 0; cell < size; cell++) this.begins[cell + 1]! += this.begins[cell]!;
    const filled = this.begins.slice();
    for (let article = 0; article < ofArticle.length - 1; article++) {
      for (let entry = ofArticle[article]!; entry < ofArticle[article + 1]!; entry++) {
        const place = filled[cells[entry]!]!++;
        this.articles[place] = article;
        this.amounts[place] = amounts[entry]!;
      }
    }
  }

  /** The sums over the articles of each draw. */
  totals(draws: Draws): readonly Totals[] {
    const { begins, articles, amounts } = this;
    const totals = Array.from({ length: AT_ONCE }, () => new Float64Array(this.size));
    for (let cell = 0; cell < this.size; cell++) {
      let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
      const end = begins[cell + 1]!;
      for (let entry = begins[cell]!; entry < end; entry++) {
        const at = articles[entry]! * AT_ONCE;
        const amount = amounts[entry]!;
        a += draws[at]! * amount;
        b += draws[at + 1]! * amount;
        c += draws[at + 2]! * amount;
        d += draws[at + 3]! * amount;
        e += draws[at + 4]! * amount;
        f += draws[at + 5]! * amount;
        g += draws[at + 6]! * amount;
        h += draws[at + 7]! * amount;
      }
      for (const [draw, sum] of [a, b, c, d, e, f, g, h].entries()) totals[draw]![cell] = sum;
    }
    return totals;
  }
}
