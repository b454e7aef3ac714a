import fc from 'fast-check';
import { history, undo } from 'prosemirror-history';
import { AllSelection, EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { carrier } from '@/corpus/anchoring/carry';
import { carryTarget } from '@/corpus/anchoring/carry-target';
import type { EditableMark } from '@/corpus/annotation/editable';
import { awkwardText, formattedBlocks } from '@/corpus/document/awkward.testing';
import type { BlockRole, DraftBlock } from '@/corpus/document/block';
import { blocksOf } from '@/corpus/document/edited-blocks';
import { documentOf, textOf } from '@/corpus/document/schema';
import { layOut } from '@/corpus/document/text';
import { keepAsides } from './asides';
import { editingKeys } from './editing-keys';
import { liveMarks, outcomesIn } from './live-marks';
import { plainSlice } from './pasted';

function block(text: string, role: BlockRole = 'paragraph'): DraftBlock {
  return { role, text, depth: 0, group: null, original: null };
}

const STORY = [
  block('Ferry to sail again in March', 'headline'),
  block('The ferry Ursula will sail with 14 crew aboard, the county said on Monday.'),
  block('The repair cost 2.1 million crowns and was paid by the harbour trust of the town.'),
  block('Nobody had expected the ship before the summer, and the quay was full of people.'),
];

function markOf(text: string, words: string, id = words): EditableMark {
  const start = text.indexOf(words);
  expect(start).toBeGreaterThanOrEqual(0);
  const spans = [{ part: 'content' as const, ordinal: 0, piece: 0, start, end: start + words.length }]; // prettier-ignore
  return { id, kind: 'claim', status: 'signed_off', spans };
}

function open(blocks: readonly DraftBlock[], marks: readonly EditableMark[], folded = false) {
  return EditorState.create({
    doc: documentOf(layOut(blocks).blocks),
    plugins: [
      ...editingKeys(() => undefined),
      history(),
      keepAsides(() => folded),
      liveMarks(marks),
    ],
  });
}

type Edit = (state: EditorState) => Transaction;

/** Types over words of the text as a person does: only what differs is touched. */
function typeOver(words: string, typed: string): Edit {
  return (state) => {
    const at = textOf(state.doc).indexOf(words) + 1;
    let same = 0;
    while (same < words.length && words[same] === typed[same]) same++;
    const [from, to] = [at + same, at + words.length];
    const rest = typed.slice(same);
    return rest === '' ? state.tr.delete(from, to) : state.tr.insertText(rest, from, to);
  };
}

const CASES: readonly (readonly [name: string, words: string, edits: readonly (readonly [string, string])[], outcome: string])[] = [
  ['a figure changed', 'with 14 crew aboard', [['14', '16']], 'changed'],
  ['a digit typed at the edge', '2.1 million crowns', [['crowns and', 'crownsx and']], 'changed'],
  ['words before and after', '2.1 million crowns', [['cost', 'has cost'], ['and was', 'now, and was']], 'whole'],
  ['words elsewhere', 'with 14 crew aboard', [['summer', 'spring']], 'whole'],
  ['its words deleted', 'The repair cost 2.1 million crowns', [['The repair cost 2.1 million crowns and', '']], 'gone'],
  ['its words deleted, and one typed there', 'The repair cost 2.1 million crowns', [['The repair cost 2.1 million crowns and', 'It']], 'gone'],
  ['its words replaced', '2.1 million crowns', [['2.1 million crowns', 'a fortune']], 'changed'],
  ['deleted, then others typed there', '2.1 million crowns', [['2.1 million crowns', ''], ['cost ', 'cost less']], 'changed'],
  ['a word put in', 'the quay was full of people', [['full of', 'full of waiting']], 'changed'],
]; // prettier-ignore

describe('marks in a text that is edited', () => {
  for (const [name, words, edits, expected] of CASES) {
    it(`tell at once what the judge says when it is saved: ${name}`, () => {
      const before = layOut(STORY);
      const mark = markOf(before.text, words);
      let state = open(STORY, [mark]);
      for (const [from, to] of edits) {
        state = state.apply(typeOver(from, to)(state));
      }
      expect(outcomesIn(state).get(mark)).toBe(expected);
      const after = layOut(blocksOf(state.doc));
      const { outcome } = carryTarget(mark.spans, carrier(before, after), after.text);
      const told = { unchanged: 'whole', moved: 'whole', changed: 'changed', lost: 'gone', ambiguous: 'several' }; // prettier-ignore
      expect(told[outcome]).toBe(expected);
    });
  }

  it('are whole again when the change is undone, also after all was deleted', () => {
    const { text } = layOut(STORY);
    const marks = [markOf(text, 'with 14 crew aboard'), markOf(text, '2.1 million crowns')];
    let state = open(STORY, marks);
    state = state.apply(state.tr.setSelection(new AllSelection(state.doc)));
    state = state.apply(state.tr.deleteSelection());
    expect([...outcomesIn(state).values()]).toEqual(['gone', 'gone']);
    undo(state, (change) => (state = state.apply(change)));
    expect([...outcomesIn(state).values()]).toEqual(['whole', 'whole']);
    expect(textOf(state.doc)).toBe(text);
  });

  it('are whole when their paragraph is split, joined, or cut and pasted elsewhere', () => {
    const { text } = layOut(STORY);
    const mark = markOf(text, 'The repair cost 2.1 million crowns and was paid');
    let state = open(STORY, [mark]);
    const at = text.indexOf('crowns') + 1;
    state = state.apply(state.tr.split(at));
    expect(outcomesIn(state).get(mark)).toBe('whole');
    state = state.apply(state.tr.join(at + 1));
    expect(outcomesIn(state).get(mark)).toBe('whole');
    const start = text.indexOf('The repair') + 1;
    const end = start + STORY[2]!.text.length;
    state = state.apply(state.tr.delete(start, end));
    expect(outcomesIn(state).get(mark)).toBe('gone');
    state = state.apply(state.tr.insertText(` ${STORY[2]!.text}`, state.doc.content.size - 1));
    expect(outcomesIn(state).get(mark)).toBe('whole');
  });
});

describe('the edited text', () => {
  const edit = fc.record({
    kind: fc.constantFrom('type', 'split', 'join', 'paste', 'delete'),
    at: fc.nat(),
    length: fc.nat(60),
    text: awkwardText,
  });

  it('is the blocks’ texts joined, each character at its offset plus one, after any edits', () => {
    fc.assert(
      fc.property(formattedBlocks, fc.array(edit, { maxLength: 12 }), (drafts, edits) => {
        let state = open(drafts, []);
        for (const { kind, at, length, text } of edits) {
          const place = TextSelection.near(state.doc.resolve(at % state.doc.content.size)).from;
          const end = TextSelection.near(state.doc.resolve(Math.min(state.doc.content.size, place + length)), -1).to; // prettier-ignore
          const tr = state.tr;
          if (kind === 'type' && text !== '') tr.insertText(text, place, Math.max(place, end));
          else if (kind === 'split') tr.split(place);
          else if (kind === 'paste') tr.replace(place, place, plainSlice(text));
          else if (kind === 'delete' && end > place) tr.delete(place, end);
          else if (kind === 'join') {
            const after = tr.doc.resolve(place).after(1);
            if (after < tr.doc.content.size) tr.join(after);
          }
          state = state.apply(tr);
        }
        const { text, blocks } = layOut(blocksOf(state.doc));
        expect(text).toBe(textOf(state.doc));
        for (const { start, end, ordinal } of blocks) {
          expect(state.doc.resolve(start + 1).index(0)).toBe(ordinal);
          expect(state.doc.textBetween(start + 1, end + 1)).toBe(text.slice(start, end));
        }
        expect(documentOf(blocks).eq(state.doc) || blocks.length > 0).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps what is folded when all is deleted, and is not cut into', () => {
    const blocks = [block('Menu', 'furniture'), ...STORY, block('First!', 'reader_comment')];
    let state = open(blocks, [], true);
    const all = state.tr.setSelection(new AllSelection(state.doc)).deleteSelection();
    state = state.applyTransaction(all).state;
    const kept = blocksOf(state.doc).map(({ text }) => text);
    expect(kept.filter((text) => text !== '')).toEqual(['Menu', 'First!']);
    const refused = open(blocks, [], true);
    expect(refused.applyTransaction(refused.tr.delete(3, 12)).transactions).toEqual([]);
  });

  it('takes a pasted text as plain blocks, without control characters', () => {
    const slice = plainSlice('one\u0000\r\n\r\ntwo\nlines\n \n three');
    expect(slice.content.content.map((node) => node.textContent)).toEqual(['one', 'two\nlines', 'three']); // prettier-ignore
  });
});
