import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { offsetTable } from '../../document/positions';
import type { DatasetArticle } from '../article';
import { articleOf, AWKWARD_ARTICLES, partOf } from '../testing/awkward';
import { EXAMPLE } from '../testing/example';
import { GENERATED_ARTICLES, textsOf } from '../testing/generated';
import { written } from '../testing/written';
import { tokenSentences } from '../tokens';
import { readAnnotations } from './index';

/** The content of an article's marks as runs of tokens within a sentence, which is what IOB2 has. */
function runsOf(
  article: DatasetArticle,
  isWanted: (id: string) => boolean,
  isWide: (id: string) => boolean,
) {
  // prettier-ignore
  const offsets = offsetTable(article.text);
  const runs = article.annotations
    .filter(({ id }) => isWanted(id))
    .flatMap(({ id, kind, layer, parts }) =>
      // prettier-ignore
      parts
      .filter(({ part }) => part === 'content')
      .flatMap(({ pieces }) => pieces)
      .flatMap((piece) =>
        tokenSentences(article).flatMap(({ tokens }) => {
          const touched = tokens.filter(({ start, end }) => start < piece.end && piece.start < end);
          if (touched.length === 0) return [];
          const [start, end] = [touched[0]!.start, touched.at(-1)!.end];
          if (!isWide(id)) expect([start, end]).toEqual([piece.start, piece.end]);
          return [[kind, layer, offsets.toUtf16(start), offsets.toUtf16(end)].join(' ')];
        }),
      ),
    );
  return new Set(runs);
}

function expectIob2(articles: readonly DatasetArticle[]) {
  const { files, lost } = written('iob2', articles);
  const documents = readAnnotations('iob2', files, textsOf(articles));
  const listed = (what: string) => lost[what]?.ids ?? [];
  const hidden = listed('marks that overlap another of their kind');
  const wide = [...listed('edges inside a token'), ...listed('that sentences are in one mark')];
  for (const article of articles) {
    const document = documents.find(({ articleId }) => articleId === article.id);
    const found = new Set(
      document?.annotations.map(({ kind, layer, spans }) =>
        [kind, layer, spans[0]!.start, spans[0]!.end].join(' '),
      ),
    );
    const isWide = (id: string) => wide.includes(id);
    const whole = runsOf(article, (id) => !hidden.includes(id), isWide);
    const partly = runsOf(article, (id) => hidden.includes(id), () => true); // prettier-ignore
    expect([...whole].filter((run) => !found.has(run))).toEqual([]);
    expect([...found].filter((run) => !whole.has(run) && !partly.has(run))).toEqual([]);
    for (const { message } of document?.remarks ?? []) {
      expect(message).toContain('An attribution needs its content');
    }
  }
}

describe('IOB2', () => {
  test('comes back as its chunks, less what it says is lost', () => {
    const sentences = articleOf('SENTENCES', ['Two 🚆', 'Fares rose. Trams stopped.']);
    const across = partOf(sentences, 'content', 0, 'Fares rose. Trams stopped.');
    const claim = { ...EXAMPLE.annotations[1]!, id: 'ACROSS', parts: [across] };
    expectIob2([EXAMPLE, ...AWKWARD_ARTICLES, { ...sentences, annotations: [claim] }]);
  });

  test('of any articles comes back so', () => {
    fc.assert(fc.property(GENERATED_ARTICLES, expectIob2), { numRuns: 40 });
  });

  test('of somebody else’s is found in the article that has these words, however they are quoted', () => {
    const text = 'Ana Reis said: “Trams can’t stop (today).”';
    const rows = 'Ana NNP B-PER\nReis NNP I-PER\nsaid V O\n: : O\n`` `` O\nTrams N B-X\nca V O\nn\'t V O\nstop V O\n-LRB- ( B-Y\ntoday N I-Y\n-RRB- ) I-Y\n. . O\n\'\' \'\' O\n'; // prettier-ignore
    const [document] = readAnnotations(
      ...['iob2' as const, { 'a.conll': `-DOCSTART- -X- O O\n\n${rows}` }],
      { byId: () => null, all: () => [['OTHER', 'No'], ['ARTICLE', text]] }, // prettier-ignore
    );
    expect(document).toMatchObject({ articleId: 'ARTICLE', text, remarks: [] });
    const words = document!.annotations.map(({ spans }) => text.slice(spans[0]!.start, spans[0]!.end)); // prettier-ignore
    expect(words).toEqual(['Ana Reis', 'Trams', '(today)']);
  });

  test('of an article that went on keeps what is still there, and says what is not', () => {
    const article = AWKWARD_ARTICLES[0]!;
    const text = article.text.replace('fell 12% in 2025', 'fell 13% in 2025');
    const texts = { byId: () => text, all: () => [] };
    const [document] = readAnnotations('iob2', written('iob2', [article]).files, texts);
    const words = document!.annotations.map(({ spans }) => text.slice(spans[0]!.start, spans[0]!.end)); // prettier-ignore
    expect(words).toContain('Fares, "as planned", rose');
    expect(words.join()).not.toContain('Ridership');
    expect(document!.remarks.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('“Ridership fell 12 %” are not in the article'),
    );
  });

  test('without an article on the desk has its text put together, and that is said', () => {
    const [document] = readAnnotations('iob2', { 'a.iob2': 'Ana\tB-claim\nsaid\tO\n\nNo\tB-claim\n' }); // prettier-ignore
    expect(document).toMatchObject({ articleId: null, text: 'Ana said No' });
    expect(document!.annotations).toHaveLength(2);
    expect(document!.remarks[0]!.message).toContain('put together from its tokens');
  });
});

describe('CoNLL-U', () => {
  test('of articles that are not here has their words, block by block, and every mark', () => {
    const documents = readAnnotations('conllu', written('conllu', AWKWARD_ARTICLES).files);
    for (const [index, article] of AWKWARD_ARTICLES.entries()) {
      const document = documents[index]!;
      expect(document.text.split('\n\n')).toHaveLength(article.blocks.length);
      expect(document.text.replace(/\s/g, '')).toBe(article.text.replace(/\s/g, ''));
      const ids = document.annotations.map(({ id }) => id).sort();
      expect(ids).toEqual(article.annotations.map(({ id }) => id).sort());
    }
  });

  test('a word of several tokens is read once', () => {
    const line = (id: string, form: string) => `${id}\t${form}${'\t_'.repeat(8)}`;
    const lines = [line('1-2', 'zum'), line('1', 'zu'), line('2', 'dem'), line('3', 'Amt')];
    const [document] = readAnnotations('conllu', { 'a.conllu': `${lines.join('\n')}\n\n` });
    expect(document!.text).toBe('zum Amt');
  });

  test('what has not ten columns is refused with its line', () => {
    const read = () => readAnnotations('conllu', { 'a.conllu': '1\tAna\n' });
    expect(read).toThrow('Line 1 of a.conllu is no token of CoNLL-U');
  });
});
