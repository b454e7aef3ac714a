import { door } from '@/app/server/door';
import { viewOf } from '@/app/server/view';
import { exportResponse } from './download';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

/**
 * A dataset as a download (docs/formats.md): `?format=jsonl` streams the articles; `?format=csv`
 * with `&file=` one file of the CSV package. `collection`, `article`, `kind`, `status`, `finding`,
 * `from` and `to` choose as in `stet export`.
 */
export const GET = door('exportDataset', (request, actor) =>
  exportResponse(viewOf(actor), new URL(request.url).searchParams, request.signal),
);
