import {
  NO_ATTRIBUTES,
  SHARED_LAYER,
  contentOf,
  type Kind,
  type Part,
  type PartSpan,
} from '@/corpus/annotation/model';
import type { ReadingAnnotation } from '@/corpus/annotation/reading';
import type { Span } from '@/corpus/spans/span';
import { KIND_LABELS, PART_LABELS } from '@/corpus/vocabulary';
import { newId } from '../desk/command-client';
import type { Desk } from '../desk/desk-context';
import { moveEdge } from '../editor/caret-moves';
import type { Reader } from '../editor/reader';
import { attributionSpans } from './attribution-spans';
import { partOf, selectedPieces, spansFor } from './spans-for';
import type { ArticleStore } from './article-store';

/** The promises say when it is done: the code is loaded when it is first needed. */
export interface Tagging {
  /** Marks the selection, or what stands under the caret. */
  tag(kind: Kind): void | Promise<void>;
  /** Makes the selection a part of the active attribution. */
  setPart(part: Part): void | Promise<void>;
  /** Moves an edge of the selection, or of the active annotation's content. */
  edge(which: 'start' | 'end', direction: 1 | -1, unit: 'word' | 'character'): void | Promise<void>;
  remove(): void | Promise<void>;
}

/** What is tagged, and where. */
export interface TaggingField {
  readonly store: ArticleStore;
  readonly reader: () => Reader | null;
  readonly activeId: () => string | null;
  readonly activate: (id: string | null) => void;
  readonly announce: (sentence: string) => void;
}

export interface TaggingInput extends TaggingField, Pick<Desk, 'run' | 'say' | 'me'> {}

const NOTHING_THERE: Readonly<Record<Kind, string>> = {
  claim: 'Put the caret into a sentence, or select some words.',
  quote: 'The caret is in no quotation: select the quoted words.',
  attribution: 'No source is found here: select the words that are attributed.',
};

/** What a reviewer does to marks. Every change shows at once and is saved behind it. */
export function taggingOf(input: TaggingInput): Tagging {
  const { store, reader, activeId, activate, announce, run, say, me } = input;
  const respan = async (annotation: ReadingAnnotation, spans: PartSpan[]): Promise<void> => {
    if (JSON.stringify(spans) === JSON.stringify(annotation.spans)) return;
    const { id, version } = annotation;
    const input = { id, version, spans };
    store.show({
      ...annotation,
      spans,
      version: version + 1,
      origin: 'person',
      suggestion: null,
    });
    // Whoever corrects a suggestion has accepted it.
    const outcome = await run(
      annotation.origin === 'suggestion'
        ? { name: 'acceptSuggestion', input }
        : { name: 'respanAnnotation', input },
    );
    if (!outcome.ok) takeBack({ ...annotation, version: annotation.version - 1 });
  };
  /** After a refusal: somebody may have changed the mark, and that may have been shown already. */
  const takeBack = (annotation: ReadingAnnotation): void => {
    store.show(annotation);
    store.readAgain(annotation.id);
  };
  return {
    tag(kind) {
      const view = reader();
      if (view === null) return;
      const mark = (spans: PartSpan[] | null): void => {
        if (spans === null) say(NOTHING_THERE[kind]);
        else void create(kind, spans);
      };
      mark(kind === 'attribution' ? attributionSpans(view) : spansFor(kind, view));
    },
    setPart(part) {
      const view = reader();
      const annotation = store.get(activeId());
      if (view === null || annotation?.kind !== 'attribution') {
        say('First choose an attribution, then select the words of its part.');
        return;
      }
      const pieces = selectedPieces(view);
      if (pieces.length === 0) {
        say(`Select the words of the ${PART_LABELS[part].toLowerCase()} first.`);
        return;
      }
      const others = annotation.spans.filter((span) => span.part !== part);
      void respan(annotation, [...others, ...partOf(part, pieces)]);
      announce(`${PART_LABELS[part]} set.`);
    },
    edge(which, direction, unit) {
      const view = reader();
      if (view === null) return;
      const { selection } = view;
      if (selection.start < selection.end) {
        const whole = { start: 0, end: view.text.length };
        const moved = moveEdge(view.text, selection, which, direction, unit, whole);
        view.select(moved, which === 'start');
        announce(edgeWords('The selection', view.text, which, moved));
        return;
      }
      const annotation = store.get(activeId());
      if (annotation === undefined) {
        announce('First choose a mark, or select some words.');
        return;
      }
      const spans = edged(view, annotation, which, direction, unit);
      const content = contentOf(spans);
      const moved = { start: content[0]!.start, end: content.at(-1)!.end };
      announce(edgeWords(KIND_LABELS[annotation.kind], view.text, which, moved));
      void respan(annotation, spans);
    },
    remove() {
      const annotation = store.get(activeId());
      if (annotation === undefined) return;
      const { id, version, origin } = annotation;
      store.hide(id);
      activate(null);
      announce(`${KIND_LABELS[annotation.kind]} removed.`);
      const name = origin === 'suggestion' ? 'rejectSuggestion' : 'removeAnnotation';
      void run({ name, input: { id, version } }).then((outcome) => {
        if (!outcome.ok) takeBack(annotation);
      });
    },
  };

  async function create(kind: Kind, spans: PartSpan[]): Promise<void> {
    const id = newId();
    const { article, revision } = store.reading;
    const annotation: ReadingAnnotation = {
      ...NO_ATTRIBUTES,
      id,
      kind,
      layer: SHARED_LAYER,
      origin: 'person',
      spans,
      version: 1,
      removed: false,
      createdBy: me.id,
      check: null,
      suggestion: null,
    };
    store.show(annotation);
    activate(id);
    announce(`Marked as ${KIND_LABELS[kind].toLowerCase()}.`);
    const input = { id, articleId: article.id, revisionId: revision.id, kind, spans };
    const outcome = await run({ name: 'createAnnotation', input });
    if (!outcome.ok) store.hide(id);
  }
}

/** How many words at a moved edge are told. */
const TOLD_WORDS = 5;

/** Where the moved edge stands now, as a screen reader should say it. */
function edgeWords(
  what: string,
  text: string,
  which: 'start' | 'end',
  { start, end }: Span,
): string {
  const words = text.slice(start, end).trim().split(/\s+/);
  if (which === 'start') return `${what} begins with “${words.slice(0, TOLD_WORDS).join(' ')}”`;
  return `${what} ends with “${words.slice(-TOLD_WORDS).join(' ')}”`;
}

/** The annotation's spans with one edge of its content moved, inside its block. */
function edged(
  view: Reader,
  annotation: ReadingAnnotation,
  which: 'start' | 'end',
  direction: 1 | -1,
  unit: 'word' | 'character',
): PartSpan[] {
  const content = annotation.spans.filter((span) => span.part === 'content');
  const pieces = content.toSorted((a, b) => a.start - b.start);
  const edge = which === 'start' ? pieces[0] : pieces.at(-1);
  return annotation.spans.map((span) => {
    if (span !== edge) return span;
    const block = view.blocks[view.blockIndexAt(span.start)]!;
    return { ...span, ...moveEdge(view.text, span, which, direction, unit, block) };
  });
}
