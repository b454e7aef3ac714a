import type { PersonName } from '@/corpus/annotation/reading';
import { findMentions } from '@/corpus/people/mentions';

interface MessageTextProps {
  readonly body: string;
  readonly people: readonly PersonName[];
}

/** A message, with whom it mentions set off. */
export function MessageText({ body, people }: MessageTextProps) {
  const mentions = findMentions(body, people);
  const pieces = mentions.map(({ start, end }, index) => (
    <span key={start}>
      {body.slice(mentions[index - 1]?.end ?? 0, start)}
      <strong>{body.slice(start, end)}</strong>
    </span>
  ));
  return (
    <p dir="auto">
      {pieces}
      {body.slice(mentions.at(-1)?.end ?? 0)}
    </p>
  );
}
