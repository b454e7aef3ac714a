import { door } from '@/app/server/door';
import { viewOf } from '@/app/server/view';
import { findArticleProject } from '@/db/queries/article-project';

/** What the article's project says to who asks (ArticleProject), or null where there is none. */
export const GET = door<{ id: string }>('readDesk', async (_request, actor, { params }) => {
  const project = findArticleProject(viewOf(actor), (await params).id, actor);
  return Response.json(project, { headers: { 'cache-control': 'no-store' } });
});
