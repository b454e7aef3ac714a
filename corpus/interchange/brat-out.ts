import { CLAIM_TYPES, FLAGS, SOURCE_TYPES, SPEECH, TERMS } from '../annotation/model';
import type { DatasetAnnotation, DatasetArticle, DatasetPart } from './article';
import type { FormatDeclaration } from './format';
import { allOf, anonymityReasons, articleFacts, blockRoles, checks, ofEach } from './losing';
import type { Losses } from './loss';

const ROLES = { source: 'Source', cue: 'Cue', content: 'Content', addressee: 'Addressee' } as const;
const SINGLE = { claim: 'Claim', quote: 'Quote' } as const;

type Profile = 'brat' | 'polnear';

const keepsNot = allOf(articleFacts, blockRoles, checks, anonymityReasons);

/**
 * brat's standoff: for each article its text (`ID.txt`) and its annotations (`ID.ann`), offsets in
 * code points, as brat's own parser counts. An attribution is an event whose trigger covers its
 * cue, or its content where it has none.
 */
export const brat: FormatDeclaration = {
  name: 'brat standoff',
  carries: 'a text and its annotations for each article; no checks',
  unit: 'codepoint',
  files: { 'annotation.conf': 'what brat shows: spans, events and attributes' },
  own: ['.txt', '.ann'],
  lose: keepsNot,
  encoder: () => encoderOf('brat'),
};

/** Only the outermost attributions with source, cue and content, as that corpus has. */
export const polnear: FormatDeclaration = {
  name: 'brat, PolNeAR profile',
  carries: 'only the outermost attributions, as that corpus has them',
  unit: 'codepoint',
  files: { 'annotation.conf': 'what brat shows: spans and events' },
  own: ['.txt', '.ann'],
  lose: allOf(keepsNot, ofEach(loseForPolnear), loseInner),
  encoder: () => encoderOf('polnear'),
};

function encoderOf(profile: Profile): ReturnType<FormatDeclaration['encoder']> {
  return {
    *filesOf(article) {
      const { id, text, annotations } = article;
      const chosen = profile === 'brat' ? annotations : outermost(annotations);
      const standoff = new Standoff(text, profile);
      for (const annotation of chosen) standoff.add(annotation);
      yield { name: `${id}.txt`, content: text };
      yield { name: `${id}.ann`, content: standoff.toString() };
    },
    files: [
      {
        name: 'annotation.conf',
        mediaType: 'text/plain; charset=utf-8',
        begin: () => configuration(profile),
        article: () => [],
        end: () => '',
      },
    ],
  };
}

/** Writes one article's lines; ids count from 1 in the order in which they are needed. */
class Standoff {
  private readonly lines: string[] = [];
  private readonly points: readonly string[];
  private readonly made = { T: 0, E: 0, A: 0, '#': 0 };

  constructor(
    text: string,
    private readonly profile: Profile,
  ) {
    this.points = Array.from(text);
  }

  add(annotation: DatasetAnnotation): void {
    const { kind, parts } = annotation;
    const of = kind === 'attribution' ? this.event(parts) : this.span(SINGLE[kind], parts);
    if (this.profile === 'polnear') return;
    for (const [name, value] of attributesOf(annotation)) {
      this.lines.push([`${this.next('A')}\t${name}`, of, ...(value ? [value] : [])].join(' '));
    }
    const { id, layer, createdBy } = annotation;
    const note = `id=${id} layer=${layer} by=${createdBy}`.replace(/\s+/g, ' ');
    this.lines.push(`${this.next('#')}\tAnnotatorNotes ${of}\t${note}`);
  }

  toString(): string {
    return this.lines.map((line) => `${line}\n`).join('');
  }

  private event(parts: readonly DatasetPart[]): string {
    const carried = parts.filter(({ part }) => this.profile === 'brat' || part !== 'addressee');
    const roles = carried.map((part) => {
      const number = part.ordinal === 0 ? '' : String(part.ordinal + 1);
      return `${ROLES[part.part]}${number}:${this.span(ROLES[part.part], [part])}`;
    });
    const trigger = carried.find(({ part }) => part === 'cue') ?? carried[0]!;
    const hasSource = carried.some(({ part }) => part === 'source');
    const type = this.profile === 'polnear' && !hasSource ? 'Attribution-no-source' : 'Attribution';
    const span = this.span(type, [trigger]);
    const id = this.next('E');
    this.lines.push(`${id}\t${type}:${span} ${roles.join(' ')}`);
    return id;
  }

  /** A line break may stand in no span of brat's, so a piece is cut at each. */
  private span(label: string, parts: readonly DatasetPart[]): string {
    const ranges = parts
      .flatMap(({ pieces }) => pieces)
      .flatMap(({ start, end }) => this.withoutBreaks(start, end));
    const places = ranges.map(({ start, end }) => `${start} ${end}`).join(';');
    const words = ranges.map(({ start, end }) => this.points.slice(start, end).join('')).join(' ');
    const id = this.next('T');
    this.lines.push(`${id}\t${label} ${places}\t${words}`);
    return id;
  }

  private withoutBreaks(start: number, end: number) {
    const ranges: { start: number; end: number }[] = [];
    let from = start;
    for (let at = start; at <= end; at++) {
      if (at < end && this.points[at] !== '\n' && this.points[at] !== '\r') continue;
      if (at > from) ranges.push({ start: from, end: at });
      from = at + 1;
    }
    return ranges;
  }

  private next(letter: 'T' | 'E' | 'A' | '#'): string {
    return `${letter}${++this.made[letter]}`;
  }
}

/** Names with their values; no value for what is there or not, since types and flags may be several. */
function attributesOf({ types, flags, speech, sourceType, terms }: DatasetAnnotation) {
  const [main, ...also] = types;
  const named = { Type: main, Speech: speech, SourceType: sourceType, Terms: terms };
  const bare = [...also.map((type) => `Also_${type}`), ...flags.map((flag) => `Flag_${flag}`)];
  return [
    ...Object.entries(named).filter(([, value]) => value),
    ...bare.map((name) => [name, null] as const),
  ];
}

/** Attributions that are in no other one's content and have the cue that PolNeAR's all have. */
function outermost(annotations: readonly DatasetAnnotation[]): readonly DatasetAnnotation[] {
  return sorted(annotations)
    .filter(({ why }) => why === null)
    .map(({ annotation }) => annotation);
}

/** The attributions, and why the profile leaves one out; null where it does not. */
function sorted(annotations: readonly DatasetAnnotation[]) {
  const contents = annotations
    .filter(({ kind }) => kind === 'attribution')
    .map((annotation) => ({ annotation, ...extentOf(annotation.parts, ['content']) }));
  return contents.map(({ annotation }) => {
    const whole = extentOf(annotation.parts, ['content', 'source', 'cue']);
    const nested = contents.some(
      (other) =>
        other.annotation !== annotation && other.start <= whole.start && whole.end <= other.end,
    );
    const hasCue = annotation.parts.some(({ part }) => part === 'cue');
    const cueless = hasCue ? null : 'attributions without a cue';
    return { annotation, why: nested ? 'attributions within another' : cueless };
  });
}

function loseInner({ annotations }: DatasetArticle, losses: Losses): void {
  for (const { annotation, why } of sorted(annotations)) {
    if (why !== null) losses.note(why, annotation.id);
  }
}

function loseForPolnear(annotation: DatasetAnnotation, losses: Losses): void {
  const { id, kind, parts } = annotation;
  if (kind !== 'attribution') {
    losses.note('claims and quotes', id);
    return;
  }
  losses.note('attributes', id, attributesOf(annotation).length);
  losses.note('addressees', id, parts.filter(({ part }) => part === 'addressee').length);
}

function extentOf(parts: readonly DatasetPart[], named: readonly DatasetPart['part'][]) {
  const pieces = parts.filter(({ part }) => named.includes(part)).flatMap((part) => part.pieces);
  return {
    start: Math.min(...pieces.map(({ start }) => start)),
    end: Math.max(...pieces.map(({ end }) => end)),
  };
}

function configuration(profile: Profile): string {
  const roles = `Source*:Source, Cue?:Cue, Content+:Content`;
  if (profile === 'polnear') {
    return `[entities]\nSource\nCue\nContent\n\n[relations]\n\n[events]\nAttribution\t${roles}\nAttribution-no-source\tCue?:Cue, Content+:Content\n\n[attributes]\n`;
  }
  const choice = (name: string, values: readonly string[]) =>
    `${name}\tArg:<ANY>, Value:${values.join('|')}\n`;
  const flags = [
    ...CLAIM_TYPES.map((type) => `Also_${type}`),
    ...FLAGS.map((flag) => `Flag_${flag}`),
  ].map((name) => `${name}\tArg:<ANY>\n`);
  return [
    '[entities]\nClaim\nQuote\nSource\nCue\nContent\nAddressee\n\n[relations]\n\n',
    `[events]\nAttribution\t${roles}, Addressee?:Addressee\n\n[attributes]\n`,
    choice('Type', CLAIM_TYPES),
    choice('Speech', SPEECH),
    choice('SourceType', SOURCE_TYPES),
    choice('Terms', TERMS),
    ...flags,
  ].join('');
}
