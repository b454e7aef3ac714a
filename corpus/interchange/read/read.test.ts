import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_ATTRIBUTES, type Attributes } from '../../annotation/model';
import { offsetTable } from '../../document/positions';
import type { DatasetAnnotation, DatasetArticle } from '../article';
import type { ArticleFormat } from '../format-names';
import { AWKWARD_ARTICLES } from '../testing/awkward';
import { EXAMPLE } from '../testing/example';
import { GENERATED_ARTICLES, textsOf } from '../testing/generated';
import { written } from '../testing/written';
import { readAnnotations } from './index';
import type { ReadDocument, ReadFormat } from './model';

const ALL: readonly DatasetArticle[] = [EXAMPLE, ...AWKWARD_ARTICLES];

/** Each format that is written and read, and what of an annotation its loss.json says is lost. */
const ROUNDS: readonly (readonly [ArticleFormat, ReadFormat, Keeps])[] = [
  ['jsonl', 'jsonl', { ids: true, attributes: true, parts: true, author: true, checks: true }],
  ['csv', 'csv', { ids: true, attributes: true, parts: true, author: true, checks: true }],
  ['brat', 'brat', { ids: true, attributes: true, parts: true }],
  ['w3c', 'w3c', { ids: true, attributes: true, author: true, reasons: true }],
  ['labelstudio', 'labelstudio', { ids: true, attributes: true, parts: true }],
  ['doccano', 'doccano', { parts: true }],
  ['prodigy', 'prodigy', { ids: true }],
  ['conllu', 'conllu', { ids: true, attributes: true, parts: true, author: true, reasons: true }],
  ['xmi', 'xmi', { ids: true, attributes: true, parts: true, author: true, reasons: true }],
];

interface Keeps {
  readonly ids?: boolean;
  readonly attributes?: boolean;
  /** Where one content part ends and the next begins. */
  readonly parts?: boolean;
  readonly author?: boolean;
  readonly reasons?: boolean;
  readonly checks?: boolean;
}

function attributesOf(annotation: DatasetAnnotation, keeps: Keeps): Attributes {
  if (!keeps.attributes) return NO_ATTRIBUTES;
  const { types, flags, speech, sourceType, terms, anonymityReason } = annotation;
  const kept = keeps.checks || keeps.reasons ? anonymityReason : null;
  return { types, flags, speech, sourceType, terms, anonymityReason: kept };
}

/** What has to come back of an article, spans as their words with their place. */
function wanted(article: DatasetArticle, keeps: Keeps) {
  const offsets = offsetTable(article.text);
  return article.annotations
    .map((annotation) => ({
      id: keeps.ids ? annotation.id : null,
      ...{ kind: annotation.kind, layer: annotation.layer },
      attributes: attributesOf(annotation, keeps),
      ...{
        createdBy: keeps.author ? annotation.createdBy : null,
        check: keeps.checks ? annotation.check : null,
      },
      spans: annotation.parts
        .flatMap(({ part, ordinal, pieces }) =>
          pieces.map(({ start, end, exact }) =>
            [
              part,
              keeps.parts ? ordinal : 0,
              offsets.toUtf16(start),
              offsets.toUtf16(end),
              exact,
            ].join(' '),
          ),
        )
        .sort(),
    }))
    .sort(byWords);
}

function found({ text, annotations }: ReadDocument, keeps: Keeps) {
  return annotations
    .map((annotation) => ({
      id: annotation.id,
      ...{ kind: annotation.kind, layer: annotation.layer, attributes: annotation.attributes },
      ...{ createdBy: keeps.author ? annotation.createdBy : null, check: annotation.check },
      spans: annotation.spans
        .map(({ part, ordinal, start, end }) =>
          [part, keeps.parts ? ordinal : 0, start, end, text.slice(start, end)].join(' '),
        )
        .sort(),
    }))
    .sort(byWords);
}

function byWords(a: object, b: object): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

function expectRound(
  articles: readonly DatasetArticle[],
  [out, back, keeps]: (typeof ROUNDS)[number],
) {
  const { files, lost } = written(out, articles);
  const documents = readAnnotations(back, files, textsOf(articles));
  const widened = lost['edges inside a token or outside of all']?.ids ?? [];
  const isExact = ({ id }: { readonly id: string | null }) => id === null || !widened.includes(id);
  for (const article of articles) {
    const document = documents.find(({ text }) => text === article.text);
    if (document === undefined) expect(article.annotations).toEqual([]);
    else {
      expect(document.remarks).toEqual([]);
      expect(document.articleId).toBe(article.id);
      expect(found(document, keeps).filter(isExact)).toEqual(
        wanted(article, keeps).filter(isExact),
      );
      expect(document.annotations).toHaveLength(article.annotations.length);
    }
  }
}

test.each(ROUNDS)('%s comes back as it was, but for what it says is lost', (...round) => {
  expectRound(ALL, round);
});

test.each(ROUNDS)('any articles in %s come back', (...round) => {
  fc.assert(
    fc.property(GENERATED_ARTICLES, (generated) => expectRound(generated, round)),
    { numRuns: 40 },
  );
});

describe('a file of somebody else’s', () => {
  const text = 'Trams 🚆 stop at six, said Ana Reis.';
  const line = (span: object) => JSON.stringify({ text, spans: [span] });

  test('that counts UTF-16 units is understood by its words', () => {
    const start = text.indexOf('stop');
    const span = { start, end: start + 4, label: 'claim', text: 'stop' };
    const [document] = readAnnotations('prodigy', { 'a.jsonl': line(span) });
    expect(document!.annotations[0]!.spans).toMatchObject([{ start, end: start + 4 }]);
  });

  test('without words is taken as far as both units agree, and no further', () => {
    const files = (spans: object[]) => ({ 'a.jsonl': JSON.stringify({ text, spans }) });
    const [document] = readAnnotations('prodigy', files([{ start: 0, end: 5, label: 'X' }, { start: 9, end: 13, label: 'X' }])); // prettier-ignore
    expect(document!.annotations).toHaveLength(1);
    expect(document!.remarks[0]!.message).toContain('nor says what it counts');
  });

  test('a relation makes a source and a content one attribution', () => {
    const at = (words: string) => ({ start: [...text.slice(0, text.indexOf(words))].length, end: [...text.slice(0, text.indexOf(words) + words.length)].length }); // prettier-ignore
    const region = (id: string, label: string, words: string) => ({
      ...{ id, type: 'labels', from_name: 'label', to_name: 'text' },
      value: { ...at(words), text: words, labels: [label] },
    });
    const result = [
      region('r1', 'Content', 'stop at six'),
      region('r2', 'Source', 'Ana Reis'),
      { type: 'relation', from_id: 'r1', to_id: 'r2', labels: ['source'] },
    ];
    const task = { id: 1, data: { text }, annotations: [{ completed_by: { email: 'jo@desk.example' }, result }] }; // prettier-ignore
    const [document] = readAnnotations('labelstudio', { 'tasks.json': JSON.stringify([task]) });
    expect(document!.annotations).toMatchObject([
      { kind: 'attribution', layer: 'jo@desk.example', id: null, spans: [{ part: 'content' }, { part: 'source' }] }, // prettier-ignore
    ]);
  });

  test('Hypothesis’ rows are placed by their words', () => {
    const selector = [
      { type: 'TextPositionSelector', start: 900, end: 904 },
      { type: 'TextQuoteSelector', exact: 'stop at six' },
    ];
    const row = { id: 'h1', user: 'acct:jo@hypothes.is', target: [{ source: 'https://desk.example/1', selector }] }; // prettier-ignore
    const files = {
      'annotations.json': JSON.stringify({ total: 1, rows: [row] }),
      'texts.jsonl': JSON.stringify({ source: 'https://desk.example/1', text }),
    };
    const [document] = readAnnotations('w3c', files);
    expect(document!.annotations).toMatchObject([{ layer: 'jo', kind: 'claim' }]);
    expect(document!.remarks[0]!.outcome).toBe('repaired');
  });

  test.each([
    ['jsonl', { 'a.jsonl': '{"a":1}' }, 'holds no articles of Stet'],
    ['jsonl', { 'a.jsonl': 'oh' }, 'Line 1 of a.jsonl is no JSON object'],
    ['csv', { 'articles.csv': '' }, 'The package lacks'],
    ['w3c', { 'annotations.json': '[]' }, 'The texts are not there'],
    ['labelstudio', { 'tasks.json': '[{"data":{}}]' }, 'A task has no text'],
  ] as const)('%s that is none is refused with a sentence', (format, files, sentence) => {
    expect(() => readAnnotations(format, files)).toThrow(sentence);
  });
});
