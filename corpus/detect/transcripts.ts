import type { Span } from '../spans/span';
import type { LanguageBlock } from './language';
import type { DetectableBlock } from './model';
import type { TokenRange } from './noun-phrases';
import type { Period } from './periods';

/** A speaker's label: one to four words in capitals and a colon: "MAYOR ORM: We waited." */
const LABEL = /^["“]?(?:\p{Lu}[\p{Lu}.'’-]*\p{Lu}\.?)(?: \p{Lu}[\p{Lu}.'’-]*){0,3}:\s+\S/u;
/** So many labelled paragraphs make a transcript; one may be a rubric. */
const FEWEST = 2;

/** The paragraphs of an article that begin with a speaker's label, where there are several. */
export function transcriptOf(
  text: string,
  blocks: readonly DetectableBlock[],
): ReadonlySet<DetectableBlock> {
  const labelled = blocks.filter(
    (block) => block.role === 'paragraph' && LABEL.test(text.slice(block.start, block.start + 120)),
  );
  return new Set(labelled.length < FEWEST ? [] : labelled);
}

/** The label's tokens in the first period of a labelled paragraph, and where its words begin. */
export function labelIn({ tokens }: Period): { source: TokenRange; words: number } | null {
  const colon = tokens.findIndex(({ lower }) => lower === ':');
  const first = tokens.findIndex(({ tag }) => tag !== 'PUNCT');
  if (colon <= first || first < 0 || colon + 1 >= tokens.length) return null;
  return { source: { from: first, to: colon - 1 }, words: colon + 1 };
}

/** A paragraph's end without white space. */
export function endOf({ sentences }: LanguageBlock): Span['end'] {
  return sentences.at(-1)!.end;
}
