import type { DatasetAnnotation, DatasetArticle } from './article';
import { oneFile, type FormatDeclaration } from './format';
import {
  allOf,
  annotationIds,
  articleFacts,
  attributes,
  authors,
  blockRoles,
  checks,
  emptyArticles,
} from './losing';
import type { Losses } from './loss';
import { TOKENIZER, tokenSentences, type Sentence } from './tokens';

/** The columns beside the token: attributions overlap claims, and quotes both. */
export const TAG_COLUMNS = ['attribution', 'claim', 'quote'] as const;
type Column = (typeof TAG_COLUMNS)[number];

/** A token's place among all of an article, then its tag in each column. */
type Tags = Readonly<Record<Column, readonly string[]>>;

/**
 * IOB2 with tabs: a token a line with a column for each kind, sentences with an empty line between,
 * an article once for each layer under `-DOCSTART-`. A mark that does not fall on tokens covers
 * those that it touches; one that goes on in the next sentence begins there anew.
 */
export const iob2: FormatDeclaration = {
  name: 'IOB2',
  carries: 'a token a line, a column for each kind, for sequence labelling',
  unit: 'none',
  files: { 'tokens.iob2': `tokens (${TOKENIZER}) with a column for each kind` },
  own: [],
  lose: allOf(
    articleFacts,
    blockRoles,
    emptyArticles,
    attributes,
    authors,
    checks,
    annotationIds,
    (article, losses) => {
      const sentences = tokenSentences(article);
      for (const layer of layersOf(article)) tagsOf(sentences, layer.annotations, losses);
    },
  ),
  encoder: () =>
    oneFile('tokens.iob2', 'text/plain; charset=utf-8', function* (article) {
      const sentences = tokenSentences(article);
      for (const { layer, annotations } of layersOf(article)) {
        yield `-DOCSTART-\t${article.id}\t${layer.replace(/[\t\r\n]/g, ' ')}\t${TOKENIZER}\n\n`;
        const tags = tagsOf(sentences, annotations, null);
        let at = 0;
        for (const { tokens } of sentences) {
          const lines = tokens.map(({ text }) => {
            const own = TAG_COLUMNS.map((column) => tags[column][at]!);
            at += 1;
            return `${text}\t${own.join('\t')}\n`;
          });
          yield `${lines.join('')}\n`;
        }
      }
    }),
};

function layersOf({ annotations }: DatasetArticle) {
  return [...new Set(annotations.map(({ layer }) => layer))].map((layer) => ({
    layer,
    annotations: annotations.filter((one) => one.layer === layer),
  }));
}

/** The first mark to take a token has it; what later ones lose is noted. */
function tagsOf(
  sentences: readonly Sentence[],
  annotations: readonly DatasetAnnotation[],
  losses: Losses | null,
): Tags {
  const tokens = sentences.flatMap((sentence) => sentence.tokens);
  const firsts = new Set(sentences.flatMap((sentence) => sentence.tokens.slice(0, 1)));
  const tags: Record<Column, string[]> = {
    attribution: tokens.map(() => 'O'),
    claim: tokens.map(() => 'O'),
    quote: tokens.map(() => 'O'),
  };
  for (const { id, kind, parts } of annotations) {
    for (const { part, pieces } of parts) {
      const label = (kind === 'attribution' ? part : kind).toUpperCase();
      for (const { start, end } of pieces) {
        const first = tokens.findIndex((token) => token.end > start);
        const past = tokens.findIndex((token) => token.start >= end);
        const last = past < 0 ? tokens.length : past;
        const column = tags[kind];
        if (first < 0 || first >= last) losses?.note('marks that cover no token', id);
        else if (column.slice(first, last).some((tag) => tag !== 'O')) {
          losses?.note('marks that overlap another of their kind', id);
        } else {
          for (let at = first; at < last; at++) {
            const begins = at === first || firsts.has(tokens[at]!);
            if (begins && at > first) losses?.note('that sentences are in one mark', id);
            column[at] = `${begins ? 'B' : 'I'}-${label}`;
          }
          const fits = tokens[first]!.start === start && tokens[last - 1]!.end === end;
          if (!fits) losses?.note('edges inside a token', id);
        }
      }
    }
    const count = parts.reduce((sum, { pieces }) => sum + pieces.length, 0);
    if (count > 1) losses?.note('which parts and pieces are one annotation', id);
  }
  return tags;
}
