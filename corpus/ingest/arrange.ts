import { createHash } from 'node:crypto';
import type { BlockRole, DraftBlock } from '../document/block';
import { rangesOf, startsOf, type ArrangedRange, type Arrangement } from './arrangement';
import { detailsOf, sharedMetadata } from './details';
import type { IngestedArticle, IngestedNote, IngestOutcome } from './model';

const OTHER_READING =
  'It does not read the same as when it was looked at: the file or the page has changed. Look at it again, then store it.';
const UNFIT = 'The changes do not fit the text: look at it again, then store it.';
const NOTHING_LEFT = 'Every article of it is left out, so nothing is stored.';

/** Names a reading by its articles, blocks and roles: another text, or another reading of it, has another name. */
export function readingOf(articles: readonly IngestedArticle[]): string {
  const read = articles.map(({ blocks }) => blocks.map(({ role, text }) => [role, text]));
  return createHash('sha256').update(JSON.stringify(read)).digest('hex');
}

/**
 * What a file is read as once a person's arrangement is applied: articles cut, joined and left out,
 * blocks in the roles that were chosen. No word changes. Refused with a sentence where the file no
 * longer reads as it did when it was looked at, or where nothing is left.
 */
export function applyArrangement(outcome: IngestOutcome, arrangement: Arrangement): IngestOutcome {
  if (!outcome.ok) return outcome;
  const { articles } = outcome;
  if (readingOf(articles) !== arrangement.reading) return { ok: false, refused: OTHER_READING };
  const reading = readingIn(articles);
  if (!fits(arrangement, reading.blocks.length)) return { ok: false, refused: UNFIT };
  const roles = new Map(arrangement.roles.map(({ block, role }) => [block, role]));
  const arranged = rangesOf(arrangement, reading.blocks.length)
    .filter(({ isDropped }) => !isDropped)
    .map((range) => articleIn(reading, range, roles));
  if (arranged.length === 0) return { ok: false, refused: NOTHING_LEFT };
  return { ...outcome, articles: arranged };
}

function fits({ starts, dropped, roles }: Arrangement, count: number): boolean {
  const isAscending = starts.every((start, at) => at === 0 || start > starts[at - 1]!);
  return (
    starts[0] === 0 &&
    isAscending &&
    starts.at(-1)! < count &&
    dropped.every((start) => starts.includes(start)) &&
    roles.every(({ block }) => block < count)
  );
}

/** The articles of a file with their blocks counted through. */
interface Reading {
  readonly articles: readonly IngestedArticle[];
  readonly starts: readonly number[];
  readonly blocks: readonly DraftBlock[];
}

function readingIn(articles: readonly IngestedArticle[]): Reading {
  const blocks = articles.flatMap((article) => article.blocks);
  return { articles, starts: startsOf(articles), blocks };
}

function articleIn(
  reading: Reading,
  { start, end }: ArrangedRange,
  roles: ReadonlyMap<number, BlockRole>,
): IngestedArticle {
  const at = reading.starts.findLastIndex((first) => first <= start);
  const read = reading.articles[at]!;
  const isHead = reading.starts[at] === start;
  const isWhole = isHead && start + read.blocks.length === end;
  const changed = new Set<BlockRole>();
  const blocks = reading.blocks.slice(start, end).map((block, index) => {
    const role = roles.get(start + index) ?? block.role;
    if (role === block.role) return block;
    changed.add(role).add(block.role);
    return { ...block, role, depth: 0, group: null };
  });
  if (isWhole && changed.size === 0) return read;
  const notes = notesIn(reading, start, end);
  const told = isHead
    ? headOf(read, blocks, isWhole ? changed : changed.add('credit'))
    : { ...detailsOf(blocks, sharedMetadata(read.metadata ?? null)), blocks };
  const { notes: _, ...article } = told;
  return notes.length === 0 ? article : { ...article, notes };
}

/** What is read anew where a block takes or leaves a role. */
const TOLD_BY: Partial<Record<BlockRole, readonly (keyof IngestedArticle)[]>> = {
  headline: ['headline', 'warnings'],
  deck: ['deck'],
  byline: ['byline'],
  credit: ['credit'],
};

/** An article that begins as it was read: it keeps what was read of it, but for what was changed. */
function headOf(
  read: IngestedArticle,
  blocks: readonly DraftBlock[],
  changed: ReadonlySet<BlockRole>,
): IngestedArticle {
  const anew = { ...detailsOf(blocks, read.metadata ?? {}), blocks };
  const fields = [...changed].flatMap((role) => TOLD_BY[role] ?? []);
  const told = Object.fromEntries(fields.map((field) => [field, anew[field]]));
  return { ...read, ...told, blocks };
}

/** The remarks about words of these blocks, and those about no words of an article that begins here. */
function notesIn({ articles, starts }: Reading, start: number, end: number): IngestedNote[] {
  const isIn = (block: number): boolean => block >= start && block < end;
  return articles.flatMap(({ notes = [] }, at) =>
    notes.flatMap((note) => {
      const own = note.places.map((place) => ({ ...place, block: place.block + starts[at]! }));
      if (!isIn(own[0]?.block ?? starts[at]!)) return [];
      const places = own
        .filter(({ block }) => isIn(block))
        .map((place) => ({ ...place, block: place.block - start }));
      return [{ ...note, places }];
    }),
  );
}
