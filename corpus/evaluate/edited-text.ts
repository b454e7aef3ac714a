/** Where a unit of an edited text comes from when it is in no other way known. */
const NEW = -1;

/** Units of a copy carry their offset plus a multiple of this: more than any text has units. */
const COPY = 10_000_000;

/** Where the units of the first text are in the edited one: −1 for those that are not. */
export interface Places {
  readonly kept: Int32Array;
  /** The place of what was written instead of a unit. */
  readonly standIn: Int32Array;
}

/**
 * A text that remembers, through edits, which of its units (UTF-16) are those of the first text,
 * which are a copy's, and which stand for units that were replaced.
 */
export class EditedText {
  text: string;
  /** Each unit's offset in the first text (a copy's raised); −2 − that for a stand-in; −1: new. */
  private origin: number[];
  /** Replaced units → the one whose stand-in stands for all of them. */
  private readonly replaced = new Map<number, number>();
  private copies = 0;

  constructor(readonly first: string) {
    this.text = first;
    this.origin = Array.from({ length: first.length }, (_, at) => at);
  }

  insert(at: number, words: string): void {
    this.splice(at, at, words, new Array<number>(words.length).fill(NEW));
  }

  remove(start: number, end: number): void {
    this.splice(start, end, '', []);
  }

  /** Other words in the place of some: each stands for what was there. */
  replace(start: number, end: number, words: string): void {
    const old = this.origin.slice(start, end).filter((from) => from !== NEW);
    const [first] = old;
    const one = first === undefined ? NEW : first >= 0 ? -2 - first : first;
    for (const from of old) if (from >= 0) this.replaced.set(from, -2 - one);
    this.splice(start, end, words, new Array<number>(words.length).fill(one));
  }

  /** Words in another dress (quotation marks, dashes): they are still the same words. */
  restyle(start: number, end: number, words: string): void {
    this.splice(start, end, words, this.origin.slice(start, start + words.length));
  }

  /** Puts a copy of a stretch, and a space, in at `to`. */
  copy(start: number, end: number, to: number): void {
    const raise = ++this.copies * COPY;
    const origin = this.origin.slice(start, end).map((from) => (from < 0 ? NEW : (from % COPY) + raise)); // prettier-ignore
    this.splice(to, to, `${this.text.slice(start, end)} `, [...origin, NEW]);
  }

  /** Takes a stretch out and puts it in at `to`, an offset of the text as it stands now. */
  move(start: number, end: number, to: number): void {
    if (to > start && to < end) return;
    const words = this.text.slice(start, end);
    const origin = this.origin.slice(start, end);
    this.splice(start, end, '', []);
    const at = to <= start ? to : to - (end - start);
    this.splice(at, at, words, origin);
  }

  /** Where the first text's own units are, and, copy by copy, where their copies are. */
  places(): readonly [Places, ...Places[]] {
    const all = Array.from({ length: this.copies + 1 }, (): Places => ({
      kept: new Int32Array(this.first.length).fill(-1),
      standIn: new Int32Array(this.first.length).fill(-1),
    }));
    for (const [at, from] of this.origin.entries()) {
      const unit = from >= 0 ? from : -2 - from;
      if (from === NEW) continue;
      const { kept, standIn } = all[Math.floor(unit / COPY)]!;
      (from >= 0 ? kept : standIn)[unit % COPY] = at;
    }
    for (const [from, one] of this.replaced) {
      const { kept, standIn } = all[Math.floor(from / COPY)]!;
      if (kept[from % COPY]! < 0) standIn[from % COPY] = standIn[one % COPY]!;
    }
    return all as [Places, ...Places[]];
  }

  private splice(start: number, end: number, words: string, origin: readonly number[]): void {
    this.text = this.text.slice(0, start) + words + this.text.slice(end);
    this.origin = [...this.origin.slice(0, start), ...origin, ...this.origin.slice(end)];
  }
}
