import { CLAIM_TYPES, FLAGS, SOURCE_TYPES, SPEECH, TERMS } from '../annotation/model';
import type { DatasetAnnotation, DatasetArticle, DatasetPart } from './article';
import type { FormatEncoder } from './format-encoder';
import type { Losses } from './loss';

const ROLES = { source: 'Source', cue: 'Cue', content: 'Content', addressee: 'Addressee' } as const;
const SINGLE = { claim: 'Claim', quote: 'Quote' } as const;

/**
 * brat's standoff: for each article its text (`ID.txt`) and its annotations (`ID.ann`), offsets in
 * code points, as brat's own parser counts. An attribution is an event whose trigger covers its
 * cue, or its content where it has none. The PolNeAR profile has only the outermost attributions with
 * source, cue and content, as that corpus has.
 */
export function bratFormat(profile: 'brat' | 'polnear', losses: Losses): FormatEncoder {
  return {
    *filesOf(article) {
      noteLosses(article, profile, losses);
      const chosen =
        profile === 'brat' ? article.annotations : outermost(article.annotations, losses);
      const standoff = new Standoff(article.text, profile);
      for (const annotation of chosen) standoff.add(annotation);
      yield { name: `${article.id}.txt`, content: article.text };
      yield { name: `${article.id}.ann`, content: standoff.toString() };
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
    private readonly profile: 'brat' | 'polnear',
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
function outermost(
  annotations: readonly DatasetAnnotation[],
  losses: Losses,
): readonly DatasetAnnotation[] {
  const contents = annotations
    .filter(({ kind }) => kind === 'attribution')
    .map((annotation) => ({ annotation, ...extentOf(annotation.parts, ['content']) }));
  return contents
    .filter(({ annotation }) => {
      const whole = extentOf(annotation.parts, ['content', 'source', 'cue']);
      const nested = contents.some(
        (other) =>
          other.annotation !== annotation && other.start <= whole.start && whole.end <= other.end,
      );
      const withoutCue = !annotation.parts.some(({ part }) => part === 'cue');
      if (nested) losses.note('attributions within another', annotation.id);
      else if (withoutCue) losses.note('attributions without a cue', annotation.id);
      return !nested && !withoutCue;
    })
    .map(({ annotation }) => annotation);
}

function extentOf(parts: readonly DatasetPart[], named: readonly DatasetPart['part'][]) {
  const pieces = parts.filter(({ part }) => named.includes(part)).flatMap((part) => part.pieces);
  return {
    start: Math.min(...pieces.map(({ start }) => start)),
    end: Math.max(...pieces.map(({ end }) => end)),
  };
}

function noteLosses(article: DatasetArticle, profile: 'brat' | 'polnear', losses: Losses): void {
  losses.note('headlines, dates and other facts about articles', article.id);
  losses.note('blocks and their roles', article.id, article.blocks.length);
  for (const annotation of article.annotations) {
    const { id, kind, check, anonymityReason } = annotation;
    if (check !== null) losses.note('checks, with their evidence', id);
    if (anonymityReason !== null) losses.note('reasons for anonymity', id);
    if (profile === 'brat') continue;
    if (kind !== 'attribution') losses.note('claims and quotes', id);
    else {
      losses.note('attributes', id, attributesOf(annotation).length);
      losses.note(
        'addressees',
        id,
        annotation.parts.filter(({ part }) => part === 'addressee').length,
      );
    }
  }
}

function configuration(profile: 'brat' | 'polnear'): string {
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
