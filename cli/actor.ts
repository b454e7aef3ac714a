import type { Desk } from '@/db/client';
import { findTokenActor } from '@/db/commands/access-tokens';
import { refuseForbidden } from '@/db/commands/allowed';
import { ensureFirstPerson } from '@/db/commands/people';
import type { Actor } from '@/db/commands/run';
import type { Act } from '@/db/policies';
import { listMembers } from '@/db/queries/people';
import { visibleDesk } from '@/db/visible';
import { CommandProblem } from './problems';

/**
 * Who the command line acts as: the person of the access token in STET_TOKEN, else the desk's first
 * admin, as whoever can write the database file can do everything. Throws CommandProblem for a token
 * that is not taken and RefusedError where it does not go so far as the act.
 */
export function commandLineActor(desk: Desk, act: Act): Actor {
  const actor = findCommandLineActor(desk);
  refuseForbidden(actor, act);
  return actor;
}

/** The desk as the person whom the command line acts for may see it; throws as commandLineActor. */
export function commandLineView(desk: Desk, act: Act): Desk {
  return visibleDesk(desk, commandLineActor(desk, act));
}

function findCommandLineActor(desk: Desk): Actor {
  const secret = process.env['STET_TOKEN']?.trim() ?? '';
  if (secret === '') {
    const admin = listMembers(desk).find(({ role }) => role === 'admin');
    return admin === undefined ? ensureFirstPerson(desk) : { id: admin.id, role: admin.role };
  }
  const actor = findTokenActor(desk, secret);
  if (actor !== null) return actor;
  throw new CommandProblem(
    'STET_TOKEN holds no access token of this desk, or it was revoked or has expired.',
  );
}
