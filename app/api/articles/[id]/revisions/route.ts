import { z } from 'zod';
import { currentActor } from '@/app/server/actor';
import { BodyTooLargeError, readBody } from '@/app/server/body';
import { findForeign } from '@/app/server/guard';
import { currentDesk } from '@/db/client';
import { RefusedError } from '@/db/commands/errors';
import { goBackTo, reviseFromText } from '@/db/commands/revise';

const BODY_LIMIT = 20 * 1024 * 1024;

const BODY = z.union([
  z.object({
    revisionId: z.string().max(40),
    text: z.string(),
    note: z.string().trim().max(500).nullable(),
  }),
  z.object({ backTo: z.number().int().positive() }),
]);

/** Makes a new revision from an edited text, or from an older revision; answers `{ id, warning }`. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const foreign = findForeign(request);
  if (foreign !== null) return Response.json({ message: foreign }, { status: 403 });
  const { id: articleId } = await params;
  try {
    const bytes = await readBody(request, BODY_LIMIT);
    const body = BODY.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    if (!body.success) return refuse(400, 'The request is not understood.');
    const [desk, actor] = [currentDesk(), await currentActor()];
    if ('backTo' in body.data) {
      const id = goBackTo(desk, actor, articleId, body.data.backTo);
      return Response.json({ id, warning: null });
    }
    return Response.json(reviseFromText(desk, actor, { articleId, ...body.data }));
  } catch (error) {
    if (error instanceof RefusedError) return refuse(409, error.message);
    if (error instanceof BodyTooLargeError) return refuse(413, 'The text has over 20 MB.');
    if (error instanceof SyntaxError) return refuse(400, 'The request is not understood.');
    throw error;
  }
}

function refuse(status: number, message: string): Response {
  return Response.json({ message }, { status });
}
