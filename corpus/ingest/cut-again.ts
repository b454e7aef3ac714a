import { compareTexts } from '../anchoring/comparison';
import { sharedWords } from '../anchoring/shared-words';
import type { BlockRole, DraftBlock } from '../document/block';
import { layOut } from '../document/text';
import { applyArrangement, readingOf } from './arrange';
import { asRead, cutBefore, joinAbove, rangesOf, type Arrangement } from './arrangement';
import type { IngestedArticle, IngestOutcome } from './model';

/** What people decided on the desk about an earlier version of a file. */
export interface Decided {
  /** Articles that were joined to another one, which holds them. */
  readonly joined: readonly { readonly text: string; readonly holder: DecidedText }[];
  /** Articles that were split off another one, in the order of the file. */
  readonly splitOff: readonly (DecidedText & { readonly blocks: readonly DraftBlock[] })[];
  /** By a block's text, the role that was chosen for it. */
  readonly roles: ReadonlyMap<string, BlockRole>;
}

interface DecidedText {
  readonly id: string;
  readonly text: string;
}

/** A newly read article, and the one on the desk that a person made to hold its words. */
export interface CutArticle {
  readonly article: IngestedArticle;
  /** Place among the articles as they were read, from 1. */
  readonly ordinal: number;
  readonly heldBy: string | null;
}

type Read = Extract<IngestOutcome, { readonly ok: true }>;

/** So much of a text stands in another that it is a version of it. */
const SAME_TEXT = 0.5;

/**
 * The articles of a later version of a file, cut and with the roles that people decided for the
 * earlier one, where the words that they decided it for stand again; elsewhere as they were read.
 */
export function cutAgain(outcome: Read, decided: Decided): readonly CutArticle[] {
  const { articles } = outcome;
  const read = asRead(readingOf(articles), articles);
  const holders = new Map<number, string>();
  const joined = joinAgain(read, articles, decided, holders);
  const blocks = articles.flatMap((article) => article.blocks);
  const cut = splitAgain(joined, blocks, decided, holders);
  const roles = rolesAgain(blocks, decided);
  const arranged = applyArrangement(outcome, { ...cut, roles });
  if (!arranged.ok) return articles.map((article, at) => ({ article, ordinal: at + 1, heldBy: null })); // prettier-ignore
  return rangesOf(cut, blocks.length).map(({ start }, at) => ({
    article: arranged.articles[at]!,
    ordinal: read.starts.findLastIndex((first) => first <= start) + 1,
    heldBy: holders.get(start) ?? null,
  }));
}

/** Puts an article that was joined behind the one before, where that one is what it was joined to. */
function joinAgain(
  read: Arrangement,
  articles: readonly IngestedArticle[],
  { joined }: Decided,
  holders: Map<number, string>,
): Arrangement {
  const texts = articles.map(({ blocks }) => layOut(blocks).text);
  const left = new Set(joined);
  let arrangement = read;
  for (const [at, text] of texts.entries()) {
    if (at === 0) continue;
    const found = [...left].find(
      (one) => isSame(one.text, text) && isSame(one.holder.text, texts[at - 1]!),
    );
    if (found === undefined) continue;
    left.delete(found);
    arrangement = joinAbove(arrangement, read.starts[at]!);
    holders.set(
      arrangement.starts.findLast((start) => start < read.starts[at]!)!,
      found.holder.id,
    );
  }
  return arrangement;
}

/** Begins an article where one that was split off begins again. */
function splitAgain(
  joined: Arrangement,
  blocks: readonly DraftBlock[],
  { splitOff }: Decided,
  holders: Map<number, string>,
): Arrangement {
  const whole = layOut(blocks);
  let arrangement = joined;
  for (const part of splitOff) {
    if (!isSame(part.text, whole.text)) continue;
    const rows = compareTexts(layOut(part.blocks), whole);
    const start = rows.find(({ before }) => before?.index === 0)?.after?.index ?? 0;
    if (start === 0) continue;
    arrangement = cutBefore(arrangement, start);
    holders.set(start, part.id);
  }
  return arrangement;
}

/** The chosen roles of blocks that stand again, once each: of two alike nobody knows which was meant. */
function rolesAgain(blocks: readonly DraftBlock[], { roles }: Decided): Arrangement['roles'] {
  const texts = blocks.map(({ text }) => text);
  return blocks.flatMap(({ text, role: read }, block) => {
    const role = roles.get(text) ?? read;
    const isOnce = texts.indexOf(text) === block && texts.lastIndexOf(text) === block;
    return role === read || !isOnce ? [] : [{ block, role }];
  });
}

function isSame(before: string, after: string): boolean {
  return sharedWords(before, after) >= SAME_TEXT;
}
