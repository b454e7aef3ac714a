import { layOut } from '../document/text';
import { ingestText } from '../ingest/ingest';
import type { Block } from '../document/block';
import type { Part } from '../annotation/model';
import type { Span } from '../spans/span';
import type { Detect, Suggestion } from './model';

const LABELS: Readonly<Record<Part, string | null>> = {
  content: 'Content',
  source: 'Source',
  cue: 'Cue',
  addressee: null,
};

/**
 * What a detector proposes for a plain text, as brat standoff: Quote and Claim spans, a Score for
 * each claim, and one Attribution event for each attribution. The text is read as articles, so that
 * headlines and furniture are known; offsets are code points of `text` as it was given.
 */
export function standoffOf(text: string, detect: Detect): { lines: string; count: number } {
  const points = codePointsOf(text);
  const writer = new StandoffWriter(text, points);
  let count = 0;
  for (const article of ingestText(text).articles) {
    const laidOut = layOut(article.blocks);
    const places = laidOut.blocks.flatMap((block) => placesOf(text, block));
    const suggestions = detect({ ...laidOut, date: article.date?.value ?? null });
    count += suggestions.length;
    for (const suggestion of suggestions) writer.write(suggestion, places);
  }
  return { lines: writer.toString(), count };
}

/** For each UTF-16 index of a text the number of code points before it. */
function codePointsOf(text: string): Uint32Array {
  const points = new Uint32Array(text.length + 1);
  let point = 0;
  let index = 0;
  for (const character of text) {
    for (let unit = 0; unit < character.length; unit++) points[index++] = point;
    point++;
  }
  points[index] = point;
  return points;
}

/** For each unit of a block's text its offset in the original; white space may have been joined. */
function placesOf(text: string, block: Block): readonly number[] {
  const places: number[] = [];
  let at = block.original?.start ?? 0;
  const end = block.original?.end ?? 0;
  for (let index = 0; index < block.text.length; index++) {
    const unit = block.text[index]!;
    if (!/\s/.test(unit)) {
      const found = text.indexOf(unit, at);
      if (found >= 0 && found < end) at = found;
    }
    places.push(at);
    if (!/\s/.test(unit)) at++;
  }
  return [...places, at, at];
}

class StandoffWriter {
  private readonly out: string[] = [];
  private spans = 0;
  private events = 0;
  private notes = 0;
  private scores = 0;

  constructor(
    private readonly text: string,
    private readonly points: Uint32Array,
  ) {}

  write(suggestion: Suggestion, places: readonly number[]): void {
    const place = (part: Part) =>
      suggestion.spans.filter((span) => span.part === part).map((span) => placed(span, places));
    if (suggestion.kind !== 'attribution') {
      const id = this.span(suggestion.kind === 'quote' ? 'Quote' : 'Claim', place('content'));
      if (suggestion.kind === 'claim') {
        this.out.push(`A${++this.scores}\tScore ${id} ${(suggestion.score ?? 0).toFixed(3)}`);
      }
      this.note(id, suggestion);
      return;
    }
    const roles = (['source', 'cue', 'content'] as const).flatMap((part) => {
      const pieces = place(part);
      return pieces.length === 0 ? [] : [`${LABELS[part]}:${this.span(LABELS[part]!, pieces)}`];
    });
    const anchor = roles.find((role) => role.startsWith('Cue:')) ?? roles.at(-1)!;
    this.out.push(`E${++this.events}\tAttribution:${anchor.split(':')[1]} ${roles.join(' ')}`);
    this.note(`E${this.events}`, suggestion);
  }

  /** Which rule proposed it and how sure it is, as an annotator's note. */
  private note(id: string, { rule, confidence, reason }: Suggestion): void {
    this.out.push(
      `#${++this.notes}\tAnnotatorNotes ${id}\t${rule} ${confidence.toFixed(2)} ${reason}`,
    );
  }

  toString(): string {
    return this.out.length === 0 ? '' : `${this.out.join('\n')}\n`;
  }

  private span(label: string, pieces: readonly Span[]): string {
    const id = `T${++this.spans}`;
    const ranges = pieces.map(({ start, end }) => `${this.points[start]} ${this.points[end]}`);
    const words = pieces.map(({ start, end }) => this.text.slice(start, end)).join(' ');
    this.out.push(`${id}\t${label} ${ranges.join(';')}\t${words.replace(/\s+/g, ' ')}`);
    return id;
  }
}

function placed({ start, end }: Span, places: readonly number[]): Span {
  return { start: places[start]!, end: places[end - 1]! + 1 };
}
