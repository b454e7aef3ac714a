import { allOf, childrenOf, parseXml, type XmlNode } from './wire-xml';

/** What a document says of a comment beside its words and its author. */
export interface CommentFacts {
  /** As it stands in the file; null where it is no date. */
  readonly writtenAt: string | null;
  readonly isResolved: boolean;
  /** The id of the comment that it answers. */
  readonly answers: string | undefined;
}

/**
 * What the parts of a document say of its comments, by their ids. Which one answers which, and
 * which is done with, stands in a part of its own (MS-DOCX, commentsExtended) that names comments
 * by their last paragraph.
 */
export function commentFacts(parts: ReadonlyMap<string, string>): Map<string, CommentFacts> {
  const comments = childrenOf(rootOf(parts.get('word/comments.xml')), 'comment');
  const extended = childrenOf(rootOf(parts.get('word/commentsExtended.xml')), 'commentex');
  const states = new Map(
    extended.map(({ attributes }) => [attributes['paraid'] ?? '', attributes]),
  );
  const ids = new Map(comments.map((comment) => [lastParagraph(comment), idOf(comment)]));
  return new Map(
    comments.map((comment) => {
      const own = lastParagraph(comment);
      const state = own === '' ? undefined : states.get(own);
      const date = comment.attributes['date'] ?? '';
      const parent = state?.['paraidparent'] ?? '';
      const answers = parent === '' ? undefined : ids.get(parent);
      return [
        idOf(comment),
        {
          writtenAt: Number.isNaN(Date.parse(date)) ? null : date,
          isResolved: /^(?:1|true|on)$/.test(state?.['done'] ?? ''),
          answers: answers === idOf(comment) ? undefined : answers,
        },
      ];
    }),
  );
}

function rootOf(part: string | undefined): XmlNode | undefined {
  const parsed = part === undefined ? null : parseXml(part);
  return parsed?.ok === true ? parsed.root : undefined;
}

function idOf({ attributes }: XmlNode): string {
  return attributes['id'] ?? '';
}

/** "" where its paragraphs have no ids, as in files of other programs than Word. */
function lastParagraph(comment: XmlNode): string {
  return allOf(comment, 'p').at(-1)?.attributes['paraid'] ?? '';
}
