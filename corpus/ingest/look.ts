import { figure } from '../wording/numbers';
import type { BlockRole, Formatting } from '../document/block';
import { readingOf } from './arrange';
import type { FileFacts } from './formats/reader';
import { LOOK_AT_ARCHIVE, MAX_LOOK_ARTICLES, MAX_LOOK_BLOCKS, refusalOfLook } from './limits';
import type { IngestedArticle } from './model';
import { readFiles } from './read-file';
import { sizeOf, type Source } from './source';

/** One article as it was read, for a person to look at before it is stored. */
export interface LookedAtArticle extends Pick<
  IngestedArticle,
  'headline' | 'byline' | 'places' | 'agency' | 'warnings'
> {
  readonly date: string | null;
  readonly blocks: readonly {
    readonly role: BlockRole;
    readonly text: string;
    readonly formatting?: readonly Formatting[];
  }[];
}

/** What the desk answers to a look: how a file is read, or one sentence why it is not. */
export type ImportLook =
  | { readonly refused: string }
  | {
      /** Names the reading; it goes back with what a person makes of it. */
      readonly reading: string;
      readonly notes: readonly string[];
      readonly articles: readonly LookedAtArticle[];
    };

/** Reads a file as an import does, storing nothing; refused where it is too much to look through. */
export async function lookAt(source: Source, facts: FileFacts): Promise<ImportLook> {
  const refused = refusalOfLook(sizeOf(source), facts.name);
  if (refused !== null) return { refused };
  for await (const read of readFiles(source, facts)) {
    if ('note' in read || read.of !== 1) break;
    const { outcome } = read;
    return outcome.ok ? shown(outcome.articles, outcome.notes) : { refused: outcome.refused };
  }
  return { refused: LOOK_AT_ARCHIVE };
}

function shown(articles: readonly IngestedArticle[], notes: readonly string[]): ImportLook {
  const count = articles.reduce((sum, { blocks }) => sum + blocks.length, 0);
  if (articles.length > MAX_LOOK_ARTICLES || count > MAX_LOOK_BLOCKS) {
    const size = `It has ${figure(articles.length)} articles with ${figure(count)} blocks together`;
    const most = `at most ${figure(MAX_LOOK_ARTICLES)} articles with ${figure(MAX_LOOK_BLOCKS)} blocks are shown before they are stored`;
    const instead = 'Import it without a look, then change it beside its original.';
    return { refused: `${size}; ${most}. ${instead}` };
  }
  return { reading: readingOf(articles), notes, articles: articles.map(lookedAt) };
}

function lookedAt(article: IngestedArticle): LookedAtArticle {
  const { headline, byline, places, agency, warnings, date, blocks } = article;
  return {
    headline,
    byline,
    places,
    agency,
    warnings,
    date: date?.value ?? null,
    blocks: blocks.map(({ role, text, formatting }) => ({
      role,
      text,
      ...(formatting === undefined ? {} : { formatting }),
    })),
  };
}
