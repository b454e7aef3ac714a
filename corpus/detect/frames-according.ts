import { beginsClause, contentEnd, trimmed } from './content';
import type { Frame, Reading } from './frame';
import { isStop } from './adjuncts';
import { adjectivesBefore } from './frames-noun-said';
import { ownerOf } from './noun-owner';
import type { Period } from './periods';
import { type TokenRange } from './noun-phrases';
import { phraseStartingAt } from './phrase-after';

const VIEWS = new Set(
  `view views opinion eyes estimation words telling judgement judgment mind assessment account reckoning retelling
   interpretation imagination`.split(/\s+/),
);
/** The same with “by”, where an estimate may also be its own source: "by Orm’s own admission", "by one estimate". */
const ACCOUNTS = new Set(
  `admission account accounts estimate estimates reckoning telling count tally calculation calculations assessment
   standards logic description`.split(/\s+/),
);

/** A phrase that says whose view a clause is, up to its last token. */
interface View extends TokenRange {
  readonly cue: TokenRange;
  readonly source: TokenRange;
}

/** "In Orm’s view, …", "…, in the words of Orm": a phrase that says whose view a clause is; the writer’s own is none. */
export function readInView(reading: Reading): readonly Frame[] {
  const { period } = reading;
  const { tokens, opening } = period;
  const frames: Frame[] = [];
  for (let at = 2; at < tokens.length; at++) {
    const view = viewAt(period, at);
    if (view === null) continue;
    const { from, to, cue, source } = view;
    const isFirst = from <= opening + 1 && tokens[to + 1]?.lower === ',';
    const isLast = tokens[from - 1]?.lower === ',' && isStop(period, to + 1);
    if (!isFirst && !isLast) continue;
    const rest =
      tokens[to + 1]?.lower === ','
        ? trimmed(period, { from: to + 2, to: contentEnd(period, to + 2, reading.groups) })
        : null;
    const content = [isFirst ? null : leftOf(reading, from), rest].filter((part) => part !== null);
    if (content.length === 0) continue;
    frames.push({ rule: 'according-to', cue, source, addressee: null, content });
  }
  return frames;
}

/** The phrase around the noun at a token: "in the words of Orm", "by Orm’s own account", "by some estimates". */
function viewAt(period: Period, at: number): View | null {
  const { tokens, quoted } = period;
  const { lower } = tokens[at]!;
  const [isView, isAccount] = [VIEWS.has(lower), ACCOUNTS.has(lower)];
  if ((!isView && !isAccount) || quoted[at] !== -1) return null;
  const owner = ownerOf(period, at);
  const from = (owner?.from ?? at - 1) - 1;
  const link = tokens[from]?.lower ?? '';
  if (quoted[from] !== -1 || !((isView && link === 'in') || (isAccount && link === 'by')))
    return null;
  if (owner !== null) {
    const cue = { from: adjectivesBefore(period, at), to: at };
    return /^(?:my|our)$/.test(tokens[owner.from]!.lower)
      ? null
      : { from, to: at, cue, source: owner };
  }
  const before = tokens[at - 1]!.lower;
  if (tokens[at + 1]?.lower === 'of' && before === 'the') {
    const source = phraseStartingAt(period, at + 2, false);
    return source === null ? null : { from, to: source.to, cue: { from, to: at + 1 }, source };
  }
  const isOwn = link === 'by' && /^(?:one|some|most|several|many|all)$/.test(before);
  return isOwn ? { from, to: at, cue: { from, to: from }, source: { from: at - 1, to: at } } : null;
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
