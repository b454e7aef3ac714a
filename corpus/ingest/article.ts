import type { BlockRole, DraftBlock } from '../document/block';
import { bodyRoles } from './body';
import type { Dateline } from './dateline';
import { dateHints, dateOf, sourcesOf } from './dates';
import { headOf } from './head';
import type { IngestedArticle } from './model';
import type { Shaped } from './shapes';

/** Characters of the first sentence that stand in for a headline that is missing. */
const STAND_IN_CHARACTERS = 100;

/** Puts one article together from its paragraphs. */
export function articleOf(items: readonly Shaped[]): IngestedArticle {
  const head = headOf(items);
  const headline = head.headline === null ? null : (items[head.headline]?.paragraph.text ?? null);
  const roles = [...head.roles, ...bodyRoles(items, head.roles.length, headline ?? '')];
  const blocks = items.map((item, at) => blockOf(item, roles[at] ?? 'paragraph'));
  const dateline = datelineIn(items, roles);
  const bylines = items.filter((_, at) => roles[at] === 'byline').map(({ byline }) => byline);
  const sources = sourcesOf(blocks, dateline?.date ?? null);
  const date = dateOf(sources);
  return {
    headline: headline ?? standIn(blocks, dateline),
    deck: textsOf(blocks, 'deck')[0] ?? null,
    byline: joined(
      bylines.flatMap((byline) => byline?.names ?? []),
      ', ',
    ),
    places: dateline?.places ?? [],
    agency: dateline?.agency ?? bylines.find((byline) => byline?.agency)?.agency ?? null,
    date,
    credit: joined(textsOf(blocks, 'credit'), ' '),
    blocks,
    warnings: [...headlineWarnings(headline), ...(date === null ? dateHints(sources) : [])],
  };
}

function blockOf({ paragraph, shape }: Shaped, role: BlockRole): DraftBlock {
  const { text, start, end, comment } = paragraph;
  const depth =
    comment?.depth ?? (shape === 'list' && role === 'list_item' ? listDepth(paragraph.indent) : 0);
  return { role, text, depth, group: comment?.group ?? null, original: { start, end } };
}

/** Lists are nested by four columns; what is less is the list's own margin. */
function listDepth(indent: number): number {
  return Math.min(8, Math.floor(indent / 4));
}

/** The dateline of the first or second paragraph of the body. */
function datelineIn(items: readonly Shaped[], roles: readonly BlockRole[]): Dateline | null {
  const body = items.filter((_, at) => roles[at] === 'paragraph').slice(0, 2);
  return body.find(({ dateline }) => dateline !== null)?.dateline ?? null;
}

function textsOf(blocks: readonly DraftBlock[], role: BlockRole): string[] {
  return blocks.filter((block) => block.role === role).map(({ text }) => text);
}

function joined(texts: readonly string[], separator: string): string | null {
  return texts.length === 0 ? null : texts.join(separator);
}

function headlineWarnings(headline: string | null): string[] {
  return headline === null ? ['The text has no headline; its first words stand in for one.'] : [];
}

/** The first sentence, without its dateline, cut at a word where it is long. */
function standIn(blocks: readonly DraftBlock[], dateline: Dateline | null): string {
  const first = blocks.find(({ role }) => role === 'paragraph') ?? blocks[0];
  const text = (first?.text ?? '')
    .slice(dateline?.length ?? 0, 600)
    .replace(/\s+/g, ' ')
    .trim();
  const sentence = /^.{20,}?[.!?。！？؟۔]["”’]?(?=\s|$|\p{Lo})/u.exec(text)?.[0] ?? text;
  if (sentence.length <= STAND_IN_CHARACTERS) return sentence;
  const cut = sentence.slice(0, STAND_IN_CHARACTERS);
  const space = cut.lastIndexOf(' ');
  return `${(space > 40 ? cut.slice(0, space) : [...cut].slice(0, -1).join('')).trimEnd()}…`;
}
