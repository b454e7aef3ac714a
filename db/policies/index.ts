import { ROLES, SCOPES, type Role, type Scope } from '@/corpus/people/model';
import type { CommandName } from '@/corpus/commands/requests';

export type { Role };

/** What a person does that is no command of a page. */
export const OTHER_ACTS = [
  'readDesk',
  'exportDataset',
  'keepOwnAccount',
  'suggestAnnotations',
  'importFiles',
  'reviseArticle',
  'makeRelease',
  'keepCopy',
  'keepAccounts',
] as const;

/** Something that a policy decides on. */
export type Act = CommandName | (typeof OTHER_ACTS)[number];

/** The least role that may do each act. A solo desk's person is an admin. */
const LEAST_ROLE: Readonly<Record<Act, Role>> = {
  readDesk: 'reader',
  exportDataset: 'reader',
  keepOwnAccount: 'reader',
  createAnnotation: 'annotator',
  respanAnnotation: 'annotator',
  retagAnnotation: 'annotator',
  removeAnnotation: 'annotator',
  postMessage: 'annotator',
  replyToThread: 'annotator',
  resolveThread: 'annotator',
  reviewCarried: 'annotator',
  suggestAnnotations: 'annotator',
  acceptSuggestion: 'annotator',
  rejectSuggestion: 'annotator',
  acceptAllSuggestions: 'annotator',
  markNothingToCheck: 'annotator',
  removeNothingToCheck: 'annotator',
  saveView: 'annotator',
  removeView: 'annotator',
  joinSources: 'annotator',
  splitSource: 'annotator',
  undoCommand: 'annotator',
  takeArticle: 'annotator',
  giveBackArticle: 'annotator',
  submitLayer: 'annotator',
  setStatus: 'checker',
  recordFinding: 'checker',
  setDisposition: 'checker',
  assignCheck: 'checker',
  takeCheck: 'checker',
  handOverCheck: 'checker',
  handInJudgement: 'checker',
  setDue: 'checker',
  addEvidence: 'checker',
  editEvidence: 'checker',
  citeEvidence: 'checker',
  editCitation: 'checker',
  removeCitation: 'checker',
  keepCopy: 'checker',
  removeCopy: 'checker',
  nameConfidants: 'checker',
  tickItem: 'checker',
  openInquiry: 'checker',
  revokeInquiry: 'checker',
  logContact: 'checker',
  editContact: 'checker',
  removeContact: 'checker',
  importFiles: 'editor',
  editArticle: 'editor',
  setBlockRole: 'editor',
  splitArticle: 'editor',
  joinArticles: 'editor',
  reviseArticle: 'editor',
  makeRelease: 'editor',
  separateRevision: 'editor',
  takeAsRevision: 'editor',
  switchRule: 'editor',
  adjudicate: 'editor',
  adjudicateAgain: 'editor',
  adjudicateAgreed: 'editor',
  decideDispute: 'editor',
  setProject: 'editor',
  writeGuide: 'editor',
  setTagSet: 'editor',
  writeDatasheet: 'editor',
  setMember: 'editor',
  setUse: 'editor',
  handOutArticle: 'editor',
  returnLayer: 'editor',
  addDetector: 'admin',
  switchDetector: 'admin',
  removeDetector: 'admin',
  setMode: 'admin',
  overrideSignOff: 'admin',
  addChecklist: 'editor',
  editChecklist: 'editor',
  removeChecklist: 'editor',
  signArticle: 'editor',
  withdrawSignature: 'editor',
  addPerson: 'admin',
  renamePerson: 'admin',
  setRole: 'admin',
  removePerson: 'admin',
  keepAccounts: 'admin',
};

export const ACTS = Object.keys(LEAST_ROLE) as readonly Act[];

/** As the policies see who acts: `scopes` where an access token acts for the person. */
export interface Rights {
  readonly role: Role;
  readonly scopes?: readonly Scope[];
}

/** The person who acts, as the policies see them. */
export interface Actor extends Rights {
  readonly id: string;
}

export function mayRun(role: Role, act: Act): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(LEAST_ROLE[act]);
}

/** The scope that an access token needs for an act. */
export function scopeOf(act: Act): Scope {
  return SCOPES[ROLES.indexOf(LEAST_ROLE[act])]!;
}

/** Why the act is not allowed, as a sentence for the person; null where it is. */
export function findObstacle({ role, scopes }: Rights, act: Act): string | null {
  if (!mayRun(role, act)) return 'Your role on this desk does not allow that.';
  if (scopes === undefined || scopes.includes(scopeOf(act))) return null;
  return `This access token does not have the scope “${scopeOf(act)}”.`;
}

/** Who may change an article's text, by hand, from a file, or back to an older one. */
export function mayRevise(role: Role): boolean {
  return mayRun(role, 'reviseArticle');
}
