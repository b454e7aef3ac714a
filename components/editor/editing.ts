import { history } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import { EditorState, Plugin, TextSelection, type Command } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import type { EditableArticle } from '@/corpus/annotation/editable';
import { isOwnProse, type BlockRole, type DraftBlock } from '@/corpus/document/block';
import { blocksOf } from '@/corpus/document/edited-blocks';
import { positionOf } from '@/corpus/document/positions';
import { documentOf } from '@/corpus/document/schema';
import { layOut } from '@/corpus/document/text';
import { keepAsides } from './asides';
import { editingKeys } from './editing-keys';
import { liveMarks, outcomesIn, showMarks } from './live-marks';
import { clipboardParser, pasteBlocks, plainSlice, tidySlice, withBreaks } from './pasted';
import { UNDER_BARS } from './under-bars';

export interface EditingHooks {
  /** After every change of the text, the selection, or what is said of the marks. */
  onChange(state: EditorState, changed: boolean): void;
  isFolded(): boolean;
  onSave(): void;
}

/** An article's text in a ProseMirror view, to be typed in; its marks move along. */
export class Editing {
  readonly view: EditorView;
  private frame = 0;
  private readonly look = () => {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.show();
    });
  };

  constructor(root: HTMLElement, article: EditableArticle, hooks: EditingHooks) {
    const doc = documentOf(layOut(article.blocks).blocks);
    this.view = new EditorView(root, {
      state: EditorState.create({
        doc,
        selection: TextSelection.create(doc, firstOwn(doc)),
        plugins: [
          ...editingKeys(hooks.onSave),
          history(),
          keepAsides(hooks.isFolded),
          liveMarks(article.marks),
          surface(`Text of the article: ${article.headline}`),
        ],
      }),
      dispatchTransaction: (transaction) => {
        const before = this.view.state;
        const { state, transactions } = before.applyTransaction(transaction);
        this.view.updateState(state);
        const changed = transactions.some((one) => one.docChanged);
        if (changed) this.look();
        const judged = outcomesIn(before) !== outcomesIn(state);
        if (changed || judged || transaction.selectionSet) hooks.onChange(state, changed);
      },
      scrollThreshold: UNDER_BARS,
      scrollMargin: UNDER_BARS,
      clipboardParser,
      clipboardTextParser: plainSlice,
      transformPastedHTML: withBreaks,
      transformPasted: tidySlice,
      handlePaste: (view, _event, slice) => pasteBlocks(view, slice),
      handleDOMEvents: {
        compositionend: () => {
          setTimeout(() => this.view.isDestroyed || showMarks(this.view, null));
          return false;
        },
      },
    });
    window.addEventListener('scroll', this.look, { passive: true });
    window.addEventListener('resize', this.look);
    this.look();
  }

  get blocks(): readonly DraftBlock[] {
    return blocksOf(this.view.state.doc);
  }

  run(command: Command): void {
    command(this.view.state, this.view.dispatch, this.view);
    this.view.focus();
  }

  /** Puts other blocks in the place of all, as one change that can be undone. */
  replace(blocks: readonly DraftBlock[]): void {
    const { doc } = this.view.state;
    const { content } = documentOf(layOut(blocks).blocks);
    this.view.dispatch(this.view.state.tr.replaceWith(0, doc.content.size, content));
  }

  /** Puts the caret at an offset and into view. */
  goTo(offset: number): void {
    const { state } = this.view;
    const at = Math.min(positionOf(offset), state.doc.content.size - 1);
    const selection = TextSelection.near(state.doc.resolve(at));
    this.view.dispatch(state.tr.setSelection(selection).scrollIntoView());
    this.view.focus();
  }

  destroy(): void {
    cancelAnimationFrame(this.frame);
    window.removeEventListener('scroll', this.look);
    window.removeEventListener('resize', this.look);
    this.view.destroy();
  }

  /** Draws the marks of what is a screen's height around the window. */
  private show(): void {
    const { dom, state } = this.view;
    const { innerHeight } = window;
    const first = firstBelow(dom.children, -innerHeight);
    const last = firstBelow(dom.children, 2 * innerHeight);
    const starts: number[] = [];
    state.doc.forEach((_, offset) => starts.push(offset));
    const end = starts[last + 1] ?? state.doc.content.size;
    showMarks(this.view, { start: starts[first] ?? 0, end });
  }
}

/** The first element whose end is below a line, in client pixels. Binary search. */
function firstBelow(elements: HTMLCollection, line: number): number {
  let [low, high] = [0, Math.max(0, elements.length - 1)];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (elements[middle]!.getBoundingClientRect().bottom < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

function firstOwn(doc: Node): number {
  let at: number | null = null;
  doc.forEach((node, offset) => {
    if (isOwnProse(node.attrs['role'] as BlockRole)) at ??= offset + 1;
  });
  return at ?? 1;
}

function surface(label: string): Plugin {
  return new Plugin({
    props: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        'data-editing': '',
        dir: 'auto',
      },
    },
  });
}
