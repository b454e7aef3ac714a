import { isDeepStrictEqual } from 'node:util';
import {
  DESK_LAYERS,
  findShapeProblem,
  SHARED_LAYER,
  type PartSpan,
} from '@/corpus/annotation/model';
import { snapToGraphemes, type Span } from '@/corpus/spans/span';
import { layOut } from '@/corpus/document/text';
import type { ReadAnnotation, ReadDocument, ReadRemark } from '@/corpus/interchange/read/model';
import type { AnnotationImport } from '@/corpus/interchange/read/report';
import { inTextOrder } from '@/corpus/interchange/read/place';
import { inBlocks, layOutDocument } from '@/corpus/interchange/read/text-blocks';
import { findTagProblem, type TagSet } from '@/corpus/project/tag-set';
import type { Desk } from '../client';
import { hashOf, newId } from '../ids';
import { layerNames, type LayerNames } from '../queries/layer-names';
import { findTagSet } from '../queries/projects';
import { refuseForbidden } from './allowed';
import { inOrder } from './annotate';
import { NotWritten } from './errors';
import { storeImportedCheck, personNamed } from './import-check';
import { Ledger, openLedger } from './ledger';
import { PlannedImport } from './planned-import';
import type { Actor } from './run';
import { countWords, storeRevision } from './store-revision';
import { readSpans } from './stores';

/**
 * Takes texts and annotations that were read from files into a collection, in one transaction. An
 * article is known by its id or its text; annotations keep their ids and go to the layer that they
 * name. Where something on the desk is in the way nothing is written; with `dryRun` neither, and
 * nobody who writes has to wait.
 */
export function importAnnotations(
  desk: Desk,
  actor: Actor,
  collectionId: string,
  documents: readonly ReadDocument[],
  dryRun: boolean,
): AnnotationImport {
  refuseForbidden(actor, 'importFiles');
  let work: Importing | undefined;
  const take = (ledger: Ledger) => {
    work = new Importing(ledger, collectionId, dryRun ? new PlannedImport() : null);
    for (const document of documents) work.take(document);
    if (work.conflicts.length > 0 || !work.hasWritten) throw new NotWritten();
  };
  const { sqlite } = desk;
  let isWritten = true;
  try {
    if (dryRun) sqlite.transaction(() => take(unwritten(desk, actor))).deferred();
    else sqlite.transaction(() => take(openLedger(desk, actor.id, NAME))).immediate();
  } catch (error) {
    if (!(error instanceof NotWritten)) throw error;
    isWritten = false;
  }
  const { articles, added, known, units, remarks, conflicts } = work!;
  return { articles, added, known, units, remarks, conflicts, isWritten };
}

const NAME = 'importAnnotations';

/** A ledger of which no line is written: a plan only reads. */
function unwritten(desk: Desk, { id: personId }: Actor): Ledger {
  const at = new Date().toISOString();
  return new Ledger(desk, { commandId: newId(), name: NAME, personId, at, undoes: null });
}

/** An article's newest text on the desk, and where a span of the file's text lies in it. */
interface Place {
  readonly id: string;
  readonly revisionId: string;
  readonly text: string;
  readonly placesOf: (span: Span) => readonly Span[];
}

class Importing {
  readonly articles: { id: string; name: string; isNew: boolean }[] = [];
  readonly remarks: (ReadRemark & { name: string })[] = [];
  readonly conflicts: string[] = [];
  readonly units = { codepoint: 0, utf16: 0 };
  added = 0;
  known = 0;
  private readonly marks = new Map<string, Set<string>>();
  private readonly tagSet: TagSet;
  private readonly layers: LayerNames;

  constructor(
    private readonly ledger: Ledger,
    private readonly collectionId: string,
    /** Null where it is written. */
    private readonly planned: PlannedImport | null,
  ) {
    this.layers = layerNames(ledger.desk);
    ({ tagSet: this.tagSet } = findTagSet(ledger.desk, collectionId));
  }

  get hasWritten(): boolean {
    return this.ledger.written.length > 0;
  }

  take(document: ReadDocument): void {
    const { name, unit } = document;
    if (unit) this.units[unit] += 1;
    this.remarks.push(...document.remarks.map((remark) => ({ ...remark, name })));
    const known = this.findArticle(document);
    if (known === 'other') {
      this.conflicts.push(`“${name}” has another text on the desk: revise the article first.`);
      return;
    }
    const place = known ?? this.createArticle(document);
    this.articles.push({ id: place.id, name, isNew: known === null });
    for (const annotation of document.annotations) this.annotate(place, annotation, name);
  }

  /** Null for an article that is not here; `other` for one whose newest text is another. */
  private findArticle(document: ReadDocument): Place | 'other' | null {
    const { articleId, text } = document;
    const laid = layOut(layOutDocument(document).drafts).text;
    const byId = articleId === null ? null : this.newest('a.id = ?', articleId);
    const found =
      byId ??
      this.newest(
        '+a.collection_id = ? AND r.hash IN (?, ?)',
        this.collectionId,
        hashOf(text),
        hashOf(laid),
      );
    if (found === null) return this.findPlanned(document, laid);
    if (found.text !== text && found.text !== laid) return 'other';
    const blocks = this.ledger.desk.sqlite
      .prepare<[string], Span>(
        'SELECT start, "end" FROM block WHERE revision_id = ? ORDER BY ordinal',
      )
      .all(found.revisionId);
    const placesOf =
      found.text === text
        ? (span: Span) => inBlocks(blocks, span)
        : layOutDocument(document).placesOf;
    return { ...found, placesOf };
  }

  private findPlanned(document: ReadDocument, laid: string): Place | 'other' | null {
    const found = this.planned?.findArticle(document.articleId, laid) ?? null;
    if (found === null) return null;
    if (found.text !== laid) return 'other';
    return { ...found, revisionId: '', placesOf: layOutDocument(document).placesOf };
  }

  /** The signs keep the indexes of a whole collection aside: an id or a hash finds few. */
  private newest(where: string, ...values: readonly string[]): Omit<Place, 'placesOf'> | null {
    const found = this.ledger.desk.sqlite
      .prepare<unknown[], Omit<Place, 'placesOf'>>(
        `SELECT a.id, r.id AS revisionId, r.text FROM article a JOIN revision r ON r.article_id = a.id
           AND r.number = (SELECT max(number) FROM revision WHERE article_id = a.id)
         WHERE +a.removed = 0 AND ${where} ORDER BY +a.id LIMIT 1`,
      )
      .get(...values);
    return found ?? null;
  }

  private createArticle(document: ReadDocument): Place {
    const { articleId, facts } = document;
    const { drafts, placesOf } = layOutDocument(document);
    const { text } = layOut(drafts);
    const id = articleId !== null && isId(articleId) ? articleId : newId();
    if (this.planned !== null) {
      this.planned.addArticle(id, text);
      return { id, revisionId: '', text, placesOf };
    }
    const headline = facts?.headline ?? drafts[0]?.text ?? document.name;
    this.ledger.create('article', id, {
      ...{ collectionId: this.collectionId, originalId: null, contentHash: hashOf(text) },
      ...{ ordinal: 1, headline, deck: facts?.deck ?? null, byline: facts?.byline ?? null },
      ...{ places: facts?.places ?? [], agency: facts?.agency ?? null, date: facts?.date ?? null },
      ...{ dateBasis: facts?.dateBasis ?? null, dateReason: null, wordCount: countWords(text) },
      ...{ metadata: null, createdAt: this.ledger.act.at, removed: false },
    });
    const revisionId = storeRevision(this.ledger, id, 1, null, drafts, null);
    return { id, revisionId, text, placesOf };
  }

  private annotate(place: Place, annotation: ReadAnnotation, name: string): void {
    const { kind, attributes } = annotation;
    const spans = inOrder(inTextOrder(annotation.spans.flatMap((span) => placed(place, span))));
    const problem =
      findShapeProblem(kind, spans) ?? findTagProblem(this.tagSet, { kind, ...attributes });
    const at = annotation.id ?? `a ${kind}`;
    if (problem !== null) {
      this.remarks.push({ name, at, outcome: 'refused', message: problem });
      return;
    }
    const layer = this.layers.layerOf(annotation.layer ?? SHARED_LAYER);
    const wanted: Wanted = { kind, layer, attributes, spans };
    const here = this.findHere(place, annotation.id, wanted);
    if (here === 'known') this.known += 1;
    else if (here === 'other') {
      this.conflicts.push(`The annotation ${at} of “${name}” is another on the desk.`);
    } else this.create(place, annotation, wanted);
  }

  private findHere(place: Place, id: string | null, wanted: Wanted): 'known' | 'other' | null {
    if (id === null) return this.marksOf(place).has(keyOf(wanted)) ? 'known' : null;
    const planned = this.planned?.findMark(id, wanted) ?? null;
    if (planned !== null) return planned;
    const { desk } = this.ledger;
    const isHere =
      desk.sqlite.prepare('SELECT 1 FROM annotation WHERE id = ?').get(id) !== undefined;
    if (!isHere) return null;
    const { state } = this.ledger.read('annotation', id);
    const { types, flags, speech, sourceType, terms, anonymityReason } = state;
    const attributes = { types, flags, speech, sourceType, terms, anonymityReason };
    const found = readSpans(desk, String(state['targetId']), place.revisionId);
    const isSame =
      state['removed'] === false &&
      state['kind'] === wanted.kind &&
      state['layer'] === wanted.layer &&
      isDeepStrictEqual(inOrder(found), wanted.spans) &&
      isDeepStrictEqual(attributes, wanted.attributes);
    return isSame ? 'known' : 'other';
  }

  /** Keys of the marks that an article has, read once. */
  private marksOf({ id, revisionId }: Place): Set<string> {
    const read = this.marks.get(id);
    if (read !== undefined) return read;
    const rows = this.ledger.desk.sqlite
      .prepare<[string], Pick<Wanted, 'kind' | 'layer'> & { targetId: string }>(
        'SELECT kind, layer, target_id AS targetId FROM annotation WHERE article_id = ? AND removed = 0',
      )
      .all(id);
    const keys = rows.map(({ targetId, ...mark }) =>
      keyOf({ ...mark, spans: inOrder(readSpans(this.ledger.desk, targetId, revisionId)) }),
    );
    const made = new Set(keys);
    this.marks.set(id, made);
    return made;
  }

  private create(
    place: Place,
    annotation: ReadAnnotation,
    { kind, layer, attributes, spans }: Wanted,
  ): void {
    const id = annotation.id ?? newId();
    const { ledger, collectionId } = this;
    const { createdBy, createdAt, check } = annotation;
    this.added += 1;
    this.marks.get(place.id)?.add(keyOf({ kind, layer, spans }));
    if (this.planned !== null) {
      this.planned.addMark(id, { kind, layer, attributes, spans });
      return;
    }
    ledger.create('annotation', id, {
      ...{ targetId: newId(), articleId: place.id, collectionId, revisionId: place.revisionId },
      ...{ kind, layer, origin: 'import', ...attributes, spans },
      createdBy: createdBy === null ? ledger.act.personId : personNamed(ledger, createdBy),
      ...{ createdAt: createdAt ?? ledger.act.at, removed: false },
    });
    if (check !== null || DESK_LAYERS.includes(layer)) {
      storeImportedCheck(ledger, { annotationId: id, articleId: place.id, collectionId }, check);
    }
  }
}

type Wanted = Pick<ReadAnnotation, 'kind' | 'attributes'> & {
  readonly layer: string;
  readonly spans: readonly PartSpan[];
};

function keyOf({ kind, layer, spans }: Pick<Wanted, 'kind' | 'layer' | 'spans'>): string {
  const places = spans.map(({ part, ordinal, start, end }) => [part, ordinal, start, end]);
  return JSON.stringify([kind, layer, places]);
}

/** A span's pieces on the desk's text, one a block, never inside a character. */
function placed({ text, placesOf }: Place, span: PartSpan): readonly PartSpan[] {
  return placesOf(span).flatMap((own) => {
    const whole = snapToGraphemes(text, own);
    return whole === null || text.slice(whole.start, whole.end).trim() === ''
      ? []
      : [{ ...span, ...whole }];
  });
}

/** What Stet's own ids look like; a file's name is none. */
function isId(id: string): boolean {
  return /^[0-9A-Z]{26}$/.test(id);
}
