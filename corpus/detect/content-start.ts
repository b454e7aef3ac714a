import type { Period } from './periods';

const CIRCUMSTANCES = new Set('after at in on during over before amid'.split(' '));

/** "decided after a long inquiry to pay": what stands between an intention and what is intended. */
export function behindCircumstance({ tokens, quoted }: Period, at: number): number {
  if (!CIRCUMSTANCES.has(tokens[at]?.lower ?? '') || quoted[at] !== -1) return at;
  let to = at + 1;
  while (
    to - at < 9 &&
    quoted[to] === -1 &&
    /^(?:DET|ADJ|NOUN|PROPN|NUM|ADP|PRON)$/.test(tokens[to]!.tag)
  )
    to++;
  const verb = tokens[to]?.lower === 'not' ? to + 1 : to;
  return quoted[verb] === -1 && tokens[verb]!.lower === 'to' && tokens[verb]!.tag === 'PART'
    ? to
    : at;
}

/** "says of Orm, “…”": of whom it is said, before a quotation. */
export function behindTopic(period: Period, at: number): number {
  const { tokens, quoted } = period;
  if (quoted[at] !== -1 || !/^(?:of|about)$/.test(tokens[at]?.lower ?? '')) return at;
  let to = at + 1;
  while (to - at < 8 && quoted[to] === -1 && tokens[to]!.tag !== 'PUNCT') to++;
  const isMark = quoted[to] === -1 && /^[,:]$/.test(tokens[to]!.lower);
  return isMark && (quoted[to + 1] ?? -1) !== -1 ? to + 1 : at;
}

/** "cautioned, as did the council, that …": an insertion between the verb and its clause. */
export function behindInsertion({ tokens, quoted }: Period, comma: number): number {
  if (tokens[comma]?.lower !== ',' || quoted[comma] !== -1) return comma;
  if (/^(?:VERB|AUX)$/.test(tokens[comma + 1]?.tag ?? 'VERB')) return comma;
  let to = comma + 1;
  while (to - comma < 20 && quoted[to] === -1 && !/^[,.;:?!]$/.test(tokens[to]!.lower)) to++;
  const isClosed = quoted[to] === -1 && tokens[to]!.lower === ',';
  return isClosed && tokens[to + 1]?.lower === 'that' && quoted[to + 1] === -1 ? to + 1 : comma;
}

const PLACES = new Set(
  'after at in on during before amid from via through while when following by with outside inside near'.split(
    ' ',
  ),
);

/** "said after a meeting with the envoys of Vessa that …": where, when and how it was said, up to “that”. */
export function behindPlace({ tokens, quoted }: Period, at: number): number {
  if (!PLACES.has(tokens[at]?.lower ?? '') || quoted[at] !== -1) return at;
  let to = at + 1;
  while (
    to - at < 16 &&
    quoted[to] === -1 &&
    tokens[to]!.lower !== 'that' &&
    (isPlaceWord(tokens[to]!) || isNameComma(tokens, to))
  )
    to++;
  const isThat = to > at + 1 && quoted[to] === -1 && tokens[to]!.lower === 'that';
  const next = tokens[to + 1]?.tag ?? 'VERB';
  const isQuote = (quoted[to + 1] ?? -1) !== -1;
  return isThat && (isQuote || !/^(?:VERB|AUX|PUNCT)$/.test(next)) ? to : at;
}

/** "in Port Arlen, Norland, that": a comma behind a name and before another one, or before “that”. */
function isNameComma(tokens: Period['tokens'], at: number): boolean {
  const next = tokens[at + 1];
  if (tokens[at]!.lower !== ',' || tokens[at - 1]!.tag !== 'PROPN') return false;
  return next?.tag === 'PROPN' || next?.lower === 'that';
}

function isPlaceWord({ tag, lower }: Period['tokens'][number]): boolean {
  if (tag === 'VERB') return lower.endsWith('ing');
  return (
    /^(?:DET|ADJ|ADV|NOUN|PROPN|NUM|PART|ADP|CCONJ)$/.test(tag) ||
    /^(?:his|her|its|their)$/.test(lower)
  );
}
