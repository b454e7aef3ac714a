import type { BlockRole } from '../../document/block';
import { layOut } from '../../document/text';
import { readLanguage } from '../language';
import type { DetectableText, Suggestion } from '../model';
import { findQuotations } from '../quotations';
import { claimReader } from './claims';

export function claimsOf(input: DetectableText): readonly Suggestion[] {
  const read = claimReader(input.text, findQuotations(input), input.date);
  return [...readLanguage(input)].flatMap(read);
}

/** An article of paragraphs; the last one takes the role that is given. */
export function articleOf(
  paragraphs: readonly string[],
  lastRole: BlockRole = 'paragraph',
  date: string | null = null,
): DetectableText {
  const { text, blocks } = layOut(
    paragraphs.map((words, index) => ({
      role: index === paragraphs.length - 1 ? lastRole : ('paragraph' as const),
      text: words,
      depth: 0,
      group: null,
      original: null,
    })),
  );
  return { text, blocks, date };
}
