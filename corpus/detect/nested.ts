import { isHeldBy, type Frame } from './frame';
import type { Period } from './periods';
import type { RuleName } from './rules';

/** What somebody thinks of a thing, and nouns that name it: no act of speech. */
const THOUGHTS: ReadonlySet<RuleName> = new Set(['says-object', 'attitude', 'noun-about']);
const PRONOUNS = new Set('he she it they we i'.split(' '));

/**
 * Without what stands in somebody's words and is only their own view: "Orm said she expected rain" is one
 * attribution, "Orm said Vale had promised to pay" are two.
 */
export function withoutOwnViews(period: Period, frames: readonly Frame[]): readonly Frame[] {
  return frames.filter((frame) => {
    const isView = THOUGHTS.has(frame.rule) || isPronoun(period, frame);
    return !isView || !frames.some((outer) => outer !== frame && isHeldBy(outer, frame));
  });
}

function isPronoun({ tokens }: Period, { source }: Frame): boolean {
  return source !== null && source.from === source.to && PRONOUNS.has(tokens[source.from]!.lower);
}
