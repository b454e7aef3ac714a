import { layeredArticle } from '@/corpus/agreement/dataset-layers';
import { ADJUDICATED_LAYER } from '@/corpus/annotation/model';
import { feedbackOf, type Feedback } from '@/corpus/project/feedback';
import { readGuide } from '@/corpus/project/guide';
import type { ArticleProject } from '@/corpus/project/work';
import type { Desk } from '../client';
import { mayRun, type Actor } from '../policies';
import { findAssignment, findLayerStanding, listUses } from './assignments';
import { findGuide, findProject, findTagSet, hasProject } from './projects';
import { iterateDataset } from './dataset';
import { findArticle } from './reading';

/** What an article's project says to a person; null where there is no project or no such article. */
export function findArticleProject(
  desk: Desk,
  articleId: string,
  viewer: Actor,
): ArticleProject | null {
  const article = findArticle(desk, articleId);
  if (article === null || !hasProject(desk, article.collectionId)) return null;
  const { collectionId, collectionName } = article;
  const guide = findGuide(desk, collectionId);
  const use = listUses(desk, collectionId).find(({ id }) => id === articleId)?.use ?? 'work';
  const assignment = findAssignment(desk, articleId, viewer.id);
  const isTrained = use === 'training' && assignment !== null && assignment.submittedAt !== null;
  const seesAll = mayRun(viewer.role, 'setProject');
  return {
    ...{ collectionId, collectionName },
    labelling: findProject(desk, collectionId).labelling,
    guide: guide === null || guide.body === '' ? null : { number: guide.number, blocks: readGuide(guide.body) }, // prettier-ignore
    tagSet: findTagSet(desk, collectionId).tagSet,
    ...{ use, assignment },
    feedback: isTrained ? findFeedback(desk, collectionId, articleId, viewer.id) : null,
    standing: seesAll ? findLayerStanding(desk, articleId) : null,
  };
}

/** How much of a mark's words is told. */
const WORDS_SHOWN = 120;

/** Null while the article has no adjudicated layer. */
function findFeedback(
  desk: Desk,
  collectionId: string,
  articleId: string,
  personId: string,
): readonly Feedback[] | null {
  const chosen = { collectionId, articleIds: [articleId] };
  const [article] = iterateDataset(desk, chosen, undefined, 'id');
  if (article === undefined) return null;
  const found = layeredArticle(article, [personId, ADJUDICATED_LAYER]);
  if (!found.layers.has(ADJUDICATED_LAYER)) return null;
  const layers = new Map([[personId, []] as const, ...found.layers]);
  return feedbackOf({ ...found, layers }, personId, WORDS_SHOWN);
}
