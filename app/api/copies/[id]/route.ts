import { z } from 'zod';
import { notUnderstood } from '@/app/server/answers';
import { door } from '@/app/server/door';
import { viewOf } from '@/app/server/view';
import { copyName, makeCopy } from '@/corpus/copy/copy';
import { COPY_FORMATS, COPY_KINDS } from '@/corpus/copy/model';
import { findCopy } from '@/db/queries/copy';

/** Nothing in a copy runs, loads or leads anywhere by itself. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox allow-popups"; // prettier-ignore

const QUERY = z.object({
  format: z.enum(COPY_FORMATS),
  kind: z.enum(COPY_KINDS).default('notes'),
  discreet: z.enum(['0', '1']).default('0'),
  show: z.enum(['0', '1']).default('0'),
});

/** A copy of the article as a download; `show=1` shows the web page instead, for the printer. */
export const GET = door<{ id: string }>('exportDataset', async (request, actor, { params }) => {
  const query = QUERY.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return notUnderstood();
  const article = findCopy(viewOf(actor), (await params).id);
  if (article === null) return Response.json({ message: 'There is no such article.' }, { status: 404 }); // prettier-ignore
  const { format, kind, discreet, show } = query.data;
  const choice = { format, kind, isDiscreet: discreet === '1' };
  const { bytes, contentType } = await makeCopy(article, choice);
  const isShown = show === '1' && format === 'html';
  const name = encodeURIComponent(copyName(article, choice));
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': contentType,
      'content-disposition': isShown ? 'inline' : `attachment; filename*=UTF-8''${name}`,
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
  });
});
