import type { CheckDetail } from '@/corpus/verification/check-detail';
import { stepsFrom } from '@/corpus/verification/model';

/** The steps offered; where judgements are made apart, the last one handed in makes it checked. */
export function stepsOf({ status, judging }: CheckDetail): ReturnType<typeof stepsFrom> {
  return stepsFrom(status).filter(({ to }) => judging === null || to !== 'checked');
}
