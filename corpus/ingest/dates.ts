import type { BlockRole } from '../document/block';
import {
  datesIn,
  daysWithoutYearIn,
  firstOnOrAfter,
  WEEKDAYS,
  weekdayOf,
  type FoundDate,
  type Weekday,
} from './calendar';
import { isArchivePicture } from './captions';
import type { InferredDate } from './model';

/** What the date of an article is read from. Readers' comments must not be among it. */
export interface DateSources {
  /** Lines of the head that give a date: bylines and date lines, in order. */
  readonly lines: readonly string[];
  /** The date inside the dateline, as written; may lack its year. */
  readonly dateline: string | null;
  readonly captions: readonly string[];
  /** The article's own paragraphs, the lead first. */
  readonly prose: readonly string[];
  readonly furniture: readonly string[];
}

/**
 * How many days a story may come after the picture beside it. Any weekday falls within seven days
 * of any picture, so a week would prove nothing; a picture from a Friday beside Monday's story is
 * common, and longer gaps mean that the picture may be an old one.
 */
const PICTURE_DAYS = 3;

/**
 * The article's date, or null where nothing tells. In this order: a date line or a dated dateline
 * (stated); a weekday with its full date in the lead; a dateline's day with the year of the
 * picture; the picture's date with the weekday that the text speaks of. A picture says nothing if
 * it is marked as an archive picture, if the weekday is more than PICTURE_DAYS away, or if the
 * text speaks of a later year.
 */
export function dateOf(sources: DateSources): InferredDate | null {
  return stated(sources) ?? fromLead(sources) ?? fromPicture(sources);
}

/** Sentences that help a person to date an article for which dateOf gives null. */
export function dateHints(sources: DateSources): string[] {
  const hints: string[] = [];
  const picture = sources.captions
    .flatMap(datesIn)
    .sort((a, b) => a.value.localeCompare(b.value))
    .at(-1);
  if (picture !== undefined) {
    hints.push(`No date is given; the text is not older than its picture of ${picture.words}.`);
  }
  const days = sources.furniture.flatMap(daysWithoutYearIn);
  const day = sources.dateline ?? days[0];
  if (day !== undefined) hints.push(`No year is given; the page speaks of “${day}”.`);
  return hints.length > 0 ? hints : ['No date is given, and nothing in the text tells it.'];
}

function stated({ lines, dateline }: DateSources): InferredDate | null {
  const dated = lines.filter((line) => datesIn(line).length > 0);
  const line =
    dated.find((text) => /\b(?:publish|post|creat)/i.test(text)) ??
    dated.find((text) => !/\b(?:updat|modif|edit)/i.test(text)) ??
    dated[0];
  const found = line === undefined ? undefined : datesIn(line)[0];
  if (found !== undefined) {
    const reason = `Stated above the text: “${found.words}”.`;
    return { value: found.value, basis: 'stated', reason };
  }
  const date = dateline === null ? undefined : datesIn(dateline)[0];
  if (date === undefined) return null;
  return { value: date.value, basis: 'stated', reason: `Stated in the dateline: “${date.words}”.` };
}

/** "on Friday, June 9, 2017," in the lead names the day of the news. */
function fromLead({ prose }: DateSources): InferredDate | null {
  const lead = (prose[0] ?? '').slice(0, 1000);
  for (const date of datesIn(lead)) {
    const before = /\b(\p{Lu}\p{Ll}+day)\b,?\s\(?$/u.exec(lead.slice(0, date.index))?.[1];
    if (before !== weekdayOf(date.value)) continue;
    const reason = `From the first paragraph: “${before}, ${date.words}”.`;
    return { value: date.value, basis: 'inferred', reason };
  }
  return null;
}

function fromPicture(sources: DateSources): InferredDate | null {
  const picture = picturesOf(sources.captions).at(-1);
  if (picture === undefined) return null;
  const day = sources.dateline === null ? null : dayInYear(sources.dateline, picture);
  if (day !== null) {
    const reason = `From the dateline’s “${sources.dateline}” and the year of the picture, “${picture.words}”.`;
    return { value: day, basis: 'inferred', reason };
  }
  return fromWeekday(sources.prose, picture);
}

/** The dateline's day in the picture's year, where the picture is a few days older at most. */
function dayInYear(day: string, picture: FoundDate): string | null {
  const value = datesIn(`${day}, ${picture.value.slice(0, 4)}`)[0]?.value;
  if (value === undefined) return null;
  const days = (Date.parse(value) - Date.parse(picture.value)) / 86_400_000;
  return days >= 0 && days <= 14 ? value : null;
}

function fromWeekday(prose: readonly string[], picture: FoundDate): InferredDate | null {
  const inLead = weekdaysIn(prose.slice(0, 1));
  const inText = weekdaysIn(prose);
  const weekday = inLead.at(-1) ?? (new Set(inText).size === 1 ? inText[0] : undefined);
  if (weekday === undefined) return null;
  const { value, days } = firstOnOrAfter(picture.value, weekday);
  if (days > PICTURE_DAYS || speaksOfLaterYear(prose, value)) return null;
  const where = inLead.length > 0 ? 'first paragraph' : 'text';
  const reason =
    `From the photo caption: “${picture.words}”, a ${weekdayOf(picture.value)}, ` +
    `and “on ${weekday}” in the ${where}.`;
  return { value, basis: 'inferred', reason };
}

/** The dates of the pictures that are not marked as archive pictures, the oldest first. */
function picturesOf(captions: readonly string[]): FoundDate[] {
  return captions
    .filter((caption) => !isArchivePicture(caption))
    .flatMap(datesIn)
    .sort((a, b) => a.value.localeCompare(b.value));
}

const WEEKDAY = new RegExp(
  `\\b(?:on|late|early) (${WEEKDAYS.join('|')})(?:,? ((?:early |late )?(?:morning|afternoon|evening|night)))?\\b`,
  'g',
);

/** The weekdays on which something happened, as a text tells its news; not "last" or "next". */
function weekdaysIn(paragraphs: readonly string[]): Weekday[] {
  return paragraphs.flatMap((paragraph) =>
    [...paragraph.matchAll(WEEKDAY)].flatMap((match) => {
      const weekday = WEEKDAYS.find((name) => name === match[1]);
      return weekday === undefined ? [] : [weekday];
    }),
  );
}

/** A text that speaks of a year cannot be older than it, whatever the picture says. */
function speaksOfLaterYear(prose: readonly string[], value: string): boolean {
  const year = Number(value.slice(0, 4));
  return prose.some((paragraph) =>
    [...paragraph.matchAll(/(?<![\d.,$€£-])(?:19|20)\d\d(?![\d,%])/g)].some((match) => {
      const spoken = Number(match[0]);
      return spoken > year && spoken < year + 30;
    }),
  );
}

/** The blocks' texts sorted into the sources of a date. */
export function sourcesOf(
  blocks: readonly { readonly role: BlockRole; readonly text: string }[],
  dateline: string | null,
): DateSources {
  const texts = (...roles: BlockRole[]): string[] =>
    blocks.filter(({ role }) => roles.includes(role)).map(({ text }) => text);
  return {
    lines: texts('byline'),
    dateline,
    captions: texts('caption'),
    prose: texts('paragraph', 'block_quote', 'list_item'),
    furniture: texts('furniture'),
  };
}
