/** The pages about datasets. */
export const DATASETS = {
  '/datasets': 'Export',
  '/datasets/bring-in': 'Bring in',
  '/datasets/agreement': 'Agreement',
  '/datasets/adjudication': 'Adjudication',
  '/datasets/datasheet': 'Datasheet',
  '/datasets/releases': 'Releases',
} as const;

/** The pages about the desk. */
export const DESK = {
  '/desk': 'People and settings',
  '/desk/projects': 'Projects',
  '/desk/progress': 'Progress',
  '/desk/checklists': 'Checklists',
  '/desk/suggestions': 'Suggestions',
} as const;
