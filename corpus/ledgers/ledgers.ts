import { isOwnProse } from '../document/block';
import { sentencesOf } from '../spans/sentences';
import { checkAges } from './ages';
import { anonymousSources } from './anonymous';
import { checkConversions } from './conversions';
import { checkWeekdays } from './days';
import type { Finding, LedgerEntry, LedgerInput, LedgerName, Ledgers } from './model';
import { checkNames } from './names';
import { checkPercentages } from './percentages';
import { singleSourceParagraphs } from './single-source';
import { checkSums } from './sums';

/** What a line under each ledger's name says. */
export const LEDGER_WORDS: Readonly<Record<LedgerName, readonly [title: string, empty: string]>> = {
  anonymous: ['Sources without a name', 'Nobody is quoted without a name.'],
  single_source: ['Paragraphs with one source', 'No paragraph stands on one source alone.'],
  on_author: ['Left on the author', 'Nothing is left on the author.'],
  names: ['Names spelt two ways', 'No name is spelt in two ways.'],
  arithmetic: ['Arithmetic', 'No figures contradict each other.'],
};

/** All ledgers of an article, each in the order of the text. They are quiet where a case is doubtful. */
export function ledgersOf(input: LedgerInput): Ledgers {
  return {
    anonymous: anonymousSources(input),
    single_source: singleSourceParagraphs(input),
    on_author: input.onAuthor.flatMap(({ annotationId, spans, reason }) =>
      spans.slice(0, 1).map(({ start, end }) => ({
        ...{ start, end, annotationId, asks: reason === null },
        sentence: reason ?? 'No reason is given in the rationale.',
      })),
    ),
    names: ownNames(input),
    arithmetic: arithmetic(input),
  };
}

/** Figures of a sentence that contradict each other, with the computation. */
export function checkSentence(sentence: string, date: string | null): readonly Finding[] {
  const found = [
    ...checkPercentages(sentence),
    ...checkSums(sentence),
    ...checkConversions(sentence),
    ...checkWeekdays(sentence, date),
    ...checkAges(sentence, date),
  ].sort((a, b) => a.start - b.start);
  return found.filter(({ start }, index) => found.findIndex((one) => one.start === start) === index);
} // prettier-ignore

function arithmetic({ text, blocks, date }: LedgerInput): readonly LedgerEntry[] {
  return blocks.flatMap((block) => {
    if (!isOwnProse(block.role)) return [];
    const words = text.slice(block.start, block.end);
    return sentencesOf(words).flatMap(({ start, end }) =>
      checkSentence(words.slice(start, end), date).map((found) => entryAt(block.start + start, found)),
    ); // prettier-ignore
  });
}

function ownNames({ text, blocks }: LedgerInput): readonly LedgerEntry[] {
  return checkNames(ownWords(text, blocks)).map((found) => entryAt(0, found));
}

/** The text with blanks for what is not the article's own, so that offsets stay. */
function ownWords(text: string, blocks: LedgerInput['blocks']): string {
  return blocks
    .map(({ role, start, end }) =>
      isOwnProse(role) ? text.slice(start, end) : ' '.repeat(end - start),
    )
    .join('\n\n');
}

function entryAt(offset: number, { start, end, sentence }: Finding): LedgerEntry {
  return { start: offset + start, end: offset + end, sentence, asks: true, annotationId: null };
}
