import type { DraftBlock } from '../document/block';
import { articleOfBlocks } from './formats/html-article';
import type { ArticleMetadata, IngestedArticle } from './model';
import { isTitle } from './titles';

/**
 * What blocks that have their roles say of their article: headline, deck, byline, places, agency,
 * date. The headline is the block with that role, else a first line that can be one, else the
 * first words. `metadata`: what is known of the whole file.
 */
export function detailsOf(
  blocks: readonly DraftBlock[],
  metadata: ArticleMetadata,
): Omit<IngestedArticle, 'blocks'> {
  const facts = { headline: null, title: null, deck: null, byline: null, metadata };
  const titled = blocks.find(({ role }) => role === 'headline');
  const [first] = blocks;
  const opens = first !== undefined && isTitle(first.text) ? first : undefined;
  const { blocks: _blocks, ...details } = articleOfBlocks(
    blocks,
    facts,
    (titled ?? opens)?.text ?? null,
  );
  return details;
}

/** Of what a sender says of a file, what holds for each part of it: never an id or an address. */
export function sharedMetadata(metadata: ArticleMetadata | null): ArticleMetadata {
  const { externalId, url, version, slug, correction, keywords, ...shared } = metadata ?? {};
  return shared;
}
