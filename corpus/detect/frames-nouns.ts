import { contentEnd, trimmed } from './content';
import { inheritedSource, type Frame, type Reading } from './frame';
import { subjectBefore, type TokenRange } from './noun-phrases';
import type { Period } from './periods';

const STATEMENTS = new Set(
  `statement claim allegation accusation announcement assertion warning prediction promise pledge
   threat vow assurance admission suggestion report rumour rumor belief hope fear concern doubt
   suspicion expectation conviction opinion view idea notion impression argument conclusion finding
   complaint demand insistence denial confirmation speculation worry perception sense acknowledgement
   acknowledgment contention charge proof evidence word news confidence feeling`.split(/\s+/),
);
const WITH_ACTION = new Set(
  `promise pledge vow threat offer proposal demand request call refusal intention aim desire wish hope
   determination appeal`.split(/\s+/),
);
const WITH_TOPIC = new Set(
  `concern doubt fear worry question hope call criticism support opposition skepticism scepticism
   complaint warning remark comment statement claim allegation accusation outrage anger regret
   disappointment frustration misgiving confidence interest request demand proposal condemnation
   praise suspicion speculation optimism pessimism threat statement objection contempt sympathy
   condolence gratitude pressure rebuke specter spectre`.split(/\s+/),
);
const LIGHT = new Set(
  `express voice raise have issue make give offer send hold cast show share reiterate repeat receive
   deliver reject dismiss deny announce air lodge launch file renew put draw throw ask pose submit
   present level`.split(/\s+/),
);
const ATTITUDES = new Set(
  `confident sure certain aware unaware worried concerned afraid fearful hopeful optimistic pessimistic
   skeptical sceptical doubtful wary proud happy unhappy glad sorry convinced adamant eager willing
   unwilling reluctant ready determined keen opposed critical supportive dismissive suspicious angry
   furious surprised shocked disappointed grateful interested uninterested committed clear unsure
   uncertain thankful ashamed fond impressed unimpressed excited nervous prepared alarmed appalled
   outraged cautious against`.split(/\s+/),
);

/** Nouns and adjectives that are cues: "the claim that …", "voiced concern about …", "is wary of …". */
export function readNounCues(reading: Reading): readonly Frame[] {
  const frames: Frame[] = [];
  const { period, groups } = reading;
  const taken = new Set(reading.found.flatMap((frame) => [frame.cue?.from ?? -1]));
  for (const group of groups) {
    if (taken.has(group.from)) continue;
    const frame =
      group.lemma === 'be' ||
      group.lemma === 'seem' ||
      group.lemma === 'remain' ||
      group.lemma === 'feel' ||
      group.lemma === 'sound'
        ? readAttitude(reading, group.from, group.to)
        : LIGHT.has(group.lemma) && group.form !== 'passive'
          ? readLightVerb(reading, group.from, group.to, group.form)
          : null;
    if (frame !== null) frames.push(frame);
  }
  for (let at = 0; at + 1 < period.tokens.length; at++) {
    const isCue = ({ cue }: Frame) => cue !== null && cue.from <= at && cue.to >= at;
    if (period.quoted[at] !== -1 || frames.some(isCue) || reading.found.some(isCue)) continue;
    const frame = readThatNoun(reading, at);
    if (frame !== null) frames.push(frame);
  }
  return frames;
}

function rest(reading: Reading, from: number): TokenRange | null {
  if (from >= reading.period.tokens.length) return null;
  return trimmed(reading.period, { from, to: contentEnd(reading.period, from, reading.groups) });
}

/** "Orm is wary of the plan", "Orm is confident that it will hold". */
function readAttitude(reading: Reading, from: number, to: number): Frame | null {
  const { period } = reading;
  const { tokens, quoted } = period;
  let at = to + 1;
  while (
    at < tokens.length &&
    (tokens[at]!.tag === 'ADV' || tokens[at]!.lower === 'not' || tokens[at]!.lower === "n't")
  )
    at++;
  if (at >= tokens.length || quoted[at] !== -1 || !ATTITUDES.has(tokens[at]!.lower)) return null;
  const next = tokens[at + 1]?.lower ?? '';
  const source = subjectBefore(period, from);
  if (source === null || tokens[source.to]!.lower === 'it') return null;
  const isAbout = ['of', 'about', 'for', 'on', 'with', 'in', 'at', 'by', 'over'].includes(next);
  const isClause = next === 'that' || next === 'to';
  if (!isAbout && !isClause && tokens[at]!.lower !== 'against') return null;
  const content = rest(reading, isAbout || next === 'that' ? at + 2 : at + 1);
  return content === null
    ? null
    : {
        rule: 'attitude',
        cue: { from, to: isAbout ? at + 1 : at },
        source,
        addressee: null,
        content: [content],
      };
}

/** "voiced concern about …", "issued a statement saying …", "made an offer to …". */
function readLightVerb(reading: Reading, from: number, to: number, form: string): Frame | null {
  const { period } = reading;
  const { tokens, quoted } = period;
  for (let at = to + 1; at < Math.min(tokens.length, to + 6); at++) {
    if (quoted[at] !== -1) return null;
    const token = tokens[at]!;
    if (token.tag === 'NOUN' || token.tag === 'PROPN') {
      const next = tokens[at + 1]?.lower ?? '';
      const noun = token.lemma;
      const about =
        WITH_TOPIC.has(noun) &&
        ['about', 'for', 'on', 'over', 'of', 'against', 'to', 'at', 'with'].includes(next);
      const that = STATEMENTS.has(noun) && next === 'that';
      const action = WITH_ACTION.has(noun) && next === 'to';
      if (!about && !that && !action) {
        if (tokens[at + 1]?.tag === 'NOUN') continue;
        return null;
      }
      const source =
        form === 'participle'
          ? inheritedSource(reading, {
              from,
              head: from,
              to,
              lemma: '',
              form: 'participle',
              particle: null,
            })
          : subjectBefore(period, from);
      if (source === null) return null;
      const content = rest(reading, that ? at + 2 : about && next !== 'to' ? at + 2 : at + 1);
      if (content === null) return null;
      return {
        rule: 'light-verb',
        cue: { from, to: about && next !== 'to' ? at + 1 : at },
        source,
        addressee: null,
        content: [content],
      };
    }
    if (!['DET', 'ADJ', 'PRON', 'ADV', 'NUM'].includes(token.tag)) return null;
  }
  return null;
}

/** "the claim that the wall held", "Orm's promise to pay". */
function readThatNoun(reading: Reading, at: number): Frame | null {
  const { period } = reading;
  const { tokens } = period;
  const token = tokens[at]!;
  if (token.tag !== 'NOUN') return null;
  const next = tokens[at + 1]!.lower;
  const isThat =
    next === 'that' &&
    STATEMENTS.has(token.lemma) &&
    tokens[at + 2]?.tag !== 'VERB' &&
    tokens[at + 2]?.tag !== 'AUX';
  const owner = ownerOf(period, at);
  const isAction = next === 'to' && WITH_ACTION.has(token.lemma) && owner !== null;
  if (!isThat && !isAction) return null;
  const content = rest(reading, isThat ? at + 2 : at + 1);
  if (content === null) return null;
  return {
    rule: 'noun-that',
    cue: { from: at, to: at },
    source: owner,
    addressee: null,
    content: [content],
  };
}

/** Whose claim it is: "Orm's", "his", "the council's". */
function ownerOf(period: Period, at: number): TokenRange | null {
  const { tokens } = period;
  let before = at - 1;
  while (before >= 0 && (tokens[before]!.tag === 'ADJ' || tokens[before]!.tag === 'ADV')) before--;
  if (before < 0 || period.quoted[before] !== -1) return null;
  if (['his', 'her', 'their', 'its', 'our', 'my'].includes(tokens[before]!.lower))
    return { from: before, to: before };
  if (tokens[before]!.lower !== "'s" && tokens[before]!.lower !== "'") return null;
  let from = before - 1;
  while (from > 0 && ['PROPN', 'ADJ', 'DET', 'NUM', 'NOUN'].includes(tokens[from - 1]!.tag)) from--;
  return from < 0 ? null : { from, to: before };
}
