import { trimmed } from './content';
import type { Period } from './periods';
import { hasFiniteVerb, type Frame, type Reading } from './frame';

const SOURCES =
  /^(?:sources?|officials?|diplomats?|police|reports?|study|poll|survey|lawyers?|media|minister|ministry|monitors?|experts?|witnesses|agency|prosecutors?|analysts?|researchers|scientists|mayor|council|court|union)$/;

/** Words before a colon that name the kind of article and nobody who speaks. */
const RUBRICS =
  /^(?:exclusive|watch|video|live|updated?|breaking|analysis|opinion|reviews?|explainer|factbox|photos?|pictures|correction|timeline|interview|podcast|profile|special|editorial|commentary|obituary|part)$/;

/** A headline or a deck; also a text's first paragraph whose words have the capitals of one. */
function isHeadline({ block, tokens }: Period): boolean {
  if (block.role === 'headline' || block.role === 'deck') return true;
  if (block.start > 0 || block.role !== 'paragraph' || tokens.length > 24) return false;
  const long = tokens.filter(({ tag, lower }) => tag !== 'PUNCT' && lower.length > 3);
  return long.length > 2 && long.every(({ capital, lower }) => capital || /^\d/.test(lower));
}

/** "Mayor: wall will hold" and "Wall will hold: officials", "Wall will hold - police". */
export function readHeadline({ period, groups }: Reading): readonly Frame[] {
  const { tokens, quoted } = period;
  if (!isHeadline(period)) return [];
  const colon = tokens.findIndex(
    ({ lower, spaced }, at) =>
      quoted[at] === -1 && (lower === ':' || (/^[-–—]$/.test(lower) && spaced)),
  );
  if (colon < 1 || colon === tokens.length - 1) return [];
  const after = tokens.length - 1 - colon;
  const last = tokens.at(-1)!.lower;
  const base = { rule: 'headline-colon' as const, cue: null, addressee: null };
  if (after <= 4 && SOURCES.test(last) && colon > 2) {
    const content = trimmed(period, { from: 0, to: colon - 1 });
    return content === null
      ? []
      : [{ ...base, source: { from: colon + 1, to: tokens.length - 1 }, content: [content] }];
  }
  const lead = tokens.slice(0, colon);
  const isSource =
    colon <= 4 && lead.every(({ tag }) => ['PROPN', 'NOUN', 'ADJ', 'DET'].includes(tag));
  if (tokens[colon]!.lower !== ':' || !isSource || after < 3) return [];
  const isName =
    lead.every(({ tag, capital }) => tag === 'PROPN' && capital) &&
    !RUBRICS.test(lead[0]!.lower) &&
    hasFiniteVerb(groups, colon + 1, tokens.length - 1);
  if (!SOURCES.test(lead.at(-1)!.lower) && quoted[colon + 1] === -1 && !isName) return [];
  const content = trimmed(period, { from: colon + 1, to: tokens.length - 1 });
  return content === null
    ? []
    : [{ ...base, source: { from: 0, to: colon - 1 }, content: [content] }];
}
