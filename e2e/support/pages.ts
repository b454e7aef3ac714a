import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root';

const ALL = readdirSync(join(ROOT, 'app'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?:^|\/)page\.tsx$/.test(file))
  .map((file) => `/${file.replace(/\/?page\.tsx$/, '')}`)
  .sort();

/** The paths of all pages that need no id, but for signing in: a desk of one person has none. */
export const PAGES = ALL.filter((path) => !path.includes('[') && path !== '/sign-in');

const ARTICLE = '/articles/[id]/';

/** What an article has beside its text: `revisions`, `sign-off` and so on. */
export const ARTICLE_PAGES = ALL.filter((path) => path.startsWith(ARTICLE)).map((path) =>
  path.slice(ARTICLE.length),
);
