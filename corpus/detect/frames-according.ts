import { contentEnd, trimmed } from './content';
import type { Frame, Reading } from './frame';
import { type TokenRange } from './noun-phrases';
import { phraseStartingAt } from './phrase-after';

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
    const source = isFirst && reachesEnd ? phraseStartingAt(period, at + 2, false) : whole;
    if (source === null) continue;
    const content =
      at > 2
        ? leftOf(reading, at)
        : trimmed(period, { from: source.to + 1, to: contentEnd(period, source.to + 2, groups) });
    if (content === null) continue;
    frames.push({
      rule: 'according-to',
      cue: { from: at, to: at + 1 },
      source,
      addressee: null,
      content: [content],
    });
  }
  return frames;
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
