import { BLOCK_SEPARATOR } from '../document/text';
import type { Span } from '../spans/span';
import { editAsADesk } from './desk-edits';
import { EditedText } from './edited-text';
import { randomOf } from './random';
import { truthTeller, type Truth } from './truth';

/** An article to be edited, with the spans that people marked in it, if any. */
export interface CarryingText {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** One article before and after some edits, and spans with what truly became of them. */
export interface CarryingCase {
  readonly edits: number;
  readonly before: string;
  readonly after: string;
  readonly spans: readonly { readonly span: Span; readonly truth: Truth }[];
}

const MOST_EDITS = 200;
const SPANS_A_CASE = 40;

/**
 * Cases with at least `spans` spans, the same for the same seed: marked spans, and others of the
 * lengths that marks have (a word to some sentences). Edits: 1 to 200, small numbers more often.
 */
export function* carryingCases(
  texts: readonly CarryingText[],
  seed: number,
  spans: number,
): Generator<CarryingCase> {
  const random = randomOf(seed);
  for (let made = 0; made < spans;) {
    const chosen = random.pick(texts);
    const foreign = random.pick(texts.filter((other) => other !== chosen));
    const edits = Math.round(Math.exp((random.below(1000) / 999) * Math.log(MOST_EDITS)));
    const edited = new EditedText(chosen.text);
    editAsADesk(edited, edits, random, foreign.text);
    const tell = truthTeller(edited);
    const drawn = Array.from({ length: SPANS_A_CASE }, () =>
      chosen.spans.length > 0 && random.chance(0.5)
        ? random.pick(chosen.spans)
        : drawSpan(chosen.text, random),
    );
    const told = drawn.map((span) => ({ span, truth: tell(span) }));
    made += told.length;
    yield { edits, before: edited.first, after: edited.text, spans: told };
  }
}

/** A run of 1 to 60 words within one paragraph, short ones more often. */
function drawSpan(text: string, random: ReturnType<typeof randomOf>): Span {
  const blocks = text.split(BLOCK_SEPARATOR);
  const at = random.below(blocks.length);
  const words = [...blocks[at]!.matchAll(/[\p{L}\p{N}]\S*[\p{L}\p{N}]|[\p{L}\p{N}]/gu)];
  if (words.length === 0) return drawSpan(text, random);
  const origin = blocks.slice(0, at).reduce((sum, b) => sum + b.length + BLOCK_SEPARATOR.length, 0);
  const wanted = Math.round(Math.exp((random.below(1000) / 999) * Math.log(60)));
  const from = random.below(words.length);
  const last = words[Math.min(words.length - 1, from + wanted - 1)]!;
  return { start: origin + words[from]!.index, end: origin + last.index + last[0].length };
}
