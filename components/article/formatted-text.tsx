import type { ReactNode } from 'react';
import type { Formatting } from '@/corpus/document/block';
import { isSafeAddress } from '@/corpus/document/formatting';

interface FormattedTextProps {
  readonly text: string;
  /** Where the text begins in what the formatting's offsets are told for. */
  readonly start?: number;
  readonly formatting: readonly Formatting[] | undefined;
}

/** Words with their emphasis, strong words and links. */
export function FormattedText({ text, start = 0, formatting = [] }: FormattedTextProps): ReactNode {
  const end = start + text.length;
  const own = formatting.filter((one) => one.start < end && one.end > start);
  if (own.length === 0) return text;
  const edges = own.flatMap((one) => [Math.max(one.start, start), Math.min(one.end, end)]);
  const cuts = [...new Set([start, ...edges, end])].sort((x, y) => x - y);
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1]!;
    const around = own.filter((one) => one.start <= from && one.end >= to);
    const words = text.slice(from - start, to - start);
    return <Formatted key={from} around={around} words={words} />;
  });
}

function Formatted({ around, words }: { around: readonly Formatting[]; words: string }): ReactNode {
  return around.reduce<ReactNode>((inside, { kind, href }) => {
    if (kind === 'emphasis') return <em>{inside}</em>;
    if (kind === 'strong') return <strong>{inside}</strong>;
    if (href === undefined || !isSafeAddress(href)) return inside;
    return (
      <a href={href} title={href} target="_blank" rel="noopener noreferrer nofollow">
        {inside}
      </a>
    );
  }, words);
}
