import type { PersonName } from '../annotation/reading';

/**
 * Whose layer a collection's marks go to. `shared`: the desk's one layer, which everybody sees.
 * `blind`: each annotator's own, which no other annotator sees.
 */
export const LABELLINGS = ['shared', 'blind'] as const;
export type Labelling = (typeof LABELLINGS)[number];

/**
 * What an article is for in a project. `work`: handed out to as many annotators as the project
 * wants. `training`: to each of them, before any other, and compared with the adjudicated layer
 * once submitted. `reserve`: only when no work is left for the person who asks.
 */
export const USES = ['work', 'training', 'reserve'] as const;
export type Use = (typeof USES)[number];

/** How a project hands out its work. */
export interface ProjectSettings {
  readonly labelling: Labelling;
  /** Whether an annotator sees the others' layers of an article once their own is submitted. */
  readonly mayLook: boolean;
  /** How many annotators each article gets. */
  readonly perArticle: number;
  /** Hours without work after which an article may go to somebody else. */
  readonly timeoutHours: number;
}

export interface Project extends ProjectSettings {
  readonly collectionId: string;
  /** 0 where nothing was set yet. */
  readonly version: number;
}

export const NO_PROJECT: ProjectSettings = {
  labelling: 'shared',
  mayLook: false,
  perArticle: 2,
  timeoutHours: 48,
};

export const PER_ARTICLE = { fewest: 1, most: 20 } as const;
export const TIMEOUT_HOURS = { fewest: 1, most: 24 * 60 } as const;

/** Most characters of a guide. */
export const GUIDE_LIMIT = 200_000;

/** A version of a guide, without its text. */
export interface GuideVersion {
  readonly number: number;
  readonly at: string;
  /** Null for the empty one that a collection begins with. */
  readonly by: PersonName | null;
}
