import { CARRY_DECISIONS } from '@/corpus/anchoring/review';
import { z } from 'zod';
import { KINDS, TERMS } from '@/corpus/annotation/model';
import type { CommandName } from '@/corpus/commands/requests';
import { BLOCK_ROLES } from '@/corpus/document/block';
import type { SettableMetadata } from '@/corpus/ingest/model';
import { CONTACT_WAYS, INQUIRY_KEY, MOST_DAYS, MOST_PASSAGES } from '@/corpus/outside/model';
import { ROLES } from '@/corpus/people/model';
import { MOST_DETECTOR_SECONDS } from '@/corpus/suggestion/detectors';
import {
  DISPOSITIONS,
  EVIDENCE_KINDS,
  FIDELITIES,
  FINDINGS,
  STANCES,
  STATUSES,
} from '@/corpus/verification/model';
import { MODES } from '@/corpus/verification/modes';
import {
  attributes,
  day,
  due,
  id,
  line,
  once,
  prose,
  reason,
  spans,
  version,
  words,
} from './input-parts';
import { PROJECT_INPUTS } from './project-inputs';

const evidence = {
  kind: z.enum(EVIDENCE_KINDS),
  title: line,
  place: z.string().trim().max(2000),
  origin: line,
  terms: z.enum(TERMS),
};

const use = {
  locator: z.string().trim().max(500).nullable(),
  excerpt: prose.nullable(),
  stance: z.enum(STANCES),
  primary: z.boolean(),
};

const contact = {
  name: line,
  way: z.enum(CONTACT_WAYS),
  askedAt: due,
  question: words.max(2000),
  answer: prose.trim().min(1, 'must not be empty').nullable(),
  terms: z.enum(TERMS),
};

const checklist = {
  name: line,
  items: z
    .array(z.object({ id, words: line }))
    .min(1, 'must have a line')
    .max(100, 'must have at most 100 lines')
    .refine(
      (items) => new Set(items.map((item) => item.id)).size === items.length,
      'has a line twice',
    ),
  required: z.boolean(),
};

const metadata = z.strictObject({
  publisher: line.nullable().optional(),
  language: z.string().refine(isLanguage, 'must be a code like en or de-AT').nullable().optional(),
  slug: line.nullable().optional(),
  embargoedUntil: z.iso
    .datetime({ offset: true, error: 'must be a moment with its zone' })
    .nullable()
    .optional(),
} satisfies Record<SettableMetadata, z.ZodType>);

/** True for a language as BCP 47 writes it. */
function isLanguage(code: string): boolean {
  try {
    return Intl.getCanonicalLocales(code).length === 1;
  } catch {
    return false;
  }
}

/** What each command accepts; anything else is refused before a transaction is opened. */
export const INPUTS = {
  createAnnotation: z.object({
    id,
    articleId: id,
    revisionId: id,
    kind: z.enum(KINDS),
    spans,
    attributes: attributes.optional(),
  }),
  respanAnnotation: z.object({ id, version, spans }),
  retagAnnotation: z.object({
    id,
    version,
    kind: z.enum(KINDS).optional(),
    attributes: attributes.optional(),
  }),
  removeAnnotation: z.object({ id, version }),
  setStatus: z.object({
    checkId: id,
    version,
    status: z.enum(STATUSES),
    reason: z.string().trim().max(2000).optional(),
  }),
  recordFinding: z.object({
    checkId: id,
    version,
    finding: z.enum(FINDINGS).nullable().optional(),
    fidelity: z.enum(FIDELITIES).nullable().optional(),
    rationale: prose.nullable().optional(),
  }),
  setDisposition: z.object({
    checkId: id,
    version,
    disposition: z.enum(DISPOSITIONS).nullable(),
    replacement: prose.nullable().optional(),
  }),
  assignCheck: z.object({ checkId: id, version, assigneeId: id.nullable() }),
  takeCheck: z.object({ checkId: id }),
  handOverCheck: z.object({ id, checkId: id, version, toId: id, note: words }),
  setDue: z.object({ checkId: id, version, dueAt: due.nullable() }),
  handInJudgement: z.object({ checkId: id }),
  decideDispute: z.object({
    id,
    checkId: id,
    version,
    finding: z.enum(FINDINGS).nullable().optional(),
    fidelity: z.enum(FIDELITIES).nullable().optional(),
    reason,
  }),
  overrideSignOff: z.object({ id, checkId: id, version, reason }),
  setMode: z.object({
    id,
    version,
    mode: z.enum(MODES),
    panelSize: z.number().int().nullable().optional(),
    quorum: z.number().int().nullable().optional(),
  }),
  addEvidence: z.object({ id, collectionId: id, ...evidence }),
  editEvidence: z.object({ id, version, ...z.object(evidence).partial().shape }),
  citeEvidence: z.object({
    id,
    checkId: id,
    evidenceItemId: id,
    locator: use.locator.optional(),
    excerpt: use.excerpt.optional(),
    stance: use.stance,
    primary: use.primary,
  }),
  editCitation: z.object({ id, version, ...z.object(use).partial().shape }),
  removeCitation: z.object({ id, version }),
  removeCopy: z.object({ id, version }),
  nameConfidants: z.object({
    about: z.enum(['evidence', 'contact']),
    id,
    personIds: z.array(id).max(200).transform(once),
  }),
  postMessage: z.object({ id, annotationId: id, body: words }),
  replyToThread: z.object({ id, threadId: id, body: words }),
  resolveThread: z.object({ id, version, resolved: z.boolean() }),
  reviewCarried: z.object({ id, annotationId: id, revisionId: id, decision: z.enum(CARRY_DECISIONS) }), // prettier-ignore
  acceptSuggestion: z.object({
    id,
    version,
    spans: spans.optional(),
    attributes: attributes.optional(),
  }),
  rejectSuggestion: z.object({ id, version }),
  acceptAllSuggestions: z.object({ articleId: id, confidence: z.number().min(0).max(1) }),
  joinSources: z.object({ id, name: line, members: z.array(line).min(1).max(200) }),
  splitSource: z.object({ key: line }),
  switchRule: z.object({ id, collectionId: id, rule: line, off: z.boolean() }),
  addDetector: z.object({
    id,
    address: z.string().trim().min(1, 'must not be empty').max(2000),
    seconds: z.number().int().min(1).max(MOST_DETECTOR_SECONDS),
  }),
  switchDetector: z.object({ id, version, off: z.boolean() }),
  removeDetector: z.object({ id, version }),
  ...PROJECT_INPUTS,
  saveView: z.object({ id, name: line, query: z.string().max(2000) }),
  removeView: z.object({ id, version }),
  editArticle: z.object({
    id,
    version,
    headline: line.optional(),
    byline: z.string().trim().max(500).nullable().optional(),
    places: z.array(line).max(20).optional(),
    agency: z.string().trim().max(200).nullable().optional(),
    date: day.nullable().optional(),
    metadata: metadata.optional(),
  }),
  setBlockRole: z.object({ id, version, role: z.enum(BLOCK_ROLES) }),
  splitArticle: z.object({
    id,
    version,
    revisionId: id,
    blockOrdinal: z.number().int().min(0),
    newId: id,
  }),
  joinArticles: z.object({ id, version, withId: id, withVersion: version }),
  separateRevision: z.object({ id, revisionId: id, newId: id }),
  takeAsRevision: z.object({ id, version, intoId: id, intoVersion: version }),
  markNothingToCheck: z.object({
    id,
    articleId: id,
    revisionId: id,
    start: z.number().int().min(0),
    end: z.number().int().min(1),
  }),
  removeNothingToCheck: z.object({ id, version }),
  addChecklist: z.object({ id, collectionId: id, ...checklist }),
  editChecklist: z.object({ id, version, ...z.object(checklist).partial().shape }),
  removeChecklist: z.object({ id, version }),
  tickItem: z.object({
    id,
    articleId: id,
    revisionId: id,
    checklistId: id,
    itemId: id,
    ticked: z.boolean(),
  }),
  signArticle: z.object({ id, articleId: id, revisionId: id }),
  withdrawSignature: z.object({ id, version, reason: words.max(2000) }),
  openInquiry: z.object({
    id,
    articleId: id,
    name: line,
    sourceId: line.nullable(),
    annotationIds: z.array(id).min(1, 'must name a mark').max(MOST_PASSAGES).transform(once),
    showsHeadline: z.boolean(),
    days: z.number().int().min(1).max(MOST_DAYS),
    key: z.string().regex(INQUIRY_KEY, 'is not a key'),
  }),
  revokeInquiry: z.object({ id, version }),
  logContact: z.object({ id, checkId: id, ...contact }),
  editContact: z.object({ id, version, ...z.object(contact).partial().shape }),
  removeContact: z.object({ id, version }),
  addPerson: z.object({ id, name: line, role: z.enum(ROLES).optional() }),
  renamePerson: z.object({ id, name: line }),
  setRole: z.object({ id, role: z.enum(ROLES) }),
  removePerson: z.object({ id }),
  undoCommand: z.object({ commandId: id }),
} satisfies Record<CommandName, z.ZodType>;

export type Input<Name extends CommandName> = z.infer<(typeof INPUTS)[Name]>;

/** The envelope of a request; each step's input is parsed by its own schema afterwards. */
export const REQUEST = z.object({
  id,
  steps: z
    .array(
      z.object({
        name: z.enum(Object.keys(INPUTS) as [CommandName, ...CommandName[]]),
        input: z.unknown(),
      }),
    )
    .min(1, 'must have a step')
    .max(2000),
});
