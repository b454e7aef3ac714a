import type { BlockRole, DraftBlock } from '../../document/block';
import { bylineOf, namesIn } from '../byline';
import { datelineOf } from '../dateline';
import { dateHints, dateOf, sourcesOf } from '../dates';
import { skeleton } from '../letters';
import type { InferredDate, IngestedArticle } from '../model';
import type { PageFacts } from './html-metadata';
import type { Piece } from './html-piece';
import { layoutOf, rolesOf, type Part } from './html-roles';

/** Puts one article together: the words that the page shows first, its metadata for the rest. */
export function articleOfPart(part: Part, facts: PageFacts): IngestedArticle {
  const layout = layoutOf(part, facts);
  const roles = rolesOf(part, layout, facts);
  const blocks = part.pieces.map((piece, at) => blockOf(piece, roles[at] ?? 'furniture'));
  const shown = layout.headline === null ? null : (part.pieces[layout.headline]?.text ?? null);
  return articleOfBlocks(blocks, facts, shown);
}

/** The block that a piece becomes in its role. */
export function blockOf(piece: Piece, role: BlockRole): DraftBlock {
  const { text, depth, comment, formatting } = piece;
  const isComment = role === 'reader_comment' && comment !== null;
  return {
    role,
    text,
    depth: isComment ? comment.depth : role === 'list_item' ? depth : 0,
    group: isComment ? comment.group : null,
    original: null,
    ...(formatting.length > 0 ? { formatting } : {}),
  };
}

/**
 * An article from blocks that have their roles. `shown` is the headline among them, null without;
 * a headline in `facts` that says something else takes its place, with a warning.
 */
export function articleOfBlocks(
  blocks: readonly DraftBlock[],
  facts: PageFacts,
  shown: string | null,
): IngestedArticle {
  const headline = headlineOf(blocks, facts, shown);
  const dateline = datelineIn(blocks);
  const { date, hints } = dated(blocks, facts, dateline?.date ?? null);
  const credits = textsOf(blocks, 'credit');
  return {
    headline: headline.text,
    deck: textsOf(blocks, 'deck')[0] ?? null,
    byline: bylineIn(blocks) ?? facts.byline,
    places: dateline?.places ?? [],
    agency: dateline?.agency ?? agencyIn(blocks),
    date,
    credit: credits.length === 0 ? null : credits.join(' '),
    blocks,
    warnings: [...headline.warnings, ...hints],
    ...(Object.keys(facts.metadata).length > 0 ? { metadata: facts.metadata } : {}),
  };
}

interface Headline {
  readonly text: string;
  readonly warnings: readonly string[];
}

function headlineOf(
  blocks: readonly DraftBlock[],
  facts: PageFacts,
  shown: string | null,
): Headline {
  const said = facts.headline;
  if (shown !== null && (said === null || agree(shown, said)))
    return { text: line(shown), warnings: [] };
  if (said !== null) {
    const where =
      shown === null ? 'No headline stands in the text' : `The text shows “${line(shown)}”`;
    return { text: said, warnings: [`${where}; the headline is taken from the metadata.`] };
  }
  if (facts.title !== null) {
    const warning = 'No headline stands in the text; the page’s title stands in for one.';
    return { text: facts.title, warnings: [warning] };
  }
  const first = blocks.find(({ role }) => role === 'paragraph') ?? blocks[0];
  const warning = 'The text has no headline; its first words stand in for one.';
  return { text: firstWords(first?.text ?? 'Untitled'), warnings: [warning] };
}

/** One headline may be the other with a section or a site beside it. */
function agree(one: string, other: string): boolean {
  const [a, b] = [skeleton(one), skeleton(other)];
  return a.includes(b) || b.includes(a);
}

function line(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function firstWords(text: string): string {
  const words = line(text.slice(datelineOf(text)?.length ?? 0, 600));
  const cut = words.slice(0, 100);
  return words.length <= 100
    ? words
    : `${cut.slice(0, Math.max(40, cut.lastIndexOf(' '))).trimEnd()}…`;
}

function dated(
  blocks: readonly DraftBlock[],
  { metadata }: PageFacts,
  dateline: string | null,
): { readonly date: InferredDate | null; readonly hints: readonly string[] } {
  if (metadata.publishedAt !== undefined) {
    const value = metadata.publishedAt.slice(0, 10);
    const reason = `Stated in the metadata: “${metadata.publishedAt}”.`;
    return { date: { value, basis: 'stated', reason }, hints: [] };
  }
  const sources = sourcesOf(blocks, dateline);
  const date = dateOf(sources);
  return { date, hints: date === null ? dateHints(sources) : [] };
}

function datelineIn(blocks: readonly DraftBlock[]): ReturnType<typeof datelineOf> {
  const body = blocks.filter(({ role }) => role === 'paragraph').slice(0, 2);
  return body.map(({ text }) => datelineOf(text)).find((found) => found !== null) ?? null;
}

function bylineIn(blocks: readonly DraftBlock[]): string | null {
  const names = textsOf(blocks, 'byline').flatMap((text) => {
    const found = bylineOf(text)?.names ?? namesIn(text.replace(/^by\s+/i, ''));
    return found === null ? [] : [found];
  });
  return names.length === 0 ? null : [...new Set(names)].join(', ');
}

function agencyIn(blocks: readonly DraftBlock[]): string | null {
  const agencies = textsOf(blocks, 'byline').map((text) => bylineOf(text)?.agency ?? null);
  return agencies.find((agency) => agency !== null) ?? null;
}

function textsOf(blocks: readonly DraftBlock[], role: BlockRole): string[] {
  return blocks.filter((block) => block.role === role).map(({ text }) => text);
}
