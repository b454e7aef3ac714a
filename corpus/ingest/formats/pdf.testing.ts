/** Words at a place of a page, in points from its lower left corner. */
export interface TestWords {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** In points; 10 unless told. */
  readonly size?: number;
}

export interface TestPdf {
  readonly pages: readonly (readonly TestWords[])[];
  readonly title?: string;
  readonly author?: string;
  /** Goes into the trailer: "/Encrypt 99 0 R". */
  readonly trailer?: string;
}

/** A PDF on pages of 612 × 792 points in Courier, whose letters are 0.6 of its size wide. */
export function pdfOf({ pages, title = '', author = '', trailer = '' }: TestPdf): Uint8Array {
  const kids = pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((words, at) => pageObjects(words, 5 + at * 2)),
    `<< /Title (${escaped(title)}) /Author (${escaped(author)}) >>`,
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const start = file.length;
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n`;
  file += `<< /Size ${size} /Root 1 0 R /Info ${objects.length} 0 R ${trailer} >>\n`;
  file += `startxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, (sign) => sign.charCodeAt(0));
}

function pageObjects(words: readonly TestWords[], content: number): string[] {
  const stream = words
    .map(({ x, y, text, size = 10 }) => `BT /F1 ${size} Tf ${x} ${y} Td (${escaped(text)}) Tj ET`)
    .join('\n');
  return [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${content} 0 R >>`,
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
  ];
}

function escaped(text: string): string {
  return text.replace(/[\\()]/g, '\\$&');
}

/** Lines under each other from `y` down, `leading` points apart. */
export function linesAt(
  x: number,
  y: number,
  lines: readonly string[],
  size = 10,
  leading = 12,
): TestWords[] {
  return lines.map((text, at) => ({ x, y: y - at * leading, text, size }));
}
