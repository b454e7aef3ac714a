import type { CommandName } from '@/corpus/commands/requests';

export type Role = 'reader' | 'annotator' | 'checker' | 'editor' | 'admin';

const RANK: Readonly<Record<Role, number>> = {
  reader: 0,
  annotator: 1,
  checker: 2,
  editor: 3,
  admin: 4,
};

/** The least role that may run each command. A solo desk's person is an admin. */
const LEAST_ROLE: Readonly<Record<CommandName, Role>> = {
  createAnnotation: 'annotator',
  respanAnnotation: 'annotator',
  retagAnnotation: 'annotator',
  removeAnnotation: 'annotator',
  setStatus: 'checker',
  recordFinding: 'checker',
  setDisposition: 'checker',
  assignCheck: 'checker',
  setDue: 'checker',
  addEvidence: 'checker',
  editEvidence: 'checker',
  citeEvidence: 'checker',
  editCitation: 'checker',
  removeCitation: 'checker',
  postMessage: 'annotator',
  replyToThread: 'annotator',
  resolveThread: 'annotator',
  reviewCarried: 'annotator',
  acceptSuggestion: 'annotator',
  rejectSuggestion: 'annotator',
  acceptAllSuggestions: 'annotator',
  switchRule: 'editor',
  saveView: 'annotator',
  removeView: 'annotator',
  editArticle: 'editor',
  setBlockRole: 'editor',
  splitArticle: 'editor',
  joinArticles: 'editor',
  addPerson: 'admin',
  renamePerson: 'admin',
  undoCommand: 'annotator',
};

export function mayRun(role: Role, command: CommandName): boolean {
  return RANK[role] >= RANK[LEAST_ROLE[command]];
}

/** Who may change an article's text, by hand, from a file, or back to an older one. */
export function mayRevise(role: Role): boolean {
  return RANK[role] >= RANK.editor;
}
