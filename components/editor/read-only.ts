import { Plugin } from 'prosemirror-state';

const prevent = (_: unknown, event: Event): boolean => {
  event.preventDefault();
  return true;
};

/**
 * An article that takes a caret and a selection but never a change: the view stays editable, so
 * that every way of selecting works, and whatever would change the text is refused.
 */
export function readOnly(label: string): Plugin {
  return new Plugin({
    filterTransaction: (transaction) => !transaction.docChanged,
    props: {
      attributes: {
        role: 'textbox',
        'aria-readonly': 'true',
        'aria-multiline': 'true',
        'aria-label': label,
        inputmode: 'none',
        spellcheck: 'false',
        autocorrect: 'off',
        autocapitalize: 'off',
        translate: 'no',
        'data-reader': '',
      },
      handleDOMEvents: {
        beforeinput: prevent,
        cut: prevent,
        paste: prevent,
        drop: prevent,
        dragstart: prevent,
        compositionstart: prevent,
        mousedown: (view, event) => {
          // A press inside a selection would start drag and drop: collapse it first.
          const { from, to } = view.state.selection;
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
          if (at !== null && !event.shiftKey && from < to && from <= at.pos && at.pos <= to) {
            window.getSelection()?.removeAllRanges();
          }
          return false;
        },
      },
    },
  });
}
