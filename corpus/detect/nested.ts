import { isHeldBy, type Frame } from './frame';
import type { Period, TokenRange } from './periods';
import type { RuleName } from './rules';

/** What somebody thinks of a thing, and nouns that name it: no act of speech. */
const THOUGHTS: ReadonlySet<RuleName> = new Set([
  'says-object',
  'wants-to',
  'attitude',
  'noun-about',
  'noun-that',
]);
const CLAUSES: ReadonlySet<RuleName> = new Set(['says-clause', 'says-that', 'says-quote']);
const PRONOUNS = new Set('he she it they we i his her its their our my'.split(' '));

/**
 * Without what stands in somebody's words and is only their own view: "Orm said she expected rain" is one
 * attribution, "Orm said Vale had promised to pay" are two.
 */
export function withoutOwnViews(period: Period, frames: readonly Frame[]): readonly Frame[] {
  return frames.filter((frame) => {
    const isView =
      (THOUGHTS.has(frame.rule) && !isSaid(period, frame)) ||
      isThoughtBy(period, frame) ||
      isPronoun(period, frame);
    return (
      !isView ||
      !frames.some(
        (outer) => outer !== frame && isHeldBy(outer, frame) && !isOfOthers(period, frame, outer),
      )
    );
  });
}

const REJECTING = new Set('reject deny dismiss dispute refute rebut contest'.split(' '));

/** "Orm rejects claims that the wall fell", "Orm said there are fears that it will": others make or have them. */
function isOfOthers({ tokens }: Period, { rule, cue, source }: Frame, outer: Frame): boolean {
  if (rule !== 'noun-that' || cue === null) return false;
  if (tokens[cue.from]!.lower === 'there') return true;
  const rejects = ({ from, to }: TokenRange) =>
    tokens.slice(from, to + 1).some(({ lemma }) => REJECTING.has(lemma));
  return source === null && outer.cue !== null && rejects(outer.cue);
}

const SAYING = new Set(
  `propose reject announce deny demand condemn accuse criticize criticise denounce recommend urge promise
   pledge threaten confirm dismiss vow refuse offer agree decline swear`.split(/\s+/),
);

/** "Norland has rejected the plan": an act of speech, not what somebody thinks. */
function isSaid({ tokens }: Period, { rule, cue }: Frame): boolean {
  if ((rule !== 'says-object' && rule !== 'wants-to') || cue === null) return false;
  return tokens
    .slice(cue.from, cue.to + 1)
    .some(({ tag, lemma }) => tag === 'VERB' && SAYING.has(lemma));
}

const THINKING = new Set(
  'believe think suspect assume know feel hope expect fear worry see understand realize realise want decide'.split(
    ' ',
  ),
);

/** "Vale thinks the wall will fall": a clause, and nobody says it. */
function isThoughtBy({ tokens }: Period, { rule, cue }: Frame): boolean {
  if (!CLAUSES.has(rule) || cue === null) return false;
  return tokens
    .slice(cue.from, cue.to + 1)
    .some(({ tag, lemma }) => tag === 'VERB' && THINKING.has(lemma));
}

function isPronoun({ tokens }: Period, { source }: Frame): boolean {
  return source !== null && source.from === source.to && PRONOUNS.has(tokens[source.from]!.lower);
}
