import { addresseeAt, skipAdjunct } from './adjuncts';
import type { TokenRange } from './noun-phrases';
import type { Period } from './periods';
import type { VerbGroup } from './verb-groups';

/** "explained to the crew that …", "confessed to the police that …": who is told, where a clause follows. */
export function listenerBehind(period: Period, group: VerbGroup): TokenRange | null {
  return listenerAt(period, group.particle === 'to' ? group.to : group.to + 1);
}

/** Who is told, behind the “to” at a token, where a clause follows. */
export function listenerAt(period: Period, to: number): TokenRange | null {
  const { tokens, quoted } = period;
  if (tokens[to]?.lower !== 'to' || quoted[to] !== -1) return null;
  const listener = addresseeAt(period, to + 1);
  const next = listener === null ? -1 : skipAdjunct(period, listener.to + 1);
  const opens = (quoted[next] ?? -1) !== -1 || /^(?:that|:)$/.test(tokens[next]?.lower ?? '');
  return opens ? listener : null;
}

/** "asked Vale, the chair, to go": what is asked stands behind a description. */
export function asksBehind({ tokens, quoted }: Period, comma: number): boolean {
  const close = tokens.findIndex(
    ({ lower }, at) => at > comma && lower === ',' && quoted[at] === -1,
  );
  return tokens[comma]?.lower === ',' && close - comma < 16 && tokens[close + 1]?.lower === 'to';
}
