import { existsSync } from 'node:fs';
import { closeDesk, databasePath, migrateDesk, openDesk, type Desk } from '@/db/client';
import { CommandProblem } from './problems';

/** Runs `work` on the desk, brought up to date, and closes it whatever happens. */
export async function withDesk<T>(
  { create }: { readonly create: boolean },
  work: (desk: Desk) => T | Promise<T>,
): Promise<T> {
  if (!create) refuseMissingDesk();
  const desk = openDesk(databasePath());
  try {
    migrateDesk(desk);
    return await work(desk);
  } finally {
    closeDesk(desk);
  }
}

/** Throws CommandProblem where there is no database: a command that reads must not make one. */
export function refuseMissingDesk(): void {
  const path = databasePath();
  if (existsSync(path)) return;
  throw new CommandProblem(
    `There is no database at ${path} yet: run npm start or stet import, or set STET_DATABASE to the file.`,
  );
}
