import { Plugin, type Transaction } from 'prosemirror-state';
import type { Node } from 'prosemirror-model';
import { isOwnProse, type BlockRole } from '@/corpus/document/block';

function isAside(node: Node): boolean {
  return !isOwnProse(node.attrs['role'] as BlockRole);
}

/**
 * Keeps page furniture and readers' comments while they are folded: a change that would cut into
 * one is refused, and one that is deleted with the text around it comes back.
 */
export function keepAsides(isFolded: () => boolean): Plugin {
  return new Plugin({
    filterTransaction: (transaction) =>
      !transaction.docChanged || !isFolded() || !cutsIntoAside(transaction),
    appendTransaction: (transactions, before, after) => {
      if (!isFolded() || !transactions.some((one) => one.docChanged)) return null;
      const there = new Set(after.doc.children);
      const change = after.tr;
      before.doc.forEach((node, at) => {
        if (!isAside(node) || there.has(node)) return;
        const place = transactions.reduce((now, one) => one.mapping.map(now), at);
        const $place = change.doc.resolve(change.mapping.map(place));
        change.insert($place.depth === 0 ? $place.pos : $place.after(1), node);
      });
      return change.docChanged ? change : null;
    },
  });
}

function cutsIntoAside({ steps, docs }: Transaction): boolean {
  return steps.some((step, index) => {
    let cuts = false;
    step.getMap().forEach((from, to) => {
      docs[index]!.forEach((node, at) => {
        const end = at + node.nodeSize;
        const touches = from < end && to > at;
        if (isAside(node) && touches && !(from <= at && to >= end)) cuts = true;
      });
    });
    return cuts;
  });
}
