import {
  CLAIM_TYPES,
  findShapeProblem,
  FLAGS,
  NO_ATTRIBUTES,
  SOURCE_TYPES,
  SPEECH,
  TERMS,
  type Attributes,
  type Kind,
  type Part,
  type PartSpan,
} from '../annotation/model';
import { bratLines, type BratLine } from './brat-lines';
import { placeQuotedSpans, type OffsetUnit, type PlacedSpan } from './quoted-span';

/** An annotation read from brat's standoff; spans are UTF-16 offsets of the text it came with. */
export interface BratAnnotation {
  /** brat's own id: of the event for an attribution, of the span for a quote or a claim. */
  readonly id: string;
  readonly kind: Kind;
  readonly spans: readonly PartSpan[];
  readonly attributes: Attributes;
  readonly notes: readonly string[];
}

/** What became of one line that could not be taken over as it is. */
export interface BratRemark {
  readonly line: number;
  readonly id: string;
  readonly outcome: 'repaired' | 'refused';
  /** One sentence. */
  readonly message: string;
}

export interface BratReading {
  readonly unit: OffsetUnit;
  readonly annotations: readonly BratAnnotation[];
  /** In the order of lines; a line without a remark was taken over whole. */
  readonly remarks: readonly BratRemark[];
}

type SpanLine = Extract<BratLine, { is: 'span' }>;
type EventLine = Extract<BratLine, { is: 'event' }>;
type AttributeLine = Extract<BratLine, { is: 'attribute' }>;
type NoteLine = Extract<BratLine, { is: 'note' }>;

const PARTS_BY_ROLE: Readonly<Record<string, Part>> = {
  Source: 'source',
  Cue: 'cue',
  Content: 'content',
  Addressee: 'addressee',
};
const KINDS_BY_LABEL: Readonly<Record<string, Kind>> = { Quote: 'quote', Claim: 'claim' };
const ATTRIBUTION = 'Attribution';

/**
 * Reads a text and its .ann file: the spans Quote and Claim, and attributions as PolNeAR has them,
 * events `Attribution:T4 Content:T3 Cue:T2 Source:T1`. Every span is compared with the words that
 * the file quotes; what cannot be taken over is refused line by line, never in silence.
 */
export function readBrat(text: string, standoff: string): BratReading {
  const reader = new BratReader(bratLines(standoff));
  return reader.read(text);
}

class BratReader {
  private readonly remarks: BratRemark[] = [];
  private readonly spanLines: readonly SpanLine[];
  private readonly spans = new Map<string, SpanLine>();
  private readonly placed = new Map<string, PlacedSpan>();
  /** Ids of spans that an event uses. */
  private readonly used = new Set<string>();

  constructor(private readonly lines: readonly BratLine[]) {
    this.spanLines = lines.filter((line): line is SpanLine => line.is === 'span');
    for (const line of this.spanLines) this.spans.set(line.id, line);
  }

  read(text: string): BratReading {
    const { unit, spans } = placeQuotedSpans(text, this.spanLines);
    for (const [index, line] of this.spanLines.entries()) this.place(line, spans[index]!);
    const annotations: BratAnnotation[] = [];
    for (const line of this.lines) {
      const annotation = line.is === 'event' ? this.event(line) : this.single(line);
      if (annotation !== null) annotations.push(annotation);
    }
    this.remarkUnused(new Set(annotations.map(({ id }) => id)));
    this.remarks.sort((a, b) => a.line - b.line);
    return { unit, annotations, remarks: this.remarks };
  }

  private place(line: SpanLine, placed: PlacedSpan): void {
    if (placed.ranges === null) this.refuse(line, `The span was left out: ${placed.refused}.`);
    else if (placed.repaired !== null) {
      this.remark(line, 'repaired', `The span was put right: ${placed.repaired}.`);
    }
    this.placed.set(line.id, placed);
  }

  /** A quote or a claim; null for any other line. */
  private single(line: BratLine): BratAnnotation | null {
    if (line.is !== 'span') return null;
    const kind = KINDS_BY_LABEL[line.label];
    const ranges = this.placed.get(line.id)?.ranges;
    if (kind === undefined || !ranges) return null;
    return this.whole(line, kind, piecesOf('content', 0, ranges));
  }

  private event(line: EventLine): BratAnnotation | null {
    if (!line.type.startsWith(ATTRIBUTION)) {
      this.refuse(line, `An event “${line.type}” is no attribution.`);
      return null;
    }
    const spans: PartSpan[] = [];
    const counts = new Map<Part, number>();
    this.used.add(line.trigger);
    for (const { name, span } of this.rolesOf(line)) {
      this.used.add(span);
      const part = PARTS_BY_ROLE[name.replace(/\d+$/, '')];
      if (part === undefined) this.refuse(line, `“${name}” is no part of an attribution.`);
      else if (!this.spans.has(span)) this.refuse(line, `${span} is not in the file.`);
      const ranges = this.placed.get(span)?.ranges;
      if (part === undefined || !ranges) continue;
      const ordinal = counts.get(part) ?? 0;
      counts.set(part, ordinal + 1);
      spans.push(...piecesOf(part, ordinal, ranges));
    }
    return this.whole(line, 'attribution', spans);
  }

  /** brat wants a trigger for every event: one that covers no other part of it is its cue. */
  private rolesOf({ trigger, roles }: EventLine): EventLine['roles'] {
    const placesOf = (span: string) => JSON.stringify(this.spans.get(span)?.ranges);
    const hasCue = roles.some(({ name }) => name.startsWith('Cue'));
    if (hasCue || roles.some(({ span }) => placesOf(span) === placesOf(trigger))) return roles;
    return [...roles, { name: 'Cue', span: trigger }];
  }

  private whole(line: SpanLine | EventLine, kind: Kind, spans: PartSpan[]): BratAnnotation | null {
    const problem = findShapeProblem(kind, spans);
    if (problem !== null) {
      this.refuse(line, `The ${kind} was left out: ${problem}`);
      return null;
    }
    const notes = this.lines
      .filter((other): other is NoteLine => other.is === 'note' && other.of === line.id)
      .map(({ words }) => words);
    return { id: line.id, kind, spans, attributes: this.attributesOf(line.id), notes };
  }

  private attributesOf(id: string): Attributes {
    const lines = this.lines.filter(
      (line): line is AttributeLine => line.is === 'attribute' && line.of === id,
    );
    let attributes = NO_ATTRIBUTES;
    for (const line of lines) {
      const read = withAttribute(attributes, line);
      if (read === null) {
        const said = line.value === null ? line.name : `${line.name} ${line.value}`;
        this.refuse(line, `“${said}” is no attribute that Stet knows.`);
      } else attributes = read;
    }
    return attributes;
  }

  private remarkUnused(annotated: ReadonlySet<string>): void {
    for (const line of this.lines) {
      if (line.is === 'other') this.refuse(line, 'The line is not understood.');
      if (
        line.is === 'span' &&
        KINDS_BY_LABEL[line.label] === undefined &&
        !this.used.has(line.id)
      ) {
        this.refuse(line, `The span “${line.label}” belongs to no event.`);
      }
      if (line.is === 'attribute' || line.is === 'note') {
        const what = line.is === 'note' ? 'note' : 'attribute';
        if (!annotated.has(line.of)) {
          this.refuse(line, `The ${what} belongs to ${line.of}, which is no annotation.`);
        }
      }
    }
  }

  private refuse(line: BratLine, message: string): void {
    this.remark(line, 'refused', message);
  }

  private remark({ line, id }: BratLine, outcome: BratRemark['outcome'], message: string): void {
    this.remarks.push({ line, id, outcome, message });
  }
}

function piecesOf(
  part: Part,
  ordinal: number,
  ranges: readonly { readonly start: number; readonly end: number }[],
): PartSpan[] {
  const inOrder = [...ranges].sort((a, b) => a.start - b.start);
  return inOrder.map(({ start, end }, piece) => ({ part, ordinal, piece, start, end }));
}

/** The attributes with one more; null where its name or value is not known. */
function withAttribute(
  attributes: Attributes,
  { name, value }: { readonly name: string; readonly value: string | null },
): Attributes | null {
  const known = <T extends string>(values: readonly T[], word = value) =>
    values.find((one) => one === word);
  if (value === null) {
    const [, what, word = null] = /^(Also|Flag)_(.+)$/.exec(name) ?? [];
    if (what === 'Also') return added(attributes, 'types', known(CLAIM_TYPES, word));
    return what === 'Flag' ? added(attributes, 'flags', known(FLAGS, word)) : null;
  }
  switch (name) {
    case 'Type':
      return added(attributes, 'types', known(CLAIM_TYPES));
    case 'Flag':
      return added(attributes, 'flags', known(FLAGS));
    case 'Speech':
      return set(attributes, 'speech', known(SPEECH));
    case 'SourceType':
      return set(attributes, 'sourceType', known(SOURCE_TYPES));
    case 'Terms':
      return set(attributes, 'terms', known(TERMS));
    default:
      return null;
  }
}

function set<Key extends 'speech' | 'sourceType' | 'terms'>(
  attributes: Attributes,
  key: Key,
  value: Attributes[Key] | undefined,
): Attributes | null {
  return value === undefined ? null : { ...attributes, [key]: value };
}

function added<Key extends 'types' | 'flags'>(
  attributes: Attributes,
  key: Key,
  value: Attributes[Key][number] | undefined,
): Attributes | null {
  return value === undefined ? null : { ...attributes, [key]: [...attributes[key], value] };
}
