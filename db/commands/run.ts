import { eq } from 'drizzle-orm';
import type { ZodType } from 'zod';
import type { CommandName, CommandResult } from '@/corpus/commands/requests';
import type { Desk } from '../client';
import type { Actor } from '../policies';
import * as schema from '../schema';
import { adjudicate, adjudicateAgain, adjudicateAgreed } from './adjudicate';
import { createAnnotation, removeAnnotation, respanAnnotation, retagAnnotation } from './annotate';
import { refuseForbidden } from './allowed';
import { assignCheck, handOverCheck, setDue, takeCheck } from './assign';
import { setMode } from './collections';
import { nameConfidants } from './confidants';
import { editArticle, removeView, saveView, setBlockRole } from './arrange';
import { addChecklist, editChecklist, removeChecklist, tickItem } from './checklists';
import { markNothingToCheck, removeNothingToCheck } from './cover';
import { editContact, logContact, removeContact } from './contacts';
import { joinArticles, splitArticle } from './cuts';
import { decideDispute, overrideSignOff } from './decide';
import { addDetector, removeDetector, switchDetector } from './detectors';
import { postMessage, replyToThread, resolveThread } from './discuss';
import { RefusedError } from './errors';
import { addEvidence, citeEvidence, editCitation, editEvidence, removeCitation } from './evidence';
import { INPUTS, REQUEST, type Input } from './inputs';
import { giveBackArticle, handOutArticle, returnLayer, submitLayer, takeArticle } from './hand-out';
import { handInJudgement } from './judging';
import { openInquiry, revokeInquiry } from './inquiries';
import { removeCopy } from './keep-copy';
import { LayerGuard } from './layer-guard';
import { Ledger } from './ledger';
import { addPerson, removePerson, renamePerson, setRole, settlePeople } from './people';
import { setMember, setProject, setUse, writeGuide } from './projects';
import { reviewCarried } from './review-carried';
import { signArticle, withdrawSignature } from './sign-article';
import { joinSources, splitSource } from './sources';
import {
  acceptAllSuggestions,
  acceptSuggestion,
  rejectSuggestion,
  switchRule,
} from './suggestions';
import { writeDatasheet } from './datasheets';
import { setTagSet } from './tag-sets';
import { undoCommand } from './undo';
import { separateRevision, takeAsRevision } from './versions';
import { recordFinding, setDisposition, setStatus } from './verify';

const HANDLERS: { [Name in CommandName]: (ledger: Ledger, input: Input<Name>) => void } = {
  createAnnotation,
  respanAnnotation,
  retagAnnotation,
  removeAnnotation,
  setStatus,
  recordFinding,
  setDisposition,
  assignCheck,
  takeCheck,
  handOverCheck,
  setDue,
  handInJudgement,
  decideDispute,
  overrideSignOff,
  setMode,
  setProject,
  writeGuide,
  setTagSet,
  writeDatasheet,
  setMember,
  setUse,
  takeArticle,
  handOutArticle,
  giveBackArticle,
  submitLayer,
  returnLayer,
  addEvidence,
  editEvidence,
  citeEvidence,
  editCitation,
  removeCitation,
  removeCopy,
  nameConfidants,
  postMessage,
  replyToThread,
  resolveThread,
  reviewCarried,
  acceptSuggestion,
  rejectSuggestion,
  acceptAllSuggestions,
  switchRule,
  addDetector,
  switchDetector,
  removeDetector,
  joinSources,
  splitSource,
  adjudicate,
  adjudicateAgain,
  adjudicateAgreed,
  saveView,
  removeView,
  editArticle,
  setBlockRole,
  splitArticle,
  joinArticles,
  separateRevision,
  takeAsRevision,
  markNothingToCheck,
  removeNothingToCheck,
  addChecklist,
  editChecklist,
  removeChecklist,
  tickItem,
  signArticle,
  withdrawSignature,
  openInquiry,
  revokeInquiry,
  logContact,
  editContact,
  removeContact,
  addPerson,
  renamePerson,
  setRole,
  removePerson,
  undoCommand,
};

export type { Actor };

/**
 * Carries out one request in one immediate transaction: all its steps or none. A request whose
 * id was carried out before returns the first result and does nothing. Throws RefusedError or
 * StaleError, having written nothing.
 */
export function runCommand(desk: Desk, actor: Actor, request: unknown): CommandResult {
  const { id, steps } = parse(REQUEST, request, 'The request');
  refuseCutAmongOthers(steps);
  const transaction = desk.sqlite.transaction((): CommandResult => {
    const known = findResult(desk, id);
    if (known !== null) return known;
    const [first] = steps;
    const at = new Date().toISOString();
    const undoes = first?.name === 'undoCommand' ? undoneBy(first.input) : null;
    const act = { commandId: id, name: first!.name, personId: actor.id, at, undoes };
    desk.orm
      .insert(schema.command)
      .values({ ...act, id, result: null })
      .run();
    const ledger = new Ledger(desk, act, new LayerGuard(desk, actor));
    for (const step of steps) runStep(ledger, actor, step.name, step.input);
    if (ledger.written.some(({ entity }) => entity === 'person')) settlePeople(desk);
    const result = { id, written: ledger.written, seq: ledger.seq };
    desk.orm.update(schema.command).set({ result }).where(eq(schema.command.id, id)).run();
    return result;
  });
  return transaction.immediate();
}

function runStep<Name extends CommandName>(
  ledger: Ledger,
  actor: Actor,
  name: Name,
  input: unknown,
): void {
  refuseForbidden(actor, name);
  if (name === 'undoCommand') refuseForbiddenUndo(ledger.desk, actor, undoneBy(input));
  ledger.act = { ...ledger.act, name };
  HANDLERS[name](ledger, parse(INPUTS[name] as unknown as ZodType<Input<Name>>, input, name));
}

const CUTS: ReadonlySet<CommandName> = new Set([
  'splitArticle',
  'joinArticles',
  'separateRevision',
  'takeAsRevision',
]);

/** It is undone by the other cut, which undoes nothing beside it. */
function refuseCutAmongOthers(steps: readonly { readonly name: CommandName }[]): void {
  const cuts = steps.filter(({ name }) => CUTS.has(name));
  if (cuts.length === 0 || steps.length === 1) return;
  throw new RefusedError(
    'invalid',
    'Splitting, joining or separating articles is a command of its own.',
  );
}

/** Who may not do a thing may not take it back either, nor bring it back. */
function refuseForbiddenUndo(desk: Desk, actor: Actor, commandId: string): void {
  const names = desk.sqlite
    .prepare<[string], string>(
      `WITH RECURSIVE undone (id) AS (VALUES (?) UNION
         SELECT e.undoes FROM undone u JOIN event e ON e.command_id = u.id WHERE e.undoes IS NOT NULL)
       SELECT DISTINCT e.name FROM undone u JOIN event e ON e.command_id = u.id`,
    )
    .pluck()
    .all(commandId);
  for (const name of names) {
    if (!isCommandName(name)) {
      throw new RefusedError(
        'invalid',
        'An import, a new revision, an answer from outside, a kept copy or a release cannot be undone.',
      );
    }
    refuseForbidden(actor, name);
  }
}

function isCommandName(name: string): name is CommandName {
  return name in HANDLERS;
}

function undoneBy(input: unknown): string {
  return parse(INPUTS.undoCommand, input, 'undoCommand').commandId;
}

function findResult(desk: Desk, id: string): CommandResult | null {
  const row = desk.orm
    .select({ result: schema.command.result })
    .from(schema.command)
    .where(eq(schema.command.id, id))
    .get();
  return row === undefined ? null : (row.result as CommandResult);
}

function parse<T>(schemaOfInput: ZodType<T>, input: unknown, name: string): T {
  const parsed = schemaOfInput.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.length ? ` (${issue.path.join('.')})` : '';
  throw new RefusedError('invalid', `${name}${where}: ${issue?.message ?? 'not understood'}.`);
}
