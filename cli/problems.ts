/** The command could not do what was asked; the message is one sentence for the person. */
export class CommandProblem extends Error {
  override readonly name = 'CommandProblem';
}

/** The command was not called as it must be; the usage is shown with the message. */
export class UsageProblem extends Error {
  override readonly name = 'UsageProblem';
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  EACCES: 'you are not allowed to open it',
  EPERM: 'you are not allowed to do that',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is not a folder',
  EEXIST: 'it exists already',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  EROFS: 'the disk can only be read',
  ENOSPC: 'the disk is full',
  EMFILE: 'too many files are open',
  SQLITE_FULL: 'the disk is full',
  SQLITE_BUSY: 'the database is busy: try again in a moment',
  SQLITE_READONLY: 'the database can only be read',
};

/** Why a file or database operation failed, as the end of a sentence without its full stop. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return REASONS[code] ?? error.message.replace(/\.$/, '');
}
