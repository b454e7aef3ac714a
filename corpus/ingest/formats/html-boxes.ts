import type { Hint } from './html-hints';
import type { Piece } from './html-piece';

const AD_LABEL = /^(?:advert(?:isement)?|ad|sponsored(?: content)?|promoted(?: content)?)$/i;

/** The most that an advertisement says, in UTF-16 units: more is the page itself. */
const LONGEST_AD = 300;

/** Elements around its label in which the words of an advertisement are looked for. */
const MOST_STEPS = 4;

/** Takes what stands in one box with the word "Advertisement" for no part of the article. */
export function withoutAdvertisements(pieces: readonly Piece[]): readonly Piece[] {
  const found = new Set<number>();
  for (const [at, { text }] of pieces.entries()) {
    if (text.length <= 30 && AD_LABEL.test(text)) {
      for (let inside = at; inside < boxEnd(pieces, at); inside++) found.add(inside);
    }
  }
  if (found.size === 0) return pieces;
  return pieces.map((piece, at) => (found.has(at) ? around(piece) : piece));
}

/** Behind the last piece of the box that a label heads; of the label alone where it heads none. */
function boxEnd(pieces: readonly Piece[], label: number): number {
  let box: Node | null = pieces[label]?.element ?? null;
  for (let step = 0; step < MOST_STEPS && box !== null; step++, box = box.parentNode) {
    const inside = box;
    if (label > 0 && inside.contains(pieces[label - 1]?.element ?? null)) break;
    let end = label + 1;
    let length = 0;
    for (; end < pieces.length && length <= LONGEST_AD; end++) {
      const { element, text } = pieces[end]!;
      if (!inside.contains(element)) break;
      length += text.length;
    }
    if (end > label + 1) return length <= LONGEST_AD ? end : label + 1;
  }
  return label + 1;
}

function around(piece: Piece): Piece {
  return { ...piece, hints: new Set<Hint>([...piece.hints, 'around']) };
}
