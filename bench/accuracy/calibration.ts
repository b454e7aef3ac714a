/** One text with its marks and its suggestions, both in brat standoff. */
interface MarkedText {
  readonly text: string;
  readonly gold: string;
  readonly found: string;
}

interface Mark {
  readonly kind: string;
  /** Word indices of its content. */
  readonly words: ReadonlySet<number>;
  /** Only of suggestions. */
  readonly confidence: number;
}

type Tenths = Map<number, { right: number; of: number }>;

/**
 * Of the suggestions shown with a confidence, by tenths, the share that was right: a quote with the
 * same words, an attribution or claim that shares half of its words with a marked one. Kinds that
 * the marks do not have are not counted.
 */
export function calibrationOf(texts: readonly MarkedText[]): Tenths {
  const tenths: Tenths = new Map();
  for (const { text, gold, found } of texts) {
    const starts = wordStarts(text);
    const marks = marksIn(gold, starts);
    for (const suggestion of marksIn(found, starts)) {
      const same = marks.filter(({ kind }) => kind === suggestion.kind);
      if (same.length === 0) continue;
      const least = suggestion.kind === 'Quote' ? 1 : 0.5;
      const tenth = Math.min(9, Math.floor(suggestion.confidence * 10));
      const count = tenths.get(tenth) ?? { right: 0, of: 0 };
      count.of++;
      if (same.some((mark) => overlap(mark.words, suggestion.words) >= least)) count.right++;
      tenths.set(tenth, count);
    }
  }
  return tenths;
}

export function printCalibration(tenths: Tenths): void {
  console.log('suggestions right, by confidence');
  console.table(
    Object.fromEntries(
      [...tenths]
        .sort(([a], [b]) => b - a)
        .map(([tenth, { right, of }]) => [
          `${tenth / 10} to ${(tenth + 1) / 10}`,
          { share: Math.round((right / of) * 1000) / 10, right, of },
        ]),
    ),
  );
}

/** The words of a text as ranges of code points, in which standoff counts. */
function wordStarts(text: string): readonly (readonly [number, number])[] {
  const points: number[] = [];
  let point = 0;
  for (const character of text) {
    for (let unit = 0; unit < character.length; unit++) points.push(point);
    point++;
  }
  points.push(point);
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)].map(
    ({ index, 0: word }) => [points[index]!, points[index + word.length]!] as const,
  );
}

function marksIn(standoff: string, words: ReturnType<typeof wordStarts>): readonly Mark[] {
  const spans = new Map<string, { kind: string; words: Set<number> }>();
  const confidence = new Map<string, number>();
  const contents = new Map<string, readonly string[]>();
  const routine = new Set<string>();
  for (const line of standoff.split('\n')) {
    const span = /^(T\d+)\t(\w+) ([\d; ]+)\t/.exec(line);
    if (span !== null) {
      spans.set(span[1]!, { kind: span[2]!, words: wordsIn(span[3]!, words) });
    }
    const event = /^(E\d+)\t(.*)/.exec(line);
    if (event !== null) {
      contents.set(
        event[1]!,
        [...event[2]!.matchAll(/Content\d*:(T\d+)/g)].map((m) => m[1]!),
      );
    }
    const note = /^#\d+\tAnnotatorNotes (\w+)\t\S+ ([\d.]+)/.exec(line);
    if (note !== null) confidence.set(note[1]!, Number(note[2]));
    const level = /^A\d+\tCheckworthy (T\d+) 1/.exec(line);
    if (level !== null) routine.add(level[1]!);
  }
  const plain = [...spans]
    .filter(([id, { kind }]) => (kind === 'Quote' || kind === 'Claim') && !routine.has(id))
    .map(([id, mark]) => ({ ...mark, confidence: confidence.get(id) ?? 0 }));
  const attributions = [...contents].map(([id, parts]) => ({
    kind: 'Attribution',
    words: new Set(parts.flatMap((part) => [...(spans.get(part)?.words ?? [])])),
    confidence: confidence.get(id) ?? 0,
  }));
  return [...plain, ...attributions];
}

function wordsIn(ranges: string, words: ReturnType<typeof wordStarts>): Set<number> {
  const held = new Set<number>();
  for (const range of ranges.split(';')) {
    const [from = 0, to = 0] = range.trim().split(' ').map(Number);
    words.forEach(([start, end], index) => {
      if (start < to && end > from) held.add(index);
    });
  }
  return held;
}

function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / (a.size + b.size - shared || 1);
}
