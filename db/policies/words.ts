import { ROLES, type Role } from '@/corpus/people/model';
import { ACTS, mayRun, type Act } from '.';

const WORDS: Readonly<Record<Act, string>> = {
  readDesk: 'read articles, checks, evidence and the queue',
  exportDataset: 'export a dataset',
  keepOwnAccount: 'change the own password, sessions, authenticator and access tokens',
  createAnnotation: 'mark words',
  respanAnnotation: 'change which words are marked',
  retagAnnotation: 'change what a mark is',
  removeAnnotation: 'remove a mark',
  postMessage: 'write in a discussion',
  replyToThread: 'answer in a discussion that came with a file',
  resolveThread: 'resolve a discussion, or open it again',
  reviewCarried: 'review marks after a change of the text',
  suggestAnnotations: 'have articles read for suggestions',
  acceptSuggestion: 'accept a suggestion',
  rejectSuggestion: 'reject a suggestion',
  acceptAllSuggestions: 'accept all suggestions of an article',
  markNothingToCheck: 'mark a sentence as nothing to check',
  removeNothingToCheck: 'take a nothing-to-check mark away',
  saveView: 'save a view of the queue',
  removeView: 'remove a saved view',
  joinSources: 'say that names are one source’s',
  splitSource: 'split a name off a source',
  undoCommand: 'undo what the role may do',
  setStatus: 'move a check on, back, aside, or sign it',
  recordFinding: 'record a finding',
  setDisposition: 'decide what happens to the words',
  assignCheck: 'assign a check',
  takeCheck: 'take a check that nobody has',
  handOverCheck: 'hand a check over with a note',
  handInJudgement: 'hand in a judgement made apart',
  setDue: 'set a due date',
  addEvidence: 'add evidence',
  editEvidence: 'change evidence',
  citeEvidence: 'cite evidence',
  editCitation: 'change a citation',
  removeCitation: 'remove a citation',
  tickItem: 'tick a line of a checklist',
  openInquiry: 'ask somebody outside by link',
  revokeInquiry: 'end a link for somebody outside',
  logContact: 'log who was asked',
  editContact: 'change what the contact log says',
  removeContact: 'remove a line of the contact log',
  importFiles: 'import articles and later versions of them',
  editArticle: 'change an article’s details',
  setBlockRole: 'set a block’s role',
  splitArticle: 'split an article',
  joinArticles: 'join articles',
  reviseArticle: 'change an article’s text',
  makeRelease: 'release a collection as a dataset, for ever',
  separateRevision: 'make a text taken for a later version an article of its own',
  takeAsRevision: 'make an article’s text a revision of another',
  switchRule: 'switch a detection rule on or off',
  adjudicate:
    'adjudicate: decide what several layers marked differently, and see everybody’s scores',
  adjudicateAgain: 'decide such a case again',
  adjudicateAgreed: 'accept what all layers marked the same',
  decideDispute: 'decide a dispute',
  setMode: 'set how many people a collection’s checks need',
  overrideSignOff: 'sign against the rules of who may sign, with a reason',
  addChecklist: 'write a checklist',
  editChecklist: 'change a checklist',
  removeChecklist: 'remove a checklist',
  signArticle: 'sign an article as a whole',
  withdrawSignature: 'withdraw an article’s signature',
  addPerson: 'add a person',
  renamePerson: 'rename a person',
  setRole: 'give a person a role',
  removePerson: 'remove a person from the desk',
  keepAccounts: 'make links for accounts, reset them, end anybody’s sessions',
};

export interface RoleRow {
  readonly words: string;
  readonly allowed: Readonly<Record<Role, boolean>>;
}

/** What each role may do, in the policies' order; the Desk page and docs/roles.md show these rows. */
export function listRoleRows(): readonly RoleRow[] {
  return ACTS.map((act) => ({
    words: WORDS[act],
    allowed: Object.fromEntries(ROLES.map((role) => [role, mayRun(role, act)])) as RoleRow['allowed'], // prettier-ignore
  }));
}
