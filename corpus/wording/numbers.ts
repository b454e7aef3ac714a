const FIGURE = new Intl.NumberFormat('en-GB');

/** A number as people read it, thousands set apart: “20,337”. */
export function figure(count: number): string {
  return FIGURE.format(count);
}

/** A computed number, with at most so many decimals. */
export function roundedFigure(value: number, places: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: places });
}

/** “1 file”, “1,200 files”. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${figure(count)} ${count === 1 ? one : many}`;
}
