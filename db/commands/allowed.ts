import { findObstacle, type Act, type Rights } from '../policies';
import { RefusedError } from './errors';

/** Throws RefusedError where the policies do not let this person, or this access token, do it. */
export function refuseForbidden(rights: Rights, act: Act): void {
  const obstacle = findObstacle(rights, act);
  if (obstacle !== null) throw new RefusedError('forbidden', obstacle);
}
