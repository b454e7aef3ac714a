/**
 * Whose layer a collection's marks go to. `shared`: the desk's one layer, which everybody sees.
 * `blind`: each annotator's own, which no other annotator sees.
 */
export const LABELLINGS = ['shared', 'blind'] as const;

/**
 * What an article is for in a project. `work`: handed out to as many annotators as the project
 * wants. `training`: to each of them, before any other, and compared with the adjudicated layer
 * once submitted. `reserve`: only when no work is left for the person who asks.
 */
export const USES = ['work', 'training', 'reserve'] as const;
