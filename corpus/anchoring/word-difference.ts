import { commonSequence } from './common';
import { tokensOf } from './tokens';

export interface DifferenceRun {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/**
 * The word-level difference of two short texts, in reading order: the runs that are not `added`
 * give the older text, those that are not `removed` the newer one, typography aside.
 */
export function wordDifference(before: string, after: string): readonly DifferenceRun[] {
  const [old, fresh] = [before, after].map((text) => tokensOf({ text, blocks: [{ start: 0 }] }));
  const numbers = new Map<string, number>();
  const numbered = (keys: readonly string[]) =>
    Int32Array.from(keys, (key) => numbers.get(key) ?? (numbers.set(key, numbers.size), numbers.size - 1)); // prettier-ignore
  const [a, b] = [numbered(old!.keys), numbered(fresh!.keys)];
  const pairs = commonSequence({ a, aFrom: 0, aTo: a.length, b, bFrom: 0, bTo: b.length });
  const runs: DifferenceRun[] = [];
  let [x, y] = [0, 0];
  const push = (kind: DifferenceRun['kind'], text: string) => {
    const last = runs.at(-1);
    if (text === '') return;
    if (last?.kind === kind) runs[runs.length - 1] = { kind, text: last.text + text };
    else runs.push({ kind, text });
  };
  for (const [i, j] of pairs) {
    const [oldStart, newStart] = [old!.starts[i]!, fresh!.starts[j]!];
    push('removed', before.slice(x, oldStart).trim() === '' ? '' : before.slice(x, oldStart));
    push('added', after.slice(y, newStart).trim() === '' ? '' : after.slice(y, newStart));
    if (before.slice(x, oldStart).trim() === '' && after.slice(y, newStart).trim() === '') {
      push('same', after.slice(y, newStart));
    }
    push('same', after.slice(newStart, fresh!.ends[j]));
    [x, y] = [old!.ends[i]!, fresh!.ends[j]!];
  }
  push('removed', before.slice(x));
  push('added', after.slice(y));
  return runs;
}
