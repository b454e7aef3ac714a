import { currentDesk } from '@/db/client';
import { listAnnotationsById } from '@/db/queries/reading';

const MOST = 500;

/** The annotations named by `?ids=a,b`, as they stand now, removed ones included. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const ids = new URL(request.url).searchParams.get('ids')?.split(',').slice(0, MOST) ?? [];
  const annotations = listAnnotationsById(currentDesk(), (await params).id, ids);
  return Response.json(annotations, { headers: { 'cache-control': 'no-store' } });
}
