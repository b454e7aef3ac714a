import { offsetTable, type OffsetTable } from '../document/positions';
import { anchorSpan } from '../spans/span';
import type { DatasetAnnotation, DatasetArticle, DatasetPart, DatasetPiece } from './article';
import { arrayFile, type FormatDeclaration, type FormatEncoder } from './format';
import { allOf, articleFacts, blockRoles, ofEach, origins } from './losing';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/** The IRI of an article's exported revision: what an annotation's selectors select from. */
export function articleIri({ id, revision }: DatasetArticle): string {
  return `urn:stet:article:${id}:${revision.number}`;
}

type Profile = 'w3c' | 'recogito';

const keepsNot = allOf(
  articleFacts,
  blockRoles,
  origins,
  ofEach(({ id, check, parts }, losses) => {
    const contents = parts.filter(({ part }) => part === 'content');
    if (contents.length > 1) losses.note('where one content part ends and the next begins', id);
    if (check === null) return;
    losses.note('assessments', id, check.assessments.length);
    losses.note('citations of evidence', id, check.evidence.length);
    if (check.replacement !== null) losses.note('replacements', id);
    if (check.checkedBy !== null) losses.note('who checked and who signed', id);
  }),
);

const FILES = {
  'annotations.json': 'the annotations, with quote and position selectors',
  'texts.jsonl': 'the articles’ texts, one a line',
} as const;

/**
 * W3C Web Annotation: an array of annotations in the standard's own terms, positions in code
 * points. An annotation's pieces are its targets. A source, cue or addressee is an annotation of
 * its own, and one with the motivation “linking” ties them to the content.
 */
export const w3c: FormatDeclaration = {
  name: 'W3C Web Annotation',
  carries: 'annotations for other people’s readers; no evidence',
  unit: 'codepoint',
  files: FILES,
  own: [],
  lose: keepsNot,
  encoder: () => encoderOf('w3c'),
};

/**
 * The same for readers that count as a browser does, Recogito's text annotator among them:
 * positions in UTF-16 units, and nothing that links annotations, which they refuse.
 */
export const recogito: FormatDeclaration = {
  name: 'W3C Web Annotation for Recogito',
  carries: 'the same in UTF-16 units, without links between source, cue and content',
  unit: 'utf16',
  files: FILES,
  own: [],
  lose: allOf(
    keepsNot,
    ofEach(({ id, parts }, losses) => {
      const others = parts.filter(({ part }) => part !== 'content');
      losses.note('which source, cue and addressee belong to which content', id, others.length);
    }),
  ),
  encoder: () => encoderOf('recogito'),
};

function encoderOf(profile: Profile): FormatEncoder {
  return {
    filesOf: () => [],
    files: [
      arrayFile('annotations.json', 'application/ld+json', (article) => {
        const text = new SelectedText(article, profile);
        return article.annotations.flatMap((one) => [...itemsOf(one, text, profile)]);
      }),
      {
        name: 'texts.jsonl',
        mediaType: 'application/x-ndjson',
        begin: () => '',
        article: (article) => [
          `${JSON.stringify({ source: articleIri(article), text: article.text })}\n`,
        ],
        end: () => '',
      },
    ],
  };
}

type Item = Readonly<Record<string, unknown>>;

/** The annotation itself, then its other parts, then what links them. */
function* itemsOf(
  annotation: DatasetAnnotation,
  text: SelectedText,
  profile: Profile,
): Generator<Item> {
  const { id, kind, parts, check } = annotation;
  const iri = `urn:stet:annotation:${id}`;
  const about = {
    created: annotation.createdAt,
    creator: { type: 'Person', name: annotation.createdBy },
  };
  const content = parts.filter(({ part }) => part === 'content');
  const others = parts.filter(({ part }) => part !== 'content');
  const rationale = check?.rationale ? [textBody('assessing', check.rationale)] : [];
  yield {
    ...{ '@context': CONTEXT, id: iri, type: 'Annotation', motivation: 'tagging', ...about },
    body: [textBody('tagging', kind), ...classesOf(annotation), ...rationale],
    target: content.flatMap((part) => text.targetsOf(part)),
  };
  for (const part of others) {
    yield {
      ...{ '@context': CONTEXT, id: partIri(iri, part), type: 'Annotation', motivation: 'tagging' },
      ...about,
      body: [textBody('tagging', part.part), textBody('classifying', `layer=${annotation.layer}`)],
      target: text.targetsOf(part),
    };
  }
  if (others.length === 0 || profile === 'recogito') return;
  yield {
    ...{ '@context': CONTEXT, id: `${iri}:parts`, type: 'Annotation', motivation: 'linking' },
    ...about,
    body: others.map((part) => partIri(iri, part)),
    target: iri,
  };
}

function partIri(iri: string, { part, ordinal }: DatasetPart): string {
  return `${iri}:${part}:${ordinal}`;
}

function textBody(purpose: string, value: string): Item {
  return { type: 'TextualBody', purpose, value, format: 'text/plain' };
}

/** Attributes and the check's outcome as `name=value`. */
function classesOf({ layer, types, flags, check, ...said }: DatasetAnnotation): readonly Item[] {
  const one = (name: string, value: string | null | undefined) =>
    value ? [`${name}=${value}`] : [];
  return [
    `layer=${layer}`,
    ...types.map((type) => `type=${type}`),
    ...flags.map((flag) => `flag=${flag}`),
    ...one('speech', said.speech),
    ...one('sourceType', said.sourceType),
    ...one('terms', said.terms),
    ...one('anonymityReason', said.anonymityReason),
    ...one('status', check?.status),
    ...one('finding', check?.finding),
    ...one('fidelity', check?.fidelity),
    ...one('disposition', check?.disposition),
  ].map((value) => textBody('classifying', value));
}

/** One article's text, from which pieces are selected by their words and by their place. */
class SelectedText {
  private readonly offsets: OffsetTable;
  private readonly source: string;

  constructor(
    private readonly article: DatasetArticle,
    private readonly profile: Profile,
  ) {
    this.offsets = offsetTable(article.text);
    this.source = articleIri(article);
  }

  targetsOf({ pieces }: DatasetPart): readonly Item[] {
    return pieces.map((piece) => ({
      type: 'SpecificResource',
      source: this.source,
      selector: this.selectorsOf(piece),
    }));
  }

  private selectorsOf({ start, end }: DatasetPiece): readonly Item[] {
    const span = { start: this.offsets.toUtf16(start), end: this.offsets.toUtf16(end) };
    const { exact, prefix, suffix } = anchorSpan(this.article.text, span);
    return [
      { type: 'TextQuoteSelector', exact, prefix, suffix },
      { type: 'TextPositionSelector', ...(this.profile === 'w3c' ? { start, end } : span) },
    ];
  }
}
