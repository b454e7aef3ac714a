import type { Signs } from './signs';

/** From this score on a sentence is proposed. */
export const PROPOSED = 0.31;

/**
 * How much a sentence needs checking, 0 to 1: a sum of what stands against it. Harm done and blame
 * come first, then figures and ranks, then who, where and when; words of others, wishes, moods and
 * pictures are for the speaker to answer for and come last.
 */
export function scoreOf(signs: Signs): number {
  const sum = 0.3 + gravity(signs) + substance(signs) - lightness(signs);
  return Math.round(Math.min(1, Math.max(0, sum)) * 1000) / 1000;
}

/** What would do most harm if it were wrong. */
function gravity(signs: Signs): number {
  const isLost = signs.casualty || signs.atrocity;
  const harm =
    (isLost ? 0.16 : 0) +
    (isLost && signs.figures > 0 ? 0.12 : 0) +
    (signs.violence ? 0.08 : 0) +
    (signs.violence && !isLost && signs.figures > 0 ? 0.04 : 0);
  return (
    (signs.feared ? harm / 2 : harm) +
    (signs.wrongdoing ? 0.1 : 0) +
    (signs.superlative ? 0.12 : 0) +
    (signs.anonymous ? 0.08 : 0) +
    (signs.lede ? 0.06 : 0)
  );
}

/** What can be looked up: figures, names, deeds, dates, who said it; a long sentence states more. */
function substance(signs: Signs): number {
  return (
    Math.min(signs.figures, 3) * 0.04 +
    Math.min(signs.names, 4) * 0.01 +
    (signs.happened ? 0.06 : signs.states ? 0.04 : 0) +
    (signs.dated ? 0.03 : 0) +
    (signs.cause ? 0.02 : 0) +
    (signs.history || signs.law || signs.poll ? 0.02 : 0) +
    (signs.reported && signs.quoted < 0.2 ? 0.06 : 0) +
    (Math.min(signs.length, 40) / 40) * 0.08
  );
}

/** Whether words of others tell of harm, blame or figures, so that they count like the writer's own. */
function isGrave(signs: Signs): boolean {
  return signs.casualty || signs.violence || signs.wrongdoing || signs.figures > 0;
}

/** What nobody can check, or what only the speaker answers for. */
function lightness(signs: Signs): number {
  const isPicture = signs.role === 'caption';
  const isHeadline = signs.role === 'headline' || signs.role === 'deck';
  return (
    (isGrave(signs) ? 0.08 : 0.2) * signs.quoted +
    (signs.firstPerson ? 0.08 : 0) +
    (signs.prospect ? 0.08 : 0) +
    (signs.judgement ? 0.12 : 0) +
    (isPicture ? 0.2 : 0) +
    (isHeadline ? 0.1 : 0) +
    (signs.length < 8 ? 0.08 : 0) +
    (signs.question ? 0.3 : 0) +
    (signs.empty ? 0.5 : 0)
  );
}
