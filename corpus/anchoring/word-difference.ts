import { commonSequence } from './common-sequence';
import { tokensOf } from './tokens';

export interface DifferenceRun {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/**
 * The word-level difference of two short texts, in reading order, for people: the words of the
 * runs that are not `added` are the older text's, of those that are not `removed` the newer one's.
 * White space lies outside what is removed and added.
 */
export function wordDifference(before: string, after: string): readonly DifferenceRun[] {
  const [old, fresh] = [before, after].map((text) => tokensOf({ text, blocks: [{ start: 0 }] }));
  const numbers = new Map<string, number>();
  const numbered = (keys: readonly string[]) =>
    Int32Array.from(keys, (key) => numbers.get(key) ?? (numbers.set(key, numbers.size), numbers.size - 1)); // prettier-ignore
  const [a, b] = [numbered(old!.keys), numbered(fresh!.keys)];
  const pairs = commonSequence({ a, aFrom: 0, aTo: a.length, b, bFrom: 0, bTo: b.length });
  const runs: DifferenceRun[] = [];
  const push = (kind: DifferenceRun['kind'], text: string) => {
    const last = runs.at(-1);
    if (text === '') return;
    if (last?.kind === kind) runs[runs.length - 1] = { kind, text: last.text + text };
    else runs.push({ kind, text });
  };
  let [x, y] = [0, 0];
  const gap = (oldEnd: number, newEnd: number) => {
    const [gone, come] = [before.slice(x, oldEnd), after.slice(y, newEnd)];
    const around = come.trim() === '' && gone.trim() !== '' ? gone : come;
    const lead = around.length - around.trimStart().length;
    push('same', around.slice(0, lead));
    push('removed', gone.trim());
    push('added', come.trim());
    push('same', around.slice(Math.max(lead, around.trimEnd().length)));
  };
  for (const [i, j] of pairs) {
    gap(old!.starts[i]!, fresh!.starts[j]!);
    push('same', after.slice(fresh!.starts[j], fresh!.ends[j]));
    [x, y] = [old!.ends[i]!, fresh!.ends[j]!];
  }
  gap(before.length, after.length);
  return runs;
}
