import type { Act } from '@/db/policies';
import { findObstacle } from '@/db/policies';
import { findCurrent, type SignedIn } from './actor';
import { findForeign } from './guard';
import { rates, REQUESTS, tooMany } from './rates';

interface Context<Params> {
  readonly params: Promise<Params>;
}

type Handler<Params> = (
  request: Request,
  actor: SignedIn,
  context: Context<Params>,
) => Response | Promise<Response>;

/**
 * A route that lets in who may do the act: refuses requests of other sites (403), of nobody (401), of
 * a role or an access token that does not go so far (403), and of somebody who asks without end (429).
 */
export function door<Params = Record<string, never>>(act: Act, handler: Handler<Params>) {
  return async (request: Request, context: Context<Params>): Promise<Response> => {
    const foreign = findForeign(request);
    if (foreign !== null) return refuse(403, 'forbidden', foreign);
    const actor = await findCurrent();
    if (actor === null) return refuse(401, 'signed_out', 'Sign in to go on.');
    const wait = rates().take(`requests ${actor.id}`, REQUESTS);
    if (wait > 0) return tooMany(wait);
    const obstacle = findObstacle(actor, act);
    return obstacle === null
      ? handler(request, actor, context)
      : refuse(403, 'forbidden', obstacle);
  };
}

function refuse(status: number, refused: string, message: string): Response {
  return Response.json({ refused, message }, { status });
}
