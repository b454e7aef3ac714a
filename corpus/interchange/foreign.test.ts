import fc from 'fast-check';
import jsonld from 'jsonld';
import { describe, expect, test } from 'vitest';
import { offsetTable } from '../document/positions';
import type { DatasetAnnotation, DatasetArticle, DatasetPart } from './article';
import { readBrat } from './brat';
import { ANNO_CONTEXT } from './testing/anno-context';
import { EXAMPLE } from './testing/example';
import { written } from './testing/written';

const [ATTRIBUTION, CLAIM] = EXAMPLE.annotations as [DatasetAnnotation, DatasetAnnotation];
const offsets = offsetTable(EXAMPLE.text);
const piece = (words: string) => {
  const start = EXAMPLE.text.indexOf(words);
  return { ...offsets.rangeToCodePoints({ start, end: start + words.length }), exact: words };
};
const part = (name: DatasetPart['part'], ordinal: number, ...words: string[]): DatasetPart => ({
  ...{ part: name, ordinal, pieces: words.map(piece) },
});
const withParts = (id: string, ...parts: DatasetPart[]): DatasetAnnotation => ({
  ...ATTRIBUTION,
  id,
  parts,
});
const holding = (...annotations: DatasetAnnotation[]): DatasetArticle => ({
  ...EXAMPLE,
  annotations,
});

interface Selector {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
}

interface WebAnnotation {
  readonly id: string;
  readonly motivation: string;
  readonly body: readonly ({ readonly purpose: string; readonly value: string } | string)[];
  readonly target:
    | string
    | readonly { readonly source: string; readonly selector: readonly [Selector, Selector] }[];
}

interface Quad {
  readonly predicate: { readonly value: string };
  readonly object: { readonly value: string };
}

const toRdf = jsonld.toRDF.bind(jsonld) as unknown as (
  document: unknown,
  options: unknown,
) => Promise<readonly Quad[]>;

/** Nothing is fetched: the standard's context is the one beside the tests. */
const loadContext = async (url: string) => {
  if (url !== 'http://www.w3.org/ns/anno.jsonld') throw new Error(`no context of ours: ${url}`);
  return { documentUrl: url, document: ANNO_CONTEXT };
};

describe('W3C Web Annotation', () => {
  const { files, lost } = written('w3c', [EXAMPLE]);
  const annotations = JSON.parse(files['annotations.json']!) as WebAnnotation[];
  const texts = files['texts.jsonl']!.trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { source: string; text: string });

  test('every position selects its quote, in code points, and stands between its context', () => {
    const targets = annotations.flatMap(({ target }) => (typeof target === 'string' ? [] : target));
    expect(targets).toHaveLength(4);
    for (const { source, selector } of targets) {
      const text = texts.find((one) => one.source === source)!.text;
      const [{ exact, prefix, suffix }, { start, end }] = selector;
      expect([...text].slice(start, end).join('')).toBe(exact);
      expect(text).toContain(prefix + exact + suffix);
    }
  });

  test('an attribution is its content, its other parts, and a link between them', () => {
    const iri = `urn:stet:annotation:${ATTRIBUTION.id}`;
    expect(annotations.map(({ id, motivation }) => [id, motivation])).toEqual([
      [iri, 'tagging'],
      [`${iri}:source:0`, 'tagging'],
      [`${iri}:cue:0`, 'tagging'],
      [`${iri}:parts`, 'linking'],
      [`urn:stet:annotation:${CLAIM.id}`, 'tagging'],
    ]);
    expect(annotations[3]).toMatchObject({
      body: [`${iri}:source:0`, `${iri}:cue:0`],
      target: iri,
    });
    const values = annotations[4]!.body.map((body) =>
      typeof body === 'string' ? body : `${body.purpose} ${body.value}`,
    );
    expect(values).toContain('tagging claim');
    expect(values).toContain('classifying type=number');
    expect(values).toContain('classifying finding=supported');
  });

  test('jsonld reads every term of it in safe mode, and refuses one that is none', async () => {
    const options = { safe: true, documentLoader: loadContext };
    const quads = await toRdf(annotations, options);
    const having = (term: string) =>
      quads.filter(({ predicate }) => predicate.value.endsWith(term));
    expect(
      having('#exact')
        .map(({ object }) => object.value)
        .sort(),
    ).toEqual(['said', 'Mayor Rui Costa', 'Ridership fell 12% in 2025', '“on track,”'].sort());
    expect(having('#motivatedBy').map(({ object }) => object.value)).toHaveLength(5);
    expect(having('#hasTarget')).toHaveLength(5);
    const strange = [{ ...annotations[0], mood: 'good' }];
    await expect(toRdf(strange, options)).rejects.toThrow('Safe mode');
  });

  test('what is not carried is counted, with its ids', () => {
    expect(lost['citations of evidence']).toEqual({ count: 1, ids: [CLAIM.id] });
    expect(lost['blocks and their roles']).toEqual({ count: 4, ids: [EXAMPLE.id] });
  });

  test('is the same bytes twice, and an empty array of nothing', () => {
    expect(written('w3c', [EXAMPLE, EXAMPLE]).files).toEqual(
      written('w3c', [EXAMPLE, EXAMPLE]).files,
    );
    expect(JSON.parse(written('w3c', []).files['annotations.json']!)).toEqual([]);
    expect(JSON.parse(written('w3c', [EXAMPLE, EXAMPLE]).files['annotations.json']!)).toHaveLength(
      10,
    );
  });
});

describe('brat', () => {
  test('is the grammar that brat’s parser reads, each span the words of the text', () => {
    const { files } = written('brat', [EXAMPLE]);
    const text = files[`${EXAMPLE.id}.txt`]!;
    expect(text).toBe(EXAMPLE.text);
    for (const line of files[`${EXAMPLE.id}.ann`]!.trimEnd().split('\n')) {
      expect(line).toMatch(
        /^(T\d+\t\w+ \d+ \d+(;\d+ \d+)*\t.+|E\d+\t\w+:T\d+( \w+:T\d+)+|A\d+\t\w+ [TE]\d+( \w+)?|#\d+\tAnnotatorNotes [TE]\d+\t.+)$/,
      );
      const [, places, words] = /^T\d+\t\w+ ([\d ;]+)\t(.+)$/.exec(line) ?? [];
      if (places === undefined) continue;
      const ranges = places.split(';').map((place) => place.split(' ').map(Number));
      const slices = ranges.map(([start, end]) => [...text].slice(start, end).join(''));
      expect(slices.join(' ')).toBe(words);
    }
    for (const name of ['Claim', 'Attribution\t', 'Flag_load_bearing', 'Also_date']) {
      expect(files['annotation.conf']).toContain(name);
    }
  });

  test('is read back as it was, but for what it says is lost', () => {
    const cueless = withParts('A2', part('content', 0, 'Ridership'), part('content', 1, 'in 2025'));
    const pieces = withParts(
      'A3',
      part('content', 0, 'The plan', 'on Friday'),
      part('source', 0, 'Mayor'),
      part('source', 1, 'Rui Costa'),
      part('cue', 0, 'said'),
      part('addressee', 0, 'Ana'),
    );
    const article = holding(...EXAMPLE.annotations, cueless, pieces);
    const { files, lost } = written('brat', [article]);
    const read = readBrat(files[`${article.id}.txt`]!, files[`${article.id}.ann`]!);
    expect(read.remarks).toEqual([]);
    const partsOf = (spans: (typeof read.annotations)[number]['spans']) =>
      spans.map(({ part: name, ordinal, start, end }) =>
        [name, ordinal, EXAMPLE.text.slice(start, end)].join(' '),
      );
    const wanted = (annotation: DatasetAnnotation) =>
      annotation.parts.flatMap(({ part: name, ordinal, pieces: all }) =>
        all.map(({ exact }) => [name, ordinal, exact].join(' ')),
      );
    for (const annotation of article.annotations) {
      const found = read.annotations.find(({ notes }) =>
        notes[0]!.startsWith(`id=${annotation.id} layer=shared`),
      )!;
      expect(found.kind).toBe(annotation.kind);
      expect(partsOf(found.spans).sort()).toEqual(wanted(annotation).sort());
      const { types, flags, speech, sourceType, terms } = annotation;
      expect(found.attributes).toMatchObject({ types, flags, speech, sourceType, terms });
    }
    expect(Object.keys(lost)).toEqual([
      'headlines, dates and other facts about articles',
      'blocks and their roles',
      'checks, with their evidence',
    ]);
  });

  test('any text keeps its spans, whatever characters stand before and in them', () => {
    const character = fc.constantFrom('a', 'é', '🚢', 'ש', ' ', '\n', '𠮷', '"', '=');
    fc.assert(
      fc.property(
        fc.array(character, { minLength: 3, maxLength: 30 }),
        fc.nat(29),
        fc.nat(29),
        (points, a, b) => {
          const [from, to] = [Math.min(a, b) % points.length, (Math.max(a, b) % points.length) + 1];
          const exact = points.slice(from, to).join('');
          fc.pre(from < to && exact.trim() === exact && exact !== '');
          const claim = {
            ...CLAIM,
            parts: [{ part: 'content', ordinal: 0, pieces: [{ start: from, end: to, exact }] }],
          } as const;
          const article = { ...EXAMPLE, text: points.join(''), annotations: [claim] };
          const { files } = written('brat', [article]);
          expect(
            files[`${article.id}.ann`]!.split('\n')
              .filter(Boolean)
              .every((line) => /^[TA#]\d/.test(line)),
          ).toBe(true);
          const read = readBrat(article.text, files[`${article.id}.ann`]!);
          expect(read.remarks).toEqual([]);
          const words = read.annotations[0]!.spans.map(({ start, end }) =>
            article.text.slice(start, end),
          );
          expect(words.join('').replace(/\s/g, '')).toBe(exact.replace(/\s/g, ''));
        },
      ),
    );
  });
});

describe('the PolNeAR profile', () => {
  const outer = withParts(
    'OUTER',
    part('content', 0, 'The plan 🚆 is “on track,” said Mayor Rui Costa'),
    part('cue', 0, 'on Friday'),
  );
  const cueless = withParts(
    'CUELESS',
    part('content', 0, 'Ridership fell'),
    part('source', 0, 'Ana'),
  );
  const { files, lost } = written('polnear', [holding(outer, ...EXAMPLE.annotations, cueless)]);

  test('has the outermost attributions with a cue, and nothing else', () => {
    const lines = files[`${EXAMPLE.id}.ann`]!.trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual([
      ...['T1\tContent', 'T2\tCue', 'T3\tAttribution-no-source', 'E1\tAttribution-no-source:T3'],
    ]);
  });

  test('says which it could not carry', () => {
    expect(lost['attributions within another']).toEqual({ count: 1, ids: [ATTRIBUTION.id] });
    expect(lost['attributions without a cue']).toEqual({ count: 1, ids: ['CUELESS'] });
    expect(lost['claims and quotes']).toEqual({ count: 1, ids: [CLAIM.id] });
  });
});

describe('doccano and Prodigy', () => {
  interface Line {
    readonly text: string;
    readonly layer: string;
    readonly entities: readonly {
      id: number;
      label: string;
      start_offset: number;
      end_offset: number;
    }[];
    readonly relations: readonly { from_id: number; to_id: number; type: string }[];
    readonly spans: readonly { start: number; end: number; label: string; id: string }[];
    readonly _annotator_id: string;
  }
  const pieces = withParts(
    'A3',
    part('content', 0, 'The plan', 'on Friday'),
    part('source', 0, 'Mayor'),
  );
  const article = holding({ ...pieces, layer: 'Ana' }, ...EXAMPLE.annotations);
  const linesOf = (format: 'doccano' | 'prodigy') =>
    written(format, [article])
      .files[`${format}.jsonl`]!.trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);

  test('doccano has UTF-16 units and relations, a line a layer', () => {
    const [ana, shared] = linesOf('doccano');
    const words = ana!.entities.map(({ label, start_offset, end_offset }) => [
      label,
      ana!.text.slice(start_offset, end_offset),
    ]);
    expect([ana!.layer, shared!.layer]).toEqual(['Ana', 'shared']);
    expect(words).toEqual([['content', 'The plan'], ['content', 'on Friday'], ['source', 'Mayor']]); // prettier-ignore
    expect(ana!.relations).toMatchObject([
      { from_id: 1, to_id: 2, type: 'next' },
      { from_id: 1, to_id: 3, type: 'source' },
    ]);
    expect(shared!.entities.map(({ id, label }) => [id, label])).toEqual([
      ...[[4, 'content'], [5, 'source'], [6, 'cue'], [7, 'claim']], // prettier-ignore
    ]);
  });

  test('Prodigy has code points and the annotations’ ids', () => {
    const lines = linesOf('prodigy');
    expect(lines.map((line) => line._annotator_id)).toEqual(['Ana', 'shared']);
    const words = lines.flatMap(({ text, spans }) =>
      spans.map(({ start, end, label, id }) => [id, label, [...text].slice(start, end).join('')]),
    );
    expect(words).toEqual(
      article.annotations.flatMap(({ id, kind, parts }) =>
        parts.flatMap(({ part: name, pieces: all }) =>
          all.map(({ exact }) => [id, kind === 'attribution' ? name : kind, exact]),
        ),
      ),
    );
  });

  test('what is lost is named', () => {
    expect(written('doccano', [article]).lost['ids of annotations']!.count).toBe(3);
    expect(written('prodigy', [article]).lost['the order of parts and pieces']!.ids).toEqual([
      'A3',
      ATTRIBUTION.id,
    ]);
    expect(written('prodigy', [holding()]).lost['articles without annotations']!.ids).toEqual([
      EXAMPLE.id,
    ]);
  });
});
