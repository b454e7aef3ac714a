import mammoth from 'mammoth';

/** A node of the document as mammoth reads it; which fields there are depends on the type. */
export interface WordNode {
  readonly type: string;
  readonly children?: readonly WordNode[];
  readonly value?: string;
  readonly styleId?: string | null;
  readonly styleName?: string | null;
  readonly numbering?: { readonly level?: string | number } | null;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly href?: string;
  /** Of a bookmark. */
  readonly name?: string;
  readonly commentId?: string;
  readonly noteType?: string;
  readonly noteId?: string;
}

export interface WordComment {
  readonly commentId: string;
  readonly body: readonly WordNode[];
  readonly authorName: string | null;
  readonly authorInitials: string | null;
}

export interface WordDocument extends WordNode {
  readonly comments: readonly WordComment[];
  readonly notes: {
    resolve(reference: WordNode): { readonly body: readonly WordNode[] } | null;
  };
}

/** The names of the bookmarks that stand for where a comment's words begin and end. */
export const COMMENT_MARK = /^stet-comment-(Start|End)-(.*)$/;

/**
 * Reads the parts of a Word document. mammoth drops tracked deletions, keeps insertions, and reads
 * comments, but not which words they are about: those marks are handed to it as bookmarks.
 */
export async function documentOf(parts: ReadonlyMap<string, string>): Promise<WordDocument | null> {
  const marked = new Map([...parts].map(([name, text]) => [name, withMarks(text)]));
  const file = {
    exists: (name: string) => marked.has(name),
    read: async (name: string) => marked.get(name) ?? '',
  };
  let found: WordDocument | null = null;
  const keep = (document: WordDocument): WordDocument => {
    found = document;
    return { ...document, children: [] };
  };
  // mammoth takes parts that are unpacked already, which its types do not say.
  const input = { file } as unknown as Parameters<typeof mammoth.convertToHtml>[0];
  await mammoth.convertToHtml(input, { transformDocument: keep, includeEmbeddedStyleMap: false });
  return found;
}

function withMarks(xml: string): string {
  return xml
    .replace(
      /<w:commentRange(Start|End)\b([^>]*?)\bw:id="([^"<>]*)"/g,
      '<w:bookmarkStart w:name="stet-comment-$1-$3"$2',
    )
    .replace(/<\/w:commentRange(?:Start|End)\s*>/g, '</w:bookmarkStart>');
}
