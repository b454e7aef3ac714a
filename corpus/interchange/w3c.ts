import { offsetTable, type OffsetTable } from '../document/positions';
import { anchorSpan } from '../spans/span';
import type { DatasetAnnotation, DatasetArticle, DatasetPart, DatasetPiece } from './article';
import type { FormatEncoder } from './format-encoder';
import type { Losses } from './loss';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/** The IRI of an article's exported revision: what an annotation's selectors select from. */
export function articleIri({ id, revision }: DatasetArticle): string {
  return `urn:stet:article:${id}:${revision.number}`;
}

/**
 * W3C Web Annotation: an array of annotations in the standard's own terms, positions in code
 * points. An annotation's pieces are its targets. A source, cue or addressee is an annotation of
 * its own, and one with the motivation “linking” ties them to the content.
 */
export function w3cFormat(losses: Losses): FormatEncoder {
  let first = true;
  return {
    filesOf: () => [],
    files: [
      {
        name: 'annotations.json',
        mediaType: 'application/ld+json',
        begin: () => '[',
        *article(article) {
          noteLosses(article, losses);
          const text = new SelectedText(article);
          for (const annotation of article.annotations) {
            for (const item of itemsOf(annotation, text)) {
              yield `${first ? '' : ','}\n${JSON.stringify(item)}`;
              first = false;
            }
          }
        },
        end: () => '\n]\n',
      },
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
function* itemsOf(annotation: DatasetAnnotation, text: SelectedText): Generator<Item> {
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
  if (others.length === 0) return;
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

  constructor(private readonly article: DatasetArticle) {
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
      { type: 'TextPositionSelector', start, end },
    ];
  }
}

function noteLosses({ id, blocks, annotations }: DatasetArticle, losses: Losses): void {
  losses.note('headlines, dates and other facts about articles', id);
  losses.note('blocks and their roles', id, blocks.length);
  for (const { check, id: annotation } of annotations) {
    if (check === null) continue;
    losses.note('assessments', annotation, check.assessments.length);
    losses.note('citations of evidence', annotation, check.evidence.length);
    if (check.replacement !== null) losses.note('replacements', annotation);
    if (check.checkedBy !== null) losses.note('who checked and who signed', annotation);
  }
}
