import type { ReaderMark } from '@/components/editor/mark-index';
import { Reader } from '@/components/editor/reader';
import { offsetOf } from '@/corpus/document/positions';
import { blockIndexAt } from '@/corpus/document/text';
import type { BenchArticle } from './article';

/** What is timed: something that shows an article with its marks and takes one more. */
export interface Subject {
  mount(root: HTMLElement, article: BenchArticle): void;
  /** What a person does: selects the words in the page, and the selection is read back and marked. */
  create(mark: ReaderMark): void;
  /** Whether a mark stands in the page, drawn over its own words. */
  shows(mark: ReaderMark): boolean;
}

/** Selects a mark's words in its paragraph, whose text begins at `origin`; returns the selection. */
function selectWords(paragraph: Element, mark: ReaderMark, origin: number): Range {
  const { start, end } = mark.spans[0]!;
  const from = pointIn(paragraph, start - origin);
  const to = pointIn(paragraph, end - origin);
  const selection = window.getSelection()!;
  selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  return selection.getRangeAt(0);
}

function pointIn(paragraph: Element, offset: number): { node: Node; offset: number } {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let left = offset;
  for (let node = walker.nextNode() as Text; ; node = walker.nextNode() as Text) {
    if (left <= node.data.length) return { node, offset: left };
    left -= node.data.length;
  }
}

function lengthBefore(paragraph: Element, node: Node, offset: number): number {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let length = 0;
  for (let text = walker.nextNode() as Text; text !== node; text = walker.nextNode() as Text) {
    length += text.data.length;
  }
  return length + offset;
}

/** The baseline: plain paragraphs, overlapping marks flattened to one span each run. */
export function plainSpans(): Subject {
  let root: HTMLElement;
  let article: BenchArticle;
  let byBlock: ReaderMark[][];
  const blockOf = (mark: ReaderMark) => blockIndexAt(article.blocks, mark.spans[0]!.start);
  const html = (index: number): string => {
    const block = article.blocks[index]!;
    const spans = byBlock[index]!.map(({ id, kind, spans: [span] }) => ({ id, kind, ...span! }));
    const cuts = [...new Set([block.start, block.end, ...spans.flatMap((s) => [s.start, s.end])])];
    cuts.sort((a, b) => a - b);
    return cuts
      .slice(0, -1)
      .map((start, n) => {
        const words = article.text.slice(start, cuts[n + 1]);
        const over = spans.filter((s) => s.start <= start && s.end >= cuts[n + 1]!);
        if (over.length === 0) return words;
        const names = over.map((s) => `tint-${s.kind} ${s.id}`).join(' ');
        return `<span class="mark ${names}">${words}</span>`;
      })
      .join('');
  };
  return {
    mount(element, given) {
      root = element;
      article = given;
      byBlock = article.blocks.map(() => []);
      for (const mark of article.marks) byBlock[blockOf(mark)]!.push(mark);
      root.innerHTML = article.blocks.map((_, index) => `<p>${html(index)}</p>`).join('');
    },
    create(mark) {
      const index = blockOf(mark);
      const paragraph = root.children[index]!;
      const origin = article.blocks[index]!.start;
      const range = selectWords(paragraph, mark, origin);
      const start = origin + lengthBefore(paragraph, range.startContainer, range.startOffset);
      const end = origin + lengthBefore(paragraph, range.endContainer, range.endOffset);
      byBlock[index]!.push({ ...mark, spans: [{ ...mark.spans[0]!, start, end }] });
      paragraph.innerHTML = html(index);
    },
    shows: (mark) => root.children[blockOf(mark)]!.querySelector(`.${mark.id}`) !== null,
  };
}

/** Stet's reader as the workbench mounts it. */
export function stetReader(): Subject {
  let reader: Reader;
  return {
    mount(root, { blocks, text, marks }) {
      root.className = 'reader';
      reader = new Reader(root, { blocks, text, marks, label: 'Article' });
    },
    create(mark) {
      const block = reader.blocks[reader.blockIndexAt(mark.spans[0]!.start)]!;
      const range = selectWords(reader.view.dom.children[block.ordinal]!, mark, block.start);
      const start = offsetOf(reader.view.posAtDOM(range.startContainer, range.startOffset));
      const end = offsetOf(reader.view.posAtDOM(range.endContainer, range.endOffset));
      reader.change([{ ...mark, spans: [{ ...mark.spans[0]!, start, end }] }]);
    },
    shows(mark) {
      const block = reader.view.dom.children[reader.blockIndexAt(mark.spans[0]!.start)]!;
      return block.querySelector(`[data-marks~="${mark.id}"]`) !== null;
    },
  };
}
