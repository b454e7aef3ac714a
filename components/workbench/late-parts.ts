import { loadedWhenShown } from '../ui/loaded-when-shown';

export const OpenedCheck = loadedWhenShown(() =>
  import('./opened-check').then((module) => module.OpenedCheck),
);

/** Loaded where something is suggested: an article without suggestions needs none of it. */
export const SuggestionStrip = loadedWhenShown(() =>
  import('../suggestion/suggestion-strip').then((module) => module.SuggestionStrip),
);

export const DiscussionPanel = loadedWhenShown(() =>
  import('../discussion/discussion-panel').then((module) => module.DiscussionPanel),
);

/** Loaded where several people work, and where an admin signed against the rules. */
export const ArticleTeam = loadedWhenShown(() =>
  import('../presence/article-team').then((module) => module.ArticleTeam),
);

/** Loaded at the first sign of work: who prints has done something before. */
export const Proof = loadedWhenShown(() => import('./proof').then((module) => module.Proof));

/** Loaded at the first sign of work, or where the address names a place. */
export const CoverageMap = loadedWhenShown(() =>
  import('../coverage/coverage-map').then((module) => module.CoverageMap),
);
