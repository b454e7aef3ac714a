import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { XMLParser } from 'fast-xml-parser';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import type { DatasetArticle } from './article';
import type { ArticleFormat } from './format-names';
import { AWKWARD_ARTICLES } from './testing/awkward';
import { EXAMPLE } from './testing/example';
import { written } from './testing/written';

const FORMATS: readonly ArticleFormat[] = [
  ...(['labelstudio', 'xmi', 'tei', 'iob2', 'conllu', 'claimreview', 'averitec'] as const),
];
const ALL: readonly DatasetArticle[] = [EXAMPLE, ...AWKWARD_ARTICLES];
const piecesOf = (articles: readonly DatasetArticle[]) =>
  articles.flatMap(({ text, annotations }) =>
    annotations.flatMap(({ id, parts }) =>
      parts.flatMap(({ part, ordinal, pieces }) =>
        pieces.map(({ exact, start, end }, piece) => ({
          ...{ text, id, part, ordinal, piece, exact, start, end },
        })),
      ),
    ),
  );

/** Runs a program of the machine; null where there is none. */
function run(program: string, args: readonly string[], input = ''): string | null {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', input });
  if (error !== undefined) return null;
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

test.each(FORMATS)('%s is the same bytes twice, also of nothing', (format) => {
  expect(written(format, ALL).files).toEqual(written(format, ALL).files);
  expect(written(format, []).lost).toEqual({});
});

describe('Label Studio', () => {
  interface Task {
    readonly data: { readonly text: string };
    readonly annotations: readonly {
      readonly completed_by: { readonly first_name: string };
      readonly result: readonly {
        readonly id: string;
        readonly type: string;
        readonly from_id: string;
        readonly to_id: string;
        readonly from_name: string;
        readonly labels: readonly string[];
        readonly value: {
          readonly start: number;
          readonly end: number;
          readonly text: string;
          readonly labels: readonly string[];
          readonly choices: readonly string[];
        };
      }[];
    }[];
  }
  const { files } = written('labelstudio', ALL);
  const tasks = JSON.parse(files['tasks.json']!) as Task[];

  test('has a region for each piece, in code points, its words with it', () => {
    const regions = tasks.flatMap(({ data, annotations }) =>
      annotations.flatMap(({ result }) =>
        result.filter(({ type }) => type === 'labels').map(({ value }) => ({ data, value })),
      ),
    );
    expect(regions).toHaveLength(piecesOf(ALL).length);
    for (const { data, value } of regions) {
      expect([...data.text].slice(value.start, value.end).join('')).toBe(value.text);
    }
  });

  test('has an annotation for each layer, relations from the content, and choices', () => {
    const tram = tasks[1]!;
    expect(tram.annotations.map(({ completed_by }) => completed_by.first_name)).toEqual([
      ...['Ana', 'Bo', 'shared'],
    ]);
    const relations = tram.annotations[0]!.result.filter(({ type }) => type === 'relation');
    expect(relations.map(({ labels }) => labels[0])).toEqual(['next', 'source', 'cue']);
    const config = new XMLParser({ ignoreAttributes: false }).parse(files['config.xml']!) as object;
    expect(JSON.stringify(config)).toContain('load_bearing');
    const choice = tram.annotations[1]!.result.find(({ from_name }) => from_name === 'types')!;
    expect(choice.value.choices).toEqual(['number', 'date']);
  });
});

describe('ClaimReview', () => {
  const reviews = JSON.parse(written('claimreview', ALL).files['claimreviews.json']!) as object[];

  test('has the checked claims, and no other', () => {
    expect(reviews).toMatchObject([
      {
        claimReviewed: 'Ridership fell 12% in 2025',
        reviewRating: { ratingValue: 5, bestRating: 5, alternateName: 'True' },
      },
    ]);
  });

  test('gives no number to what nobody could rate, and leaves out what is not done', () => {
    const claim = EXAMPLE.annotations[1]!;
    const as = (
      finding: 'insufficient' | 'not_checkable' | null,
      status = claim.check!.status,
    ) => ({
      ...EXAMPLE,
      annotations: [{ ...claim, check: { ...claim.check!, finding, status } }],
    });
    const of = (article: DatasetArticle) => written('claimreview', [article]);
    const unproven = JSON.parse(of(as('insufficient')).files['claimreviews.json']!) as object[];
    expect(unproven).toMatchObject([{ reviewRating: { alternateName: 'Unproven' } }]);
    expect(JSON.stringify(unproven)).not.toContain('ratingValue');
    for (const article of [as('not_checkable'), as(null), as('insufficient', 'checking')]) {
      expect(JSON.parse(of(article).files['claimreviews.json']!)).toEqual([]);
      expect(of(article).lost['claims without a finished finding']!.ids).toEqual([claim.id]);
    }
  });

  test('is what schema-dts says a ClaimReview is, by the TypeScript compiler', () => {
    const compile = (content: unknown) => {
      const folder = mkdtempSync(join(process.cwd(), 'node_modules', '.claimreview-'));
      try {
        const file = join(folder, 'reviews.ts');
        const type = "import type { ClaimReview, WithContext } from 'schema-dts';\n";
        writeFileSync(
          file,
          `${type}export const reviews: WithContext<ClaimReview>[] = ${JSON.stringify(content)};\n`,
        );
        const program = ts.createProgram([file], {
          strict: true,
          noEmit: true,
          skipLibCheck: true,
          types: [],
          moduleResolution: ts.ModuleResolutionKind.Bundler,
          module: ts.ModuleKind.ESNext,
        });
        return ts.getPreEmitDiagnostics(program).map(({ code }) => code);
      } finally {
        rmSync(folder, { recursive: true });
      }
    };
    expect(compile(reviews)).toEqual([]);
    expect(compile([{ ...reviews[0], claimReviwed: 'x' }])).not.toEqual([]);
  }, 120_000);
});

describe('AVeriTeC', () => {
  test('has a label, a justification, and an answer for each citation', () => {
    const claims = JSON.parse(written('averitec', ALL).files['claims.json']!) as object[];
    expect(claims).toMatchObject([
      {
        claim: 'Ridership fell 12% in 2025',
        label: 'Supported',
        claim_date: '20-11-2026',
        claim_types: ['Numerical Claim', 'Event/Property Claim'],
        questions: [{ answers: [{ answer_type: 'Unanswerable', source_medium: 'Web text' }] }],
      },
    ]);
  });
});

describe('TEI', () => {
  test('places every span by its block, in code points', () => {
    const { files } = written('tei', ALL);
    const parser = new XMLParser({
      ignoreAttributes: false,
      trimValues: false,
      processEntities: { enabled: true },
      htmlEntities: true,
      isArray: (name) => ['span', 'spanGrp'].includes(name),
    });
    let found = 0;
    for (const article of ALL) {
      const xml = files[`${article.id}.xml`]!;
      const blocks = [...xml.matchAll(/<(head|byline|ab|p) xml:id="b(\d+)"[^>]*>([^<]*)</g)].map(
        ([, , , words]) => unescaped(words!),
      );
      expect(blocks.join('\n\n')).toBe(article.text);
      const tree = parser.parse(xml) as object;
      expect(Object.keys(tree)).toContain('TEI');
      for (const [, block, start, length, words] of xml.matchAll(
        /target="#string-range\(b(\d+),(\d+),(\d+)\)">([^<]*)<\/span>/g,
      )) {
        const slice = [...blocks[Number(block)]!]
          .slice(Number(start), Number(start) + Number(length))
          .join('');
        expect(slice).toBe(unescaped(words!));
        found += 1;
      }
    }
    expect(found).toBe(piecesOf(ALL).length);
  });
});

function unescaped(words: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return words.replace(/&(?:#(\d+)|(\w+));/g, (_all, code: string | undefined, name: string) =>
    code === undefined ? named[name]! : String.fromCodePoint(Number(code)),
  );
}

describe('IOB2 and CoNLL-U', () => {
  test('a tag never follows another mark’s, and what overlaps is noted', () => {
    const { files, lost } = written('iob2', ALL);
    const lines = files['tokens.iob2']!.split('\n').filter(
      (line) => line !== '' && !line.startsWith('-DOCSTART-'),
    );
    for (const column of [1, 2, 3]) {
      let before = 'O';
      for (const line of lines) {
        const tag = line.split('\t')[column]!;
        if (tag.startsWith('I-')) expect(before.slice(2)).toBe(tag.slice(2));
        before = tag;
      }
    }
    expect(lost['marks that overlap another of their kind']!.ids).toEqual(['AWKWARD01TRAM-3']);
  });

  test('CoNLL-U has ten columns, and its tokens’ places hold their words', () => {
    const { files } = written('conllu', ALL);
    const texts = new Map(ALL.map(({ id, text }) => [id, [...text]]));
    let points: readonly string[] = [];
    for (const line of files['articles.conllu']!.split('\n')) {
      if (line.startsWith('# newdoc id = ')) points = texts.get(line.slice(14))!;
      if (line === '' || line.startsWith('#')) continue;
      const cells = line.split('\t');
      expect(cells).toHaveLength(10);
      const [, start, end] = /Start=(\d+)\|End=(\d+)/.exec(cells[9]!)!;
      expect(points.slice(Number(start), Number(end)).join('')).toBe(cells[1]);
    }
  });

  const NLTK = `
import sys, json
from nltk.chunk import conlltags2tree
out = []
for block in sys.stdin.read().split('\\n\\n'):
    rows = [line.split('\\t') for line in block.split('\\n') if line and not line.startswith('-DOCSTART-')]
    if not rows: continue
    for column in (1, 2, 3):
        tree = conlltags2tree([(row[0], 'X', row[column]) for row in rows], strict=True)
        out += [[node.label(), [word for word, _ in node.leaves()]] for node in tree if hasattr(node, 'label')]
print(json.dumps(out))
`;
  const python = '/usr/bin/python3';
  const hasNltk = spawnSync(python, ['-c', 'import nltk']).status === 0;

  test.skipIf(!hasNltk)(
    'NLTK reads the chunks of IOB2 (skipped where python3-nltk is not installed)',
    () => {
      const chunks = JSON.parse(
        run(python, ['-c', NLTK], written('iob2', ALL).files['tokens.iob2'])!,
      ) as [string, string[]][];
      expect(chunks).toContainEqual(['CLAIM', ['Ridership', 'fell', '12', '%', 'in', '2025']]);
      expect(chunks).toContainEqual(['SOURCE', ['Mayor', 'Rui', 'Cabral']]);
      expect(chunks).toContainEqual(['SOURCE', ['العمدة']]);
      expect(chunks.filter(([label]) => label === 'CONTENT')).toHaveLength(5);
    },
  );
});

describe('UIMA XMI', () => {
  const jar = '/usr/share/java/uimaj-core.jar';
  const JAVA = `
import java.io.*; import org.apache.uima.UIMAFramework; import org.apache.uima.cas.*; import org.apache.uima.cas.text.AnnotationFS; import org.apache.uima.cas.impl.XmiCasDeserializer; import org.apache.uima.resource.metadata.TypeSystemDescription; import org.apache.uima.util.*;
public class Covered { public static void main(String[] args) throws Exception {
  PrintStream out = new PrintStream(System.out, true, "UTF-8");
  TypeSystemDescription types = UIMAFramework.getXMLParser().parseTypeSystemDescription(new XMLInputSource(new File(args[0])));
  for (int i = 1; i < args.length; i++) {
    CAS cas = CasCreationUtils.createCas(types, null, null);
    try (InputStream in = new FileInputStream(args[i])) { XmiCasDeserializer.deserialize(in, cas); }
    Type piece = cas.getTypeSystem().getType("stet.Piece"); Feature mark = piece.getFeatureByBaseName("mark");
    for (AnnotationFS fs : cas.getAnnotationIndex(piece)) { FeatureStructure of = fs.getFeatureValue(mark);
      String id = of.getStringValue(of.getType().getFeatureByBaseName("annotationId"));
      out.println(id + "\\t" + fs.getStringValue(piece.getFeatureByBaseName("part")) + "\\t" + fs.getCoveredText().replace("\\n", "\\\\n")); }
  } } }
`;

  test.skipIf(!existsSync(jar))(
    'UIMA’s own reader finds every piece with its words (skipped where libuima-core-java is not installed)',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'stet-uima-'));
      try {
        const { files } = written('xmi', ALL);
        for (const [name, content] of Object.entries({ ...files, 'Covered.java': JAVA }))
          writeFileSync(join(folder, name), content);
        run('javac', ['-cp', jar, '-d', folder, join(folder, 'Covered.java')]);
        const cases = Object.keys(files)
          .filter((name) => name.endsWith('.xmi'))
          .map((name) => join(folder, name));
        const out = run('java', [
          '-cp',
          `${jar}:${folder}`,
          'Covered',
          join(folder, 'typesystem.xml'),
          ...cases,
        ])!;
        const wanted = piecesOf(ALL).map(({ id, part, exact }) => `${id}\t${part}\t${exact}`);
        expect(out.trimEnd().split('\n').sort()).toEqual(wanted.sort());
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    120_000,
  );

  test('is well formed, its offsets in UTF-16 units', () => {
    const { files, lost } = written('xmi', ALL);
    expect(lost['characters that XML cannot hold']).toBeUndefined();
    let found = 0;
    for (const { id, text } of ALL) {
      const xml = files[`${id}.xmi`]!;
      expect(unescaped(/sofaString="([^"]*)"/.exec(xml)![1]!)).toBe(text);
      for (const [, begin, end, part, ordinal, piece] of xml.matchAll(
        /<stet:Piece xmi:id="\d+" begin="(\d+)" end="(\d+)" part="(\w+)" ordinal="(\d+)" piece="(\d+)"/g,
      )) {
        const words = text.slice(Number(begin), Number(end));
        expect(piecesOf(ALL)).toContainEqual(
          expect.objectContaining({
            text,
            part,
            ordinal: Number(ordinal),
            piece: Number(piece),
            exact: words,
          }),
        );
        found += 1;
      }
    }
    expect(found).toBe(piecesOf(ALL).length);
  });
});
