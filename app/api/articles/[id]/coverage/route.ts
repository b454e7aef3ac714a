import { door } from '@/app/server/door';
import { viewOf } from '@/app/server/view';
import { findCoverage } from '@/db/queries/coverage';

/** What covers each sentence of the article's newest revision (ArticleCoverage). */
export const GET = door<{ id: string }>('readDesk', async (_request, actor, { params }) => {
  const coverage = findCoverage(viewOf(actor), (await params).id);
  if (coverage === null) return Response.json({ message: 'There is no such article.' }, { status: 404 }); // prettier-ignore
  return Response.json(coverage, { headers: { 'cache-control': 'no-store' } });
});
