import type { Formatting } from '../../document/block';

/** A stretch of text as a browser shows it, ready to become a block. */
export interface InlineText {
  readonly text: string;
  readonly formatting: readonly Formatting[];
  /** Characters that stand in links, also in those whose address is not kept. */
  readonly linked: number;
}

interface Opened {
  readonly kind: Formatting['kind'];
  readonly href: string | null;
  start: number;
}

const CONTROLS = /[\x00-\x08\x0b\x0e-\x1f\x7f]/g;

/**
 * Collects the text of one block: white space becomes one space, a line break "\n". `append`,
 * `lineBreak`, `open` and `close` in document order; `take` gives the text so far (null where
 * nothing can be seen) and starts anew, with the formatting that is still open.
 */
export class InlineCollector {
  private text = '';
  private space = false;
  private broken = false;
  private readonly opened: Opened[] = [];
  private ranges: Formatting[] = [];

  append(raw: string): void {
    const collapsed = raw.replace(CONTROLS, '').replace(/[ \t\n\r\f]+/g, ' ');
    const isJoined = this.text === '' || this.broken;
    if (collapsed.startsWith(' ')) this.space = true;
    if (collapsed === '' || collapsed === ' ') return;
    const words = collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed;
    const endsOpen = words.endsWith(' ');
    this.text += (this.space && !isJoined ? ' ' : '') + (endsOpen ? words.slice(0, -1) : words);
    this.space = endsOpen;
    this.broken = false;
  }

  /** Text whose white space stands as it is (<pre>). */
  appendKept(raw: string): void {
    const kept = raw.replace(/\r\n?/g, '\n').replace(CONTROLS, '');
    if (kept === '') return;
    this.text += kept;
    this.broken = kept.endsWith('\n');
    this.space = false;
  }

  lineBreak(): void {
    this.text += '\n';
    this.broken = true;
    this.space = false;
  }

  /** True where a line break was the last thing: another one ends the paragraph. */
  get isBroken(): boolean {
    return this.broken;
  }

  /** Characters so far. */
  get length(): number {
    return this.text.length;
  }

  /** A link without an address counts as one and leaves no formatting. */
  open(kind: Formatting['kind'], href: string | null): void {
    this.opened.push({ kind, href, start: this.text.length });
  }

  close(): void {
    const last = this.opened.pop();
    if (last !== undefined) this.add(last);
  }

  take(): InlineText | null {
    for (const one of this.opened) {
      this.add(one);
      one.start = 0;
    }
    const { text, ranges } = this;
    this.text = '';
    this.space = false;
    this.broken = false;
    this.ranges = [];
    return trimmed(text, ranges);
  }

  private add({ kind, href, start }: Opened): void {
    const end = this.text.length;
    if (start < end) this.ranges.push({ start, end, kind, ...(href === null ? {} : { href }) });
  }
}

/** Without white space at its edges; ranges are moved along, and cut where they reach over. */
function trimmed(text: string, ranges: readonly Formatting[]): InlineText | null {
  if (!/[\p{L}\p{N}\p{P}\p{S}\p{M}]/u.test(text)) return null;
  const from = text.length - text.trimStart().length;
  const body = text.trim();
  const formatting = ranges
    .map((range) => within(range, from, body))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const kept = formatting.filter(({ kind, href }) => kind !== 'link' || href !== undefined);
  return { text: body, formatting: kept, linked: linkedIn(formatting) };
}

/** The part of a text from `start` to `end`, which stand at no white space; its share of the links. */
export function sliceOf(whole: InlineText, start: number, end: number): InlineText {
  const formatting = whole.formatting
    .filter((range) => range.start < end && range.end > start)
    .map((range) => ({
      ...range,
      start: Math.max(start, range.start) - start,
      end: Math.min(end, range.end) - start,
    }));
  const linked = Math.round((whole.linked * (end - start)) / whole.text.length);
  return { text: whole.text.slice(start, end), formatting, linked };
}

function within(range: Formatting, from: number, body: string): Formatting {
  let start = Math.max(0, range.start - from);
  let end = Math.min(body.length, range.end - from);
  while (start < end && isSpace(body, start)) start++;
  while (end > start && isSpace(body, end - 1)) end--;
  return { ...range, start, end };
}

function isSpace(text: string, at: number): boolean {
  return text.charAt(at).trim() === '';
}

function linkedIn(formatting: readonly Formatting[]): number {
  let sum = 0;
  for (const { kind, start, end } of formatting) if (kind === 'link') sum += end - start;
  return sum;
}
