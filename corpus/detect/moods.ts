import type { Token } from './language';

/**
 * Verbs that tell what a thing makes somebody feel: whoever feels it stands behind them ("the plan angered the
 * union"), or before their participle ("the union was angered by the plan").
 */
const MOVING = new Set(
  `aggravate alarm alienate amaze amuse anger annoy antagonise antagonize appal appall astonish astound baffle befuddle
   bemuse bewilder bother captivate charm cheer comfort confound console dazzle demoralise demoralize delight
   depress disappoint disconcert discourage disenchant disgust dishearten disillusion dismay displease disquiet
   distress disturb dumbfound electrify embarrass embitter embolden enchant encourage energise energize enrage
   enthral enthrall exasperate excite fascinate flabbergast flatter flummox frighten frustrate galvanise galvanize
   gladden grieve haunt hearten horrify humble humiliate impress incense infuriate insult intrigue irk irritate
   madden miff mollify mortify mystify nauseate nettle nonplus offend outrage pain panic peeve perplex perturb petrify
   pique placate please preoccupy puzzle rankle rattle reassure relieve repel repulse revolt rile sadden scandalise
   scandalize scare shock sicken sober spook startle stun stupefy surprise terrify thrill torment trouble
   unnerve unsettle upset vex worry wow`.split(/\s+/),
);

/** Their participles: of rare verbs the tagger knows no plain form. */
const MOVED = new Set(
  [...MOVING].map(
    (lemma) =>
      lemma.replace(/e$/, '').replace(/([^aeiou])y$/, '$1i') + (lemma === 'upset' ? '' : 'ed'),
  ),
);

/** Whether a verb tells what a thing makes somebody feel. */
export function isMoving({ lemma, lower }: Token): boolean {
  return MOVING.has(lemma) || MOVED.has(lower);
}

/** Whether a participle tells what a thing made somebody feel. */
export function isMoved(lower: string): boolean {
  return MOVED.has(lower);
}
