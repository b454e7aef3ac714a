import type { DatasetArticle } from './article';
import { oneFile, type FormatDeclaration } from './format';
import { allOf, articleFacts, blockRoles, checks } from './losing';
import { TOKENIZER, tokenSentences, type Sentence, type Token } from './tokens';

/**
 * CoNLL-U: ten columns, of which only the token and MISC are filled. `# mark` lines before an
 * article's first sentence hold each annotation's attributes; MISC has each token's place in code
 * points and what it belongs to, `Marks=B-content.0.0:ID`, several with commas, so that marks may
 * overlap, nest and have gaps.
 */
export const conllu: FormatDeclaration = {
  name: 'CoNLL-U',
  carries: 'sentences and tokens with all marks in MISC, also overlapping ones',
  unit: 'codepoint',
  files: { 'articles.conllu': `sentences and tokens (${TOKENIZER})` },
  own: [],
  lose: allOf(articleFacts, blockRoles, checks, (article, losses) => {
    const tokens = tokenSentences(article).flatMap((sentence) => sentence.tokens);
    const starts = new Set(tokens.map(({ start }) => start));
    const ends = new Set(tokens.map(({ end }) => end));
    for (const { id, parts } of article.annotations) {
      const pieces = parts.flatMap((part) => part.pieces);
      const inside = pieces.filter(({ start, end }) => !starts.has(start) || !ends.has(end));
      losses.note('edges inside a token or outside of all', id, inside.length);
    }
  }),
  encoder: () =>
    oneFile('articles.conllu', 'text/plain; charset=utf-8', function* (article) {
      const marksOf = marksByToken(article);
      const sentences = tokenSentences(article);
      for (const [index, sentence] of sentences.entries()) {
        const head = index === 0 ? headOf(article) : '';
        const isNew = index === 0 || sentences[index - 1]!.block !== sentence.block;
        const block = isNew ? `# newpar id = ${article.id}-b${sentence.block}\n` : '';
        yield `${head}${block}# sent_id = ${article.id}-s${index}\n# text = ${onOneLine(sentence.text)}\n`;
        yield `${linesOf(sentence, marksOf)}\n`;
      }
    }),
};

function headOf({ id, annotations }: DatasetArticle): string {
  const marks = annotations.map(({ parts: _parts, check: _check, ...rest }) =>
    JSON.stringify(rest),
  );
  return [`# newdoc id = ${id}`, ...marks.map((mark) => `# mark = ${mark}`)]
    .map((line) => `${line}\n`)
    .join('');
}

function onOneLine(words: string): string {
  return words.replace(/\s/g, ' ');
}

function linesOf({ tokens, text, start }: Sentence, marksOf: (token: Token) => string): string {
  const points = Array.from(text);
  return tokens
    .map((token, index) => {
      const next = tokens[index + 1];
      const gap = next === undefined ? '' : points.slice(token.end - start, next.start - start);
      const isJoined = next !== undefined && gap.length === 0;
      const marks = marksOf(token);
      const misc = [
        ...(isJoined ? ['SpaceAfter=No'] : []),
        ...[`Start=${token.start}`, `End=${token.end}`],
        ...(marks === '' ? [] : [`Marks=${marks}`]),
      ].join('|');
      return `${index + 1}\t${token.text}\t_\t_\t_\t_\t_\t_\t_\t${misc}\n`;
    })
    .join('');
}

/** What a token belongs to; a piece begins at the first token that it touches. */
function marksByToken({ annotations }: DatasetArticle): (token: Token) => string {
  const pieces = annotations.flatMap(({ id, parts }) =>
    parts.flatMap(({ part, ordinal, pieces: own }) =>
      own.map(({ start, end }, piece) => ({
        ...{ start, end, name: `${part}.${ordinal}.${piece}:${id}`, isBegun: false },
      })),
    ),
  );
  return ({ start, end }) => {
    const touched = pieces.filter((piece) => piece.start < end && start < piece.end);
    return touched
      .map((piece) => {
        const mark = `${piece.isBegun ? 'I' : 'B'}-${piece.name}`;
        piece.isBegun = true;
        return mark;
      })
      .join(',');
  };
}
