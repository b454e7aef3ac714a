import { BodyTooLargeError, readBody } from '@/app/server/body';
import { door } from '@/app/server/door';
import { currentDesk } from '@/db/client';
import { refusalOf } from '@/db/commands/errors';
import { runCommand } from '@/db/commands/run';

const BODY_LIMIT = 1024 * 1024;
const STATUS = { stale: 409, invalid: 422, forbidden: 403, missing: 404 } as const;

/** Takes a CommandRequest, whose policies are asked by the command itself; answers a CommandResult, or a CommandRefusal with nothing written. */
export const POST = door('readDesk', async (request, actor) => {
  if (!request.headers.get('content-type')?.startsWith('application/json')) {
    return invalid(415, 'A command is sent as JSON.');
  }
  let body: unknown;
  try {
    body = JSON.parse(Buffer.from(await readBody(request, BODY_LIMIT)).toString('utf8'));
  } catch (error) {
    if (error instanceof BodyTooLargeError)
      return invalid(413, 'This is too much for one command.');
    return invalid(400, 'This is no JSON.');
  }
  try {
    return Response.json(runCommand(currentDesk(), actor, body));
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    return Response.json(refusal, { status: STATUS[refusal.refused] });
  }
});

function invalid(status: number, message: string): Response {
  return Response.json({ refused: 'invalid', message }, { status });
}
