import { layOut } from '@/corpus/document/text';
import type { DraftBlock } from '@/corpus/document/block';
import { hashOf } from '../ids';
import { findNextArticle, readCutBase, type CutBase } from './cut-base';
import { listCutMarks, loseMark, moveMark, shiftMark, type CutText } from './cut-marks';
import { RefusedError } from './errors';
import { refuseHandedOut } from './handed-out';
import type { Input } from './inputs';
import type { Ledger } from './ledger';
import { readLiveArticle } from './live-article';
import { makePart, sideOf } from './split-off';
import { countWords, storeRevision } from './store-revision';

/** Makes an article of the blocks of another from one on; marks go with their words. */
export function splitArticle(ledger: Ledger, input: Input<'splitArticle'>): void {
  readLiveArticle(ledger, input.id);
  refuseHandedOut(ledger.desk, input.id);
  const base = readCutBase(ledger.desk, input.id);
  changeWordCount(ledger, base, base.drafts.slice(0, input.blockOrdinal), input.version);
  if (base.revisionId !== input.revisionId) {
    throw new RefusedError('invalid', 'The article has a newer revision: reload it, then split it.'); // prettier-ignore
  }
  split(ledger, base, input.blockOrdinal, input.newId);
}

/** Puts the next article of the same original behind an article; its marks go along. */
export function joinArticles(ledger: Ledger, input: Input<'joinArticles'>): void {
  readLiveArticle(ledger, input.id);
  refuseHandedOut(ledger.desk, input.id, input.withId);
  const [base, other] = [input.id, input.withId].map((id) => {
    ledger.read('article', id);
    return readCutBase(ledger.desk, id);
  }) as [CutBase, CutBase];
  changeWordCount(ledger, base, [...base.drafts, ...other.drafts], input.version);
  readLiveArticle(ledger, input.withId);
  refuseUnlessNext(ledger, base, other);
  join(ledger, base, other, input.withVersion);
}

/** Splits `base` before a block; `newId` is the id of the article made, or of one to bring back. */
export function split(ledger: Ledger, base: CutBase, at: number, newId: string): void {
  if (at === 0) {
    throw new RefusedError('invalid', 'An article cannot be split before its first block.');
  }
  const cut = base.blocks[at];
  if (cut === undefined) throw new RefusedError('invalid', 'The article has no such block.');
  const marks = listCutMarks(ledger, base.articleId, base.revisionId);
  refuseCutThrough(base, marks, cut.start);
  const moved = base.drafts.slice(at);
  const partId = makePart(ledger, base, moved, newId);
  const [kept, part] = [
    storeText(ledger, base, base.articleId, base.drafts.slice(0, at), 'Split in two'),
    storeText(ledger, base, partId, moved, `Split off from “${base.headline}”`),
  ];
  for (const mark of marks) {
    const side = sideOf(ledger, mark, base.revisionId, cut.start, partId);
    if (side === 'across') loseMark(ledger, mark, kept);
    else if (side === 'before') shiftMark(ledger, mark, base.revisionId, kept, 0);
    else {
      shiftMark(ledger, mark, base.revisionId, part, -cut.start);
      moveMark(ledger, mark, partId);
    }
  }
}

/** Joins two articles; `seen` is the version of the second that a person saw, or null. */
export function join(ledger: Ledger, base: CutBase, other: CutBase, seen: number | null): void {
  const marks = [base, other].map(({ articleId, revisionId }) =>
    listCutMarks(ledger, articleId, revisionId),
  );
  ledger.change('article', other.articleId, seen, { removed: true, joinedInto: base.articleId });
  const drafts = [...base.drafts, ...other.drafts];
  const note = `Joined with “${other.headline}”`;
  const joined = storeText(ledger, base, base.articleId, drafts, note);
  const offset = joined.text.length - other.text.length;
  for (const mark of marks[0]!) shiftMark(ledger, mark, base.revisionId, joined, 0);
  for (const mark of marks[1]!) {
    shiftMark(ledger, mark, other.revisionId, joined, offset);
    moveMark(ledger, mark, base.articleId);
  }
}

export function refuseUnlessNext(ledger: Ledger, base: CutBase, other: CutBase): void {
  if (findNextArticle(ledger.desk, base.articleId)?.id === other.articleId) return;
  throw new RefusedError('invalid', 'Only an article and the one that follows it in the same file can be joined.'); // prettier-ignore
}

/** Written first, so that a stale version is what is told of a stale command. */
export function changeWordCount(
  ledger: Ledger,
  { articleId }: CutBase,
  drafts: readonly DraftBlock[],
  seen: number | null,
): void {
  const wordCount = countWords(layOut(drafts).text);
  ledger.change('article', articleId, seen, { wordCount });
}

/** Stores an article's next revision; its marks are the caller's. */
export function storeText(
  ledger: Ledger,
  { originalId }: Pick<CutBase, 'originalId'>,
  articleId: string,
  drafts: readonly DraftBlock[],
  note: string,
): CutText {
  const { text } = layOut(drafts);
  const last = ledger.desk.sqlite
    .prepare<[string], number | null>('SELECT max(number) FROM revision WHERE article_id = ?')
    .pluck()
    .get(articleId);
  const number = (last ?? 0) + 1;
  const id = storeRevision(ledger, articleId, number, originalId, drafts, note);
  return { id, articleId, text, hash: hashOf(text) };
}

const QUOTED = 80;

function refuseCutThrough(
  { text }: CutBase,
  marks: ReturnType<typeof listCutMarks>,
  at: number,
): void {
  const through = marks.filter(
    ({ isStanding, spans }) =>
      isStanding && spans.some(({ start }) => start < at) && spans.some(({ end }) => end > at),
  );
  const [first] = through;
  if (first === undefined) return;
  const start = Math.min(...first.spans.map((span) => span.start));
  const words = text.slice(start, Math.max(...first.spans.map(({ end }) => end)));
  const shown = words.length > QUOTED ? `${[...words.slice(0, QUOTED)].slice(0, -1).join('')}…` : words; // prettier-ignore
  const count = through.length === 1 ? 'A mark runs' : `${through.length} marks run`;
  throw new RefusedError('invalid', `${count} over this place: “${shown.replace(/\s+/g, ' ')}”. Draw it again on one side, or remove it, then split.`); // prettier-ignore
}
