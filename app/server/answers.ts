import { RefusedError } from '@/db/commands/errors';

const STATUS = { invalid: 422, forbidden: 403, missing: 404 } as const;

/** Does the work and answers what it gives, or `{message}` where it was refused. */
export async function answerJson(work: () => unknown): Promise<Response> {
  try {
    return Response.json((await work()) ?? {}, { headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return Response.json({ message: error.message }, { status: STATUS[error.refused] });
  }
}

export function notUnderstood(): Response {
  return Response.json({ message: 'The request is not understood.' }, { status: 400 });
}
