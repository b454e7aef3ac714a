import type { BlockRole, DraftBlock } from '../document/block';
import { bodyRoles } from './body';
import { namesIn } from './byline';
import { datelineOf, type Dateline } from './dateline';
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
  const depths = listDepths(items);
  const blocks = items.map((item, at) => blockOf(item, roles[at] ?? 'paragraph', depths[at] ?? 0));
  const dateline = datelineIn(items, roles);
  const bylineItems = items.filter((_, at) => roles[at] === 'byline');
  const sources = sourcesOf(blocks, dateline?.date ?? null);
  const date = dateOf(sources);
  return {
    headline: headline ?? standIn(blocks),
    deck: textsOf(blocks, 'deck')[0] ?? null,
    byline: joined(bylineItems.flatMap(namesOf), ', '),
    places: dateline?.places ?? [],
    agency:
      dateline?.agency ?? bylineItems.find(({ byline }) => byline?.agency)?.byline?.agency ?? null,
    date,
    credit: joined(textsOf(blocks, 'credit'), ' '),
    blocks,
    warnings: [...headlineWarnings(headline), ...(date === null ? dateHints(sources) : [])],
  };
}

function blockOf({ paragraph }: Shaped, role: BlockRole, listDepth: number): DraftBlock {
  const { text, start, end, comment } = paragraph;
  const place = role === 'reader_comment' ? comment : null;
  const depth = role === 'list_item' ? listDepth : (place?.depth ?? 0);
  return { role, text, depth, group: place?.group ?? null, original: { start, end } };
}

/** How deep each list item is nested: under an item before it that is indented less. */
function listDepths(items: readonly Shaped[]): number[] {
  let open: number[] = [];
  return items.map(({ shape, paragraph: { indent } }) => {
    open = shape === 'list' ? [...open.filter((other) => other < indent), indent] : [];
    return Math.min(8, Math.max(0, open.length - 1));
  });
}

function namesOf({ byline, paragraph: { text } }: Shaped): string[] {
  const names = byline?.names ?? (byline === null ? namesIn(text) : null);
  return names === null ? [] : [names];
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
function standIn(blocks: readonly DraftBlock[]): string {
  const seen = blocks.filter(({ text }) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text));
  const first = seen.find(({ role }) => role === 'paragraph') ?? seen[0];
  if (first === undefined) return 'Untitled';
  const text = first.text
    .slice(datelineOf(first.text)?.length ?? 0, 600)
    .replace(/\s+/g, ' ')
    .trim();
  const sentence = /^.{20,}?[.!?。！？؟۔]["”’]?(?=\s|$|\p{Lo})/u.exec(text)?.[0] ?? text;
  if (sentence.length <= STAND_IN_CHARACTERS) return sentence;
  const cut = sentence.slice(0, STAND_IN_CHARACTERS);
  const space = cut.lastIndexOf(' ');
  return `${(space > 40 ? cut.slice(0, space) : [...cut].slice(0, -1).join('')).trimEnd()}…`;
}
