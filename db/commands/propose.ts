import { and, eq } from 'drizzle-orm';
import { carrier } from '@/corpus/anchoring/carry';
import { carryTarget } from '@/corpus/anchoring/carry-target';
import { SHARED_LAYER, findShapeProblem, type PartSpan } from '@/corpus/annotation/model';
import type { Suggestion } from '@/corpus/detect/model';
import { anchorSpan, type AnchoredSpan, type Span } from '@/corpus/spans/span';
import type { DetectorName, RunCounts, SuggestionDetails } from '@/corpus/suggestion/model';
import { sameWordsFinder, type KindAndSpans } from '@/corpus/suggestion/same-words';
import type { Desk } from '../client';
import { newId } from '../ids';
import { spansByTarget } from '../queries/suggestions';
import * as schema from '../schema';
import { inOrder } from './annotate';
import { openLedger } from './ledger';
import { projectSourcesOf } from './project-source';
import type { Actor } from './run';

/** What a detector found in one revision. */
export interface Detection {
  readonly articleId: string;
  readonly revisionId: string;
  readonly detector: DetectorName;
  /** What else was read beside the text (db/queries/detectable.ts). */
  readonly inputHash: string;
  readonly suggestions: readonly Suggestion[];
}

export interface ProposeOutcome {
  readonly counts: RunCounts;
  /** Those whose spans are no place in the text, or whose words are gone since. */
  readonly dropped: number;
}

interface PlacedSuggestion {
  readonly from: Suggestion;
  readonly kind: Suggestion['kind'];
  readonly spans: readonly PartSpan[];
  readonly anchored: readonly AnchoredSpan[];
}

interface Text {
  readonly id: string;
  readonly text: string;
  readonly blocks: readonly Span[];
}

/**
 * Stores what a detector proposes, in one transaction with one line in the history, like an import.
 * Where the article has a newer revision since, suggestions are carried to it or dropped. Nothing
 * is proposed about the words of a suggestion that a person has decided; of the open ones of this
 * detector those that it proposes again stay as they are, the others are withdrawn. Null where the
 * article is gone.
 */
export function proposeSuggestions(
  desk: Desk,
  actor: Pick<Actor, 'id'>,
  detection: Detection,
): ProposeOutcome | null {
  const store = desk.sqlite.transaction((): ProposeOutcome | null => {
    const { article } = schema;
    const found = desk.orm
      .select({ collectionId: article.collectionId })
      .from(article)
      .where(and(eq(article.id, detection.articleId), eq(article.removed, false)))
      .get();
    const newest = newestText(desk, detection.articleId);
    if (found === undefined || newest === null) return null;
    const placed = placeOn(desk, newest, detection);
    const { fresh, withdrawn } = compare(desk, newest, detection, placed);
    if (withdrawn.length > 0) withdraw(desk, withdrawn);
    const place = { articleId: detection.articleId, collectionId: found.collectionId };
    insertAll(desk, actor.id, { ...place, revisionId: newest.id }, detection, fresh);
    projectSourcesOf(desk, detection.articleId);
    const counts = countOf(fresh);
    recordRun(desk, actor.id, detection, counts);
    return { counts, dropped: detection.suggestions.length - placed.length };
  });
  return store.immediate();
}

function newestText(desk: Desk, articleId: string): Text | null {
  const id = desk.sqlite
    .prepare<[string], string>(
      'SELECT id FROM revision WHERE article_id = ? ORDER BY number DESC LIMIT 1',
    )
    .pluck()
    .get(articleId);
  return id === undefined ? null : readText(desk, id);
}

function readText(desk: Desk, id: string): Text | null {
  const text = desk.sqlite
    .prepare<[string], string>('SELECT text FROM revision WHERE id = ?')
    .pluck()
    .get(id);
  if (text === undefined) return null;
  const blocks = desk.sqlite
    .prepare<[string], Span>(
      'SELECT start, "end" FROM block WHERE revision_id = ? ORDER BY ordinal',
    )
    .all(id);
  return { id, text, blocks };
}

/** Suggestions with their places on the newest text; what has none there is left out. */
function placeOn(
  desk: Desk,
  newest: Text,
  { revisionId, suggestions }: Detection,
): readonly PlacedSuggestion[] {
  const read = revisionId === newest.id ? newest : readText(desk, revisionId);
  if (read === null) return [];
  const carry = carrier(read, newest);
  return suggestions.flatMap((from) => {
    if (anchorAll(read, from.kind, from.spans) === null) return [];
    const spans = read === newest ? from.spans : carriedWhole(from, carry, newest.text);
    const sorted = inOrder(spans);
    const anchored = anchorAll(newest, from.kind, sorted);
    return anchored === null ? [] : [{ from, kind: from.kind, spans: sorted, anchored }];
  });
}

function carriedWhole(
  { spans }: Suggestion,
  carry: ReturnType<typeof carrier>,
  text: string,
): readonly PartSpan[] {
  const carried = carryTarget(spans, carry, text);
  return carried.outcome === 'unchanged' || carried.outcome === 'moved' ? carried.spans : [];
}

/** Null where the spans have a wrong shape, leave their paragraph or cut a character. */
function anchorAll(
  { text, blocks }: Text,
  kind: Suggestion['kind'],
  spans: readonly PartSpan[],
): readonly AnchoredSpan[] | null {
  if (findShapeProblem(kind, spans) !== null) return null;
  const inBlock = ({ start, end }: Span) =>
    blocks[lastStart(blocks, start)] !== undefined && blocks[lastStart(blocks, start)]!.end >= end;
  if (!spans.every(inBlock)) return null;
  try {
    return spans.map((span) => anchorSpan(text, span));
  } catch {
    return null;
  }
}

/** The index of the last block that begins at an offset or before; -1 before the first. */
function lastStart(blocks: readonly Span[], offset: number): number {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** What is new, and the open suggestions of this detector that it proposes no more. */
function compare(
  desk: Desk,
  newest: Text,
  { articleId, detector }: Detection,
  placed: readonly PlacedSuggestion[],
): { readonly fresh: readonly PlacedSuggestion[]; readonly withdrawn: readonly string[] } {
  const places = spansByTarget(desk, newest.id);
  const known = desk.sqlite
    .prepare<[string], KnownRow>(
      `SELECT s.id, s.state, s.detector, a.kind, a.target_id AS targetId
       FROM suggestion s JOIN annotation a ON a.id = s.id WHERE s.article_id = ?`,
    )
    .all(articleId)
    .map((row) => ({ ...row, spans: places.get(row.targetId) ?? [] }));
  const decided = known.filter(({ state }) => state === 'accepted' || state === 'rejected');
  const findDecided = sameWordsFinder(newest.text, decided);
  const open = known.filter(({ state }) => state === 'proposed');
  const standing = new Set(open.map(keyOf));
  const wanted = placed.filter((one) => findDecided(one) === null);
  const again = new Set(wanted.map(keyOf));
  const gone = open.filter((one) => one.detector === detector.name && !again.has(keyOf(one)));
  const seen = new Set<string>();
  const fresh = wanted.filter((one) => {
    const key = keyOf(one);
    const isNew = !standing.has(key) && !seen.has(key);
    seen.add(key);
    return isNew;
  });
  return { fresh, withdrawn: gone.map(({ id }) => id) };
}

interface KnownRow {
  readonly id: string;
  readonly state: string;
  readonly detector: string;
  readonly kind: Suggestion['kind'];
  readonly targetId: string;
}

function keyOf({ kind, spans }: KindAndSpans): string {
  return `${kind} ${spans.map((s) => `${s.part} ${s.ordinal} ${s.start}-${s.end}`).join()}`;
}

function withdraw(desk: Desk, ids: readonly string[]): void {
  const annotation = desk.sqlite.prepare(
    'UPDATE annotation SET removed = 1, version = version + 1 WHERE id = ?',
  );
  const suggestion = desk.sqlite.prepare(
    `UPDATE suggestion SET state = 'withdrawn', version = version + 1 WHERE id = ?`,
  );
  for (const id of ids) {
    annotation.run(id);
    suggestion.run(id);
  }
}

interface InsertPlace {
  readonly articleId: string;
  readonly collectionId: string;
  readonly revisionId: string;
}

function insertAll(
  desk: Desk,
  personId: string,
  { articleId, collectionId, revisionId }: InsertPlace,
  detection: Detection,
  fresh: readonly PlacedSuggestion[],
): void {
  const now = new Date().toISOString();
  const insert = insertStatements(desk);
  const read = readText(desk, detection.revisionId)!.text;
  for (const { from, kind, spans, anchored } of fresh) {
    const [id, targetId] = [newId(), newId()];
    const { types, flags, speech, sourceType, anonymityReason } = from;
    insert.target.run(targetId, articleId, now);
    const attributes = [JSON.stringify(types), JSON.stringify(flags), speech, sourceType, anonymityReason]; // prettier-ignore
    insert.annotation.run(id, targetId, articleId, collectionId, kind, SHARED_LAYER, ...attributes, personId, now, now); // prettier-ignore
    for (const [index, { part, ordinal, piece }] of spans.entries()) {
      const { start, end, exact, prefix, suffix } = anchored[index]!;
      insert.span.run(revisionId, targetId, part, ordinal, piece, start, end, exact, prefix, suffix); // prettier-ignore
    }
    insert.anchoring.run(targetId, revisionId);
    const { rule, reason, confidence, score, speaker, figures, dates } = from;
    const evidence = from.evidence.map(({ start, end }) => read.slice(start, end));
    const details = { speaker, figures, dates } satisfies SuggestionDetails;
    insert.suggestion.run(id, articleId, detection.revisionId, detection.detector.name, rule, reason, JSON.stringify(evidence), confidence, score, JSON.stringify(details)); // prettier-ignore
  }
}

function insertStatements({ sqlite }: Desk) {
  return {
    target: sqlite.prepare('INSERT INTO target (id, article_id, created_at) VALUES (?, ?, ?)'),
    annotation: sqlite.prepare(
      `INSERT INTO annotation (id, target_id, article_id, collection_id, kind, layer, origin, types, flags,
         speech, source_type, anonymity_reason, created_by, created_at, updated_at, version)
       VALUES (?, ?, ?, ?, ?, ?, 'suggestion', ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
    ),
    span: sqlite.prepare(
      `INSERT INTO span (revision_id, target_id, part, ordinal, piece, start, "end", exact, prefix, suffix)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    anchoring: sqlite.prepare(
      `INSERT INTO anchoring (target_id, revision_id, outcome) VALUES (?, ?, 'unchanged')`,
    ),
    suggestion: sqlite.prepare(
      `INSERT INTO suggestion (id, article_id, revision_id, state, detector, rule, reason, evidence,
         confidence, score, details, version) VALUES (?, ?, ?, 'proposed', ?, ?, ?, ?, ?, ?, ?, 1)`,
    ),
  };
}

function countOf(fresh: readonly PlacedSuggestion[]): RunCounts {
  const counts = { claim: 0, quote: 0, attribution: 0 };
  for (const { kind } of fresh) counts[kind]++;
  return counts;
}

function recordRun(
  desk: Desk,
  personId: string,
  { articleId, revisionId, detector, inputHash }: Detection,
  counts: RunCounts,
): void {
  const ledger = openLedger(desk, personId, 'proposeSuggestions');
  const id = newId();
  const run = { articleId, revisionId, detector: detector.name, detectorVersion: detector.version };
  desk.orm
    .insert(schema.detectionRun)
    .values({ id, ...run, inputHash, at: ledger.act.at, personId, counts })
    .run();
  ledger.note('detectionRun', id, { articleId, annotationId: null }, { ...run, counts });
}
