import { beginsClause, contentEnd, trimmed } from './content';
import type { Frame, Reading } from './frame';
import { isStop } from './adjuncts';
import { ownerOf } from './noun-owner';
import { type TokenRange } from './noun-phrases';
import { phraseStartingAt } from './phrase-after';

const VIEWS =
  /^(?:view|opinion|eyes|estimation|words|telling|judge?ment|mind|assessment|account|reckoning)$/;

/** "In Orm’s view, …", "…, in the words of Orm": a phrase that says whose view a clause is; the writer’s own is none. */
export function readInView(reading: Reading): readonly Frame[] {
  const { period } = reading;
  const { tokens, quoted, opening } = period;
  const frames: Frame[] = [];
  for (let at = 2; at < tokens.length; at++) {
    if (quoted[at] !== -1 || !VIEWS.test(tokens[at]!.lower)) continue;
    const owner = ownerOf(period, at);
    const isOf =
      tokens[at + 1]?.lower === 'of' && /^(?:the|view|opinion)$/.test(tokens[at - 1]!.lower);
    const source = owner ?? (isOf ? phraseStartingAt(period, at + 2, false) : null);
    if (source === null || /^(?:my|our)$/.test(tokens[source.from]!.lower)) continue;
    const from = (owner === null ? at - 1 : owner.from) - 1;
    const to = Math.max(at, source.to);
    if (from < 0 || tokens[from]!.lower !== 'in' || quoted[from] !== -1) continue;
    const isFirst = from <= opening + 1 && tokens[to + 1]?.lower === ',';
    const isLast = tokens[from - 1]?.lower === ',' && isStop(period, to + 1);
    if (!isFirst && !isLast) continue;
    const rest =
      tokens[to + 1]?.lower === ','
        ? trimmed(period, { from: to + 2, to: contentEnd(period, to + 2, reading.groups) })
        : null;
    const content = [isFirst ? null : leftOf(reading, from), rest].filter((part) => part !== null);
    if (content.length === 0) continue;
    const cue = owner === null ? { from, to: at + 1 } : { from: at, to: at };
    frames.push({ rule: 'according-to', cue, source, addressee: null, content });
  }
  return frames;
}

/** "According to X, …" and "…, according to X". */
export function readAccordingTo(reading: Reading): readonly Frame[] {
  const { period, groups } = reading;
  const { tokens, quoted } = period;
  const frames: Frame[] = [];
  for (let at = 0; at + 2 < tokens.length; at++) {
    if (quoted[at] !== -1 || tokens[at]!.lower !== 'according' || tokens[at + 1]!.lower !== 'to')
      continue;
    const whole = phraseStartingAt(period, at + 2);
    const isFirst = at <= 2;
    const reachesEnd = whole !== null && tokens[whole.to + 1]?.lower !== ',';
    const source = isFirst && reachesEnd ? upToClause(reading, at + 2) : whole;
    if (source === null) continue;
    const content = isFirst
      ? trimmed(period, { from: source.to + 1, to: contentEnd(period, source.to + 2, groups) })
      : leftOf(reading, at);
    if (content === null) continue;
    const rest = isFirst ? null : verbBehind(reading, source.to + 1);
    frames.push({
      rule: 'according-to',
      cue: { from: at, to: at + 1 },
      source,
      addressee: null,
      content: rest === null ? [content] : [content, rest],
    });
  }
  return frames;
}

/** "The leak, according to Orm, was small": the words go on behind the source, with their verb. */
function verbBehind({ period, groups }: Reading, comma: number): TokenRange | null {
  const { tokens, quoted } = period;
  if (tokens[comma]?.lower !== ',' || quoted[comma] !== -1) return null;
  const isVerb = groups.some(
    ({ from, form }) => from === comma + 1 && /^(?:finite|passive)$/.test(form),
  );
  return isVerb
    ? trimmed(period, { from: comma + 1, to: contentEnd(period, comma + 1, groups) })
    : null;
}

/** "a report released on Friday by the guild, the leak …": up to the comma that a clause follows. */
function upToClause({ period, groups }: Reading, from: number): TokenRange | null {
  const { tokens, quoted } = period;
  for (let at = from + 1; at < Math.min(tokens.length, from + 20) && quoted[at] === -1; at++) {
    if (tokens[at]!.lower === ',' && beginsClause(period, at + 1, groups))
      return { from, to: at - 1 };
  }
  return phraseStartingAt(period, from, false);
}

function leftOf({ period, found }: Reading, at: number): TokenRange | null {
  const { tokens, quoted } = period;
  let from = period.opening;
  for (let before = at - 1; before >= 0; before--) {
    if (quoted[before] === -1 && tokens[before]!.lower === ';') {
      from = before + 1;
      break;
    }
  }
  const last = found.filter((frame) => frame.cue !== null && frame.cue.to < at).at(-1);
  if (last?.rule === 'quote-says' || last?.rule === 'clause-says')
    from = Math.max(from, last.cue!.to + 1);
  return trimmed(period, { from, to: at - 1 });
}
