import { decode } from '../decode';
import type { ArticleMetadata, IngestOutcome } from '../model';
import { frontMatterOf, type FrontMatter } from './markdown-front';
import { piecesOfMarkdown } from './markdown-pieces';
import type { FormatReader } from './reader';
import { timeOf } from './wire-item';
import { articleOfPieces, type Piece, type PieceKind } from './wire-pieces';
import { plainText, safeHref } from './wire-runs';

const NO_WORDS = 'The Markdown file holds no text; there is nothing to import.';
const UNREADABLE =
  'The Markdown file cannot be read as Markdown; give its name the ending .txt and import it as plain text.';

/** Markdown, with or without front matter. HTML in it is shown as the text it is. */
export const markdownReader: FormatReader = {
  format: 'Markdown',
  recognises: (_, { name }) => /\.(?:md|markdown)$/i.test(name),
  read: async (bytes) => {
    try {
      return read(bytes);
    } catch {
      return { ok: false, refused: UNREADABLE };
    }
  },
};

function read(bytes: Uint8Array): IngestOutcome {
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const front = frontMatterOf(decoded.text.replace(/^\ufeff/, ''));
  const head = headOf(front);
  const hasHeadline = head.some(({ kind }) => kind === 'headline');
  const body = piecesOfMarkdown(front.body, hasHeadline);
  const title = head[0]?.text;
  const rest = body.filter(
    ({ kind, text }, at) => !(hasHeadline && at === 0 && kind === 'crosshead' && text === title),
  );
  const article = articleOfPieces([...head, ...rest], metadataOf(front));
  if (article === null) return { ok: false, refused: NO_WORDS };
  return { ...decoded, notes: notesOn(decoded.notes), articles: [article] };
}

/** That tags are text is how Markdown is read here, and no news. */
function notesOn(notes: readonly string[]): string[] {
  return notes.filter((note) => !note.includes('web page’s source'));
}

function headOf(front: FrontMatter): Piece[] {
  const head: [string, PieceKind][] = [
    [field(front, 'title', 'headline'), 'headline'],
    [field(front, 'subtitle', 'deck', 'dek', 'standfirst'), 'deck'],
    [all(front, 'author', 'authors', 'byline').join(', '), 'byline'],
  ];
  return head.flatMap(([text, kind]) =>
    text === '' ? [] : [{ ...plainText(text), kind, depth: 0 }],
  );
}

function all({ fields }: FrontMatter, ...names: string[]): readonly string[] {
  return names.map((name) => fields.get(name)).find((values) => values !== undefined) ?? [];
}

function field(front: FrontMatter, ...names: string[]): string {
  return all(front, ...names)[0] ?? '';
}

function metadataOf(front: FrontMatter): ArticleMetadata {
  const url = field(front, 'url', 'link', 'canonical', 'canonical_url');
  const keywords = all(front, 'tags', 'keywords');
  const found: Record<string, string | readonly string[]> = {
    url: /^https?:/i.test(url) ? (safeHref(url) ?? '') : '',
    externalId: field(front, 'id'),
    publisher: field(front, 'publisher', 'source'),
    language: field(front, 'lang', 'language'),
    slug: field(front, 'slug'),
    section: field(front, 'section', 'category'),
    publishedAt: timeOf(field(front, 'date', 'published').replace(/^(\S+) (?=\d{2}:)/, '$1T')),
    modifiedAt: timeOf(field(front, 'updated', 'modified', 'lastmod')),
    rights: field(front, 'rights', 'copyright', 'license'),
    keywords,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value.length > 0));
}
