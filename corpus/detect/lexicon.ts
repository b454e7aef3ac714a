import { hasParticles } from './particles';
import {
  ACTS,
  ACTS_WITH_PARTICLE,
  ACTS_WITH_TO,
  FINDING,
  RULINGS,
  TELLINGS,
  THINKING,
  WORDS_BY_FRAMES,
  type Frame,
} from './verbs';

const FRAMES = new Map<string, ReadonlySet<Frame>>();
for (const [frames, lemmas] of WORDS_BY_FRAMES) {
  for (const lemma of lemmas.split(/\s+/).filter(Boolean)) {
    const known = FRAMES.get(lemma) ?? new Set<Frame>();
    FRAMES.set(lemma, new Set([...known, ...(frames.split(' ') as Frame[])]));
  }
}
/** The frames that a verb stands in; empty for verbs that give nobody words or thoughts. */
export function framesOf(lemma: string): ReadonlySet<Frame> {
  return FRAMES.get(lemma) ?? NO_FRAMES;
}

const NO_FRAMES: ReadonlySet<Frame> = new Set();

const THOUGHTS = new Set(`${THINKING} ${FINDING}`.split(/\s+/));

/** Whether a verb tells what somebody thinks, finds or shows, and not that they said it. */
export function isThought(lemma: string): boolean {
  return THOUGHTS.has(lemma);
}

export function isCueLemma(lemma: string): boolean {
  return FRAMES.has(lemma) || hasParticles(lemma);
}

const ACT = new Set(`${ACTS} ${ACTS_WITH_PARTICLE} ${ACTS_WITH_TO}`.split(/\s+/));
const RULING = new Set(RULINGS.split(/\s+/));
const TELLING = new Set(TELLINGS.split(/\s+/));

/** Who alone gives a verb something to say: somebody who can speak, a law, or a text; null for most verbs. */
export function neededSource(lemma: string): 'speaker' | 'rule' | 'text' | null {
  if (TELLING.has(lemma)) return 'text';
  if (RULING.has(lemma)) return 'rule';
  return ACT.has(lemma) ? 'speaker' : null;
}

/** What is given to nobody in particular: "is believed to be", "was said to have". */
export const BELIEVED = new Set(
  `believe think expect say report know consider see regard view allege rumour rumor
   estimate understand deem perceive fear project forecast assume accuse describe call label dub suspect presume
   predict repute purport tip acknowledge agree announce reveal remember recognise recognize hail herald portray depict
   brand characterise characterize credit acclaim reckon
   anticipate hope envisage envision surmise presuppose prophesy conjecture`.split(/\s+/),
);
