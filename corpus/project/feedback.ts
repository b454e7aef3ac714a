import { isAgreed } from '../agreement/cases';
import type { LayeredArticle } from '../agreement/layers';
import { agreementReport } from '../agreement/report';
import { ADJUDICATED_LAYER, type Kind } from '../annotation/model';

/** What a person's layer made of something, held against the adjudicated layer. */
export const FEEDBACK = ['same', 'differs', 'missed', 'extra'] as const;

export interface Feedback {
  readonly kind: Kind;
  readonly outcome: (typeof FEEDBACK)[number];
  readonly words: string;
}

/** Holds a layer against the adjudicated one, case by case; words are cut to `most` UTF-16 units. */
export function feedbackOf(
  article: LayeredArticle,
  own: string,
  most: number,
): readonly Feedback[] {
  const { cases } = agreementReport([article], { resamples: 0 });
  return cases.map((one): Feedback => {
    const words = article.text.slice(one.start, Math.min(one.end, one.start + most));
    const isIn = (layer: string) => one.members.some((member) => member.layer === layer);
    const both = isAgreed(one) ? 'same' : 'differs';
    const outcome = !isIn(own) ? 'missed' : isIn(ADJUDICATED_LAYER) ? both : 'extra';
    return { kind: one.kind, outcome, words };
  });
}
