import { z } from 'zod';
import { BodyTooLargeError, readBody } from '@/app/server/body';
import { door } from '@/app/server/door';
import { suggestByItself } from '@/app/server/suggesting';
import { BLOCK_ROLES, FORMATTINGS, type DraftBlock } from '@/corpus/document/block';
import { isSafeAddress } from '@/corpus/document/formatting';
import { currentDesk } from '@/db/client';
import { RefusedError } from '@/db/commands/errors';
import { goBackTo, reviseFromBlocks, reviseFromText } from '@/db/commands/revise';

const BODY_LIMIT = 20 * 1024 * 1024;

const MOST_BLOCKS = 50_000;

const RANGE = z
  .object({ start: z.number().int().nonnegative(), end: z.number().int().nonnegative() })
  .refine(({ start, end }) => start <= end);

const FORMATTING = RANGE.and(
  z.union([
    z.object({ kind: z.literal('link'), href: z.string().max(4000).refine(isSafeAddress) }),
    z.object({ kind: z.enum(FORMATTINGS).exclude(['link']) }),
  ]),
);

/** A text that the database gives back as it was: no half characters, no control characters. */
const TEXT = z
  .string()
  .refine((text) => text.isWellFormed() && !/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(text));

const BLOCK: z.ZodType<DraftBlock> = z
  .object({
    role: z.enum(BLOCK_ROLES),
    text: TEXT,
    depth: z.number().int().min(0).max(100),
    group: z.number().int().nullable(),
    original: RANGE.nullable(),
    formatting: z.array(FORMATTING).max(10_000).exactOptional(),
  })
  .refine(({ text, formatting = [] }) => formatting.every(({ end }) => end <= text.length));

const EDITED = {
  revisionId: z.string().max(40),
  note: z.string().trim().max(500).nullable(),
};

const BODY = z.union([
  z.object({ ...EDITED, text: z.string() }),
  z.object({ ...EDITED, blocks: z.array(BLOCK).max(MOST_BLOCKS) }),
  z.object({ backTo: z.number().int().positive() }),
]);

/** Makes a new revision from an edited text or edited blocks, or from an older revision; answers `{ id, warning }`. */
export const POST = door<{ id: string }>('reviseArticle', async (request, actor, { params }) => {
  const { id: articleId } = await params;
  try {
    const bytes = await readBody(request, BODY_LIMIT);
    const body = BODY.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    if (!body.success) return refuse(400, 'The request is not understood.');
    const desk = currentDesk();
    if ('backTo' in body.data) {
      const id = goBackTo(desk, actor, articleId, body.data.backTo);
      suggestByItself([articleId], actor.id);
      return Response.json({ id, warning: null });
    }
    const made =
      'blocks' in body.data
        ? reviseFromBlocks(desk, actor, { articleId, ...body.data })
        : reviseFromText(desk, actor, { articleId, ...body.data });
    suggestByItself([articleId], actor.id);
    return Response.json(made);
  } catch (error) {
    if (error instanceof RefusedError) {
      return refuse(error.refused === 'forbidden' ? 403 : 409, error.message);
    }
    if (error instanceof BodyTooLargeError) return refuse(413, 'The text has over 20 MB.');
    if (error instanceof SyntaxError) return refuse(400, 'The request is not understood.');
    throw error;
  }
});

function refuse(status: number, message: string): Response {
  return Response.json({ message }, { status });
}
