/**
 * The pairing of rows and columns with the largest sum of gains; nothing is paired that gains
 * nothing. Gives for each row its column, or −1. Exact (shortest augmenting paths, Jonker and
 * Volgenant 1987), in time of rows² × columns.
 */
export function bestAssignment(gains: readonly Float64Array[], columns: number): Int32Array {
  const rows = gains.length;
  const ofRow = new Int32Array(rows).fill(-1);
  if (rows === 0 || columns === 0) return ofRow;
  // A row may also stay alone, in a column of its own that gains nothing.
  const width = columns + rows;
  const costAt = (row: number, column: number) =>
    column < columns ? -Math.max(0, gains[row]![column]!) : 0;
  const byRow = new Float64Array(rows + 1);
  const byColumn = new Float64Array(width + 1);
  const rowOf = new Int32Array(width + 1);
  const before = new Int32Array(width + 1);
  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row;
    const shortest = new Float64Array(width + 1).fill(Infinity);
    const done = new Uint8Array(width + 1);
    let column = 0;
    do {
      done[column] = 1;
      const at = rowOf[column]!;
      let least = Infinity;
      let next = 0;
      for (let other = 1; other <= width; other++) {
        if (done[other] === 1) continue;
        const cost = costAt(at - 1, other - 1) - byRow[at]! - byColumn[other]!;
        if (cost < shortest[other]!) {
          shortest[other] = cost;
          before[other] = column;
        }
        if (shortest[other]! < least) {
          least = shortest[other]!;
          next = other;
        }
      }
      for (let other = 0; other <= width; other++) {
        if (done[other] === 1) {
          byRow[rowOf[other]!] = byRow[rowOf[other]!]! + least;
          byColumn[other] = byColumn[other]! - least;
        } else shortest[other] = shortest[other]! - least;
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      const previous = before[column]!;
      rowOf[column] = rowOf[previous]!;
      column = previous;
    }
  }
  for (let column = 1; column <= columns; column++) {
    const row = rowOf[column]! - 1;
    if (row >= 0 && gains[row]![column - 1]! > 0) ofRow[row] = column - 1;
  }
  return ofRow;
}
