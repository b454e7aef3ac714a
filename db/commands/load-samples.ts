import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLE_ANNOTATIONS } from '@/corpus/articles/annotations';
import { SAMPLE_FILES } from '@/corpus/articles/index';
import { locateWords } from '@/corpus/articles/locate';
import type { SampleAnnotation, SampleCheck, SampleEvidence } from '@/corpus/articles/sample';
import type { Part } from '@/corpus/annotation/model';
import type { SpanInput } from '@/corpus/commands/project-requests';
import type { CommandStep } from '@/corpus/commands/requests';
import { ingest } from '@/corpus/ingest/ingest';
import type { Status } from '@/corpus/verification/model';
import type { Desk } from '../client';
import { newId } from '../ids';
import { addRevision, ensureCollection, importFile } from './import';
import { insertPerson } from './people';
import { runCommand, type Actor } from './run';
import { latestRevisionId } from './stores';

const FOLDER = join(process.cwd(), 'corpus', 'articles');
const COLLECTION = 'Sample desk';

/** The people who did the sample work: one checks, the other disputes and signs. */
interface SampleDesk {
  readonly desk: Desk;
  readonly checker: Actor;
  readonly editor: Actor;
  readonly collectionId: string;
  readonly evidence: Map<string, string>;
}

/** Loads the sample articles with their annotations; returns how many articles came in. */
export function loadSamples(desk: Desk, owner: Actor): number {
  const collection = ensureCollection(desk, owner, COLLECTION);
  const sample: SampleDesk = {
    desk,
    checker: insertPerson(desk, 'Mara Lindqvist'),
    editor: insertPerson(desk, 'Tobias Ferro'),
    collectionId: collection.id,
    evidence: new Map(),
  };
  const articles = new Map<string, string>();
  for (const { file, date } of SAMPLE_FILES) {
    const outcome = importFile(desk, owner, collection.id, {
      file,
      bytes: readFileSync(join(FOLDER, file)),
    });
    if ('refused' in outcome) throw new Error(`${file}: ${outcome.refused}`);
    const articleId = outcome.articles[0]!.id;
    articles.set(file, articleId);
    run(desk, owner, { name: 'editArticle', input: { id: articleId, version: 1, date } });
  }
  for (const annotation of SAMPLE_ANNOTATIONS) {
    loadAnnotation(sample, articles.get(annotation.file)!, annotation);
  }
  for (const { file, revisions } of SAMPLE_FILES) {
    for (const revision of revisions) {
      addSampleRevision(desk, owner, articles.get(file)!, revision);
    }
  }
  return articles.size;
}

function addSampleRevision(desk: Desk, owner: Actor, articleId: string, file: string): void {
  const outcome = ingest(readFileSync(join(FOLDER, file)), file);
  if (!outcome.ok) throw new Error(`${file}: ${outcome.refused}`);
  addRevision(desk, owner, articleId, outcome.articles[0]!.blocks, 'Corrected');
}

function loadAnnotation(sample: SampleDesk, articleId: string, annotation: SampleAnnotation): void {
  const { desk, checker } = sample;
  const revisionId = latestRevisionId(desk, articleId);
  const text = desk.sqlite
    .prepare<[string], string>('SELECT text FROM revision WHERE id = ?')
    .pluck()
    .get(revisionId)!;
  const id = newId();
  const { kind, attributes = {} } = annotation;
  const spans = spansOf(text, annotation);
  const input = { id, articleId, revisionId, kind, spans, attributes };
  run(desk, checker, { name: 'createAnnotation', input });
  if (annotation.check !== undefined) loadCheck(sample, id, annotation.check);
}

function spansOf(text: string, annotation: SampleAnnotation): SpanInput[] {
  const locate = (words: string, part: Part, piece: number): SpanInput => {
    const span = locateWords(text, words, annotation.within);
    if (span === null) throw new Error(`${annotation.file}: “${words}” is not found`);
    return { part, ordinal: 0, piece, ...span };
  };
  const parts = (['source', 'cue', 'addressee'] as const).flatMap((part) => {
    const words = annotation[part];
    return words === undefined ? [] : [locate(words, part, 0)];
  });
  return [...annotation.content.map((words, piece) => locate(words, 'content', piece)), ...parts];
}

/** The steps that lead to each status, in order. */
const PATHS: Readonly<Record<Status, readonly Status[]>> = {
  unchecked: [],
  checking: ['checking'],
  waiting: ['checking', 'waiting'],
  checked: ['checking', 'checked'],
  disputed: ['checking', 'checked', 'disputed'],
  returned: ['checking', 'checked', 'returned'],
  signed_off: ['checking', 'checked', 'signed_off'],
  reopened: ['checking', 'checked', 'signed_off', 'reopened'],
  not_for_check: ['not_for_check'],
  cut: [],
};

function loadCheck(sample: SampleDesk, annotationId: string, check: SampleCheck): void {
  const { desk, checker, editor } = sample;
  const checkId = desk.sqlite
    .prepare<[string], string>('SELECT id FROM "check" WHERE annotation_id = ?')
    .pluck()
    .get(annotationId)!;
  const version = () =>
    desk.sqlite
      .prepare<[string], number>('SELECT version FROM "check" WHERE id = ?')
      .pluck()
      .get(checkId)!;
  for (const body of check.messages ?? []) {
    run(desk, editor, { name: 'postMessage', input: { id: newId(), annotationId, body } });
  }
  for (const evidence of check.evidence ?? []) cite(sample, checkId, evidence);
  const { finding = null, fidelity = null, rationale = null } = check;
  if (finding !== null || fidelity !== null || rationale !== null) {
    const input = { checkId, version: version(), finding, fidelity, rationale };
    run(desk, checker, { name: 'recordFinding', input });
  }
  const decide = (): void => {
    if (check.disposition === undefined) return;
    const { disposition, replacement = null } = check;
    const input = { checkId, version: version(), disposition, replacement };
    run(desk, checker, { name: 'setDisposition', input });
  };
  // What is decided on a reopened item was decided after the signature that was taken back.
  if (check.status !== 'reopened') decide();
  for (const status of PATHS[check.status]) {
    const reason =
      status === check.status && check.reason !== undefined ? { reason: check.reason } : {};
    const by = status === 'checking' || status === 'waiting' ? checker : editor;
    const input = { checkId, version: version(), status, ...reason };
    run(desk, by, { name: 'setStatus', input });
  }
  if (check.status === 'reopened') decide();
}

function cite(sample: SampleDesk, checkId: string, evidence: SampleEvidence): void {
  const { desk, checker, collectionId } = sample;
  const { title, kind, place, origin, stance, primary } = evidence;
  let evidenceItemId = sample.evidence.get(title);
  if (evidenceItemId === undefined) {
    evidenceItemId = newId();
    sample.evidence.set(title, evidenceItemId);
    const item = { id: evidenceItemId, collectionId, kind, title, place, origin };
    run(desk, checker, { name: 'addEvidence', input: { ...item, terms: 'on_record' } });
  }
  const { locator = null, excerpt = null } = evidence;
  const input = { id: newId(), checkId, evidenceItemId, locator, excerpt, stance, primary };
  run(desk, checker, { name: 'citeEvidence', input });
}

function run(desk: Desk, actor: Actor, step: CommandStep): void {
  runCommand(desk, actor, { id: newId(), steps: [step] });
}
