'use client';

import { useEffect, useRef, useState, type MouseEvent } from 'react';
import { coverageWords, mapRuns, nextUncovered, type CoveredSentence } from '@/corpus/coverage/coverage'; // prettier-ignore
import { useDesk } from '../desk/desk-context';
import { useShortcuts } from '../desk/shortcuts';
import type { Reader } from '../editor/reader';
import { COVERAGE_LABELS, placeIn } from './coverage-words';
import { coveringOf, sentencesAt } from './covering';
import styles from './coverage.module.css';
import { useCoverage } from './use-coverage';

interface CoverageMapProps {
  readonly articleId: string;
  readonly reader: Reader;
  readonly announce: (sentence: string) => void;
}

const SHOWN_KEY = 'stet-coverage-map';
/** More runs than there are lines on a screen show nothing more. */
const MOST_RUNS = 240;

/** The map beside the text, and the keys that go from sentence to sentence without cover. */
export function CoverageMap({ articleId, reader, announce }: CoverageMapProps) {
  const { run, say } = useDesk();
  const { coverage, show } = useCoverage(articleId);
  const [isShown, setShown] = useState(() => localStorage.getItem(SHOWN_KEY) !== 'off');
  useRevealPlace(reader);
  const goTo = ({ start }: Pick<CoveredSentence, 'start'>) => {
    reader.revealOffset(start);
    reader.select({ start, end: start });
    reader.view.focus();
  };
  const next = (from = coverage, offset = reader.selection.start) => {
    if (from === null) return;
    const found = nextUncovered(from.sentences, offset);
    if (found === null) say('Every sentence is covered.');
    else {
      goTo(found);
      announce(`${COVERAGE_LABELS[found.state]}: ${reader.text.slice(found.start, found.end)}`);
    }
  };
  const cover = () => {
    if (coverage === null) return;
    const isCaret = reader.selection.start === reader.selection.end;
    const chosen = sentencesAt(coverage.sentences, reader.selection);
    const covering = coveringOf(coverage, chosen);
    if (covering === null) {
      say(chosen.length === 0 ? 'Put the caret into a sentence of the article.' : 'This sentence is covered by a mark.'); // prettier-ignore
      return;
    }
    show(covering.coverage);
    announce(covering.sentence);
    void run(...covering.steps).then((outcome) => !outcome.ok && show(coverage));
    if (!covering.isTakenBack && isCaret) next(covering.coverage);
  };
  const toggle = () => {
    localStorage.setItem(SHOWN_KEY, isShown ? 'off' : 'on');
    setShown(!isShown);
  };
  const group = 'Coverage';
  useShortcuts([
    { keys: 'u', name: 'Next sentence without cover', group, run: () => next() },
    { keys: '0', name: 'Nothing to check in this sentence', group, run: cover },
    { keys: 'm', name: 'Show or hide the map', group, run: toggle },
    { keys: 'g f', name: 'The article as a whole: sign-off', group, run: () => location.assign(`/articles/${articleId}/sign-off`) }, // prettier-ignore
  ]);
  if (coverage === null || !isShown) return null;
  return <MapStrip sentences={coverage.sentences} name={coverageWords(coverage.counts)} articleId={articleId} onGo={goTo} />; // prettier-ignore
}

interface MapStripProps {
  readonly sentences: readonly CoveredSentence[];
  readonly name: string;
  readonly articleId: string;
  readonly onGo: (place: { readonly start: number }) => void;
}

/** The states of the text from top to bottom; what lacks cover is wider, so that colour is not all. */
function MapStrip({ sentences, name, articleId, onGo }: MapStripProps) {
  const runs = mapRuns(sentences, MOST_RUNS);
  const press = (event: MouseEvent<SVGSVGElement>) => {
    const { top, height } = event.currentTarget.getBoundingClientRect();
    const share = (event.clientY - top) / height;
    const run = runs.find(({ to }) => share <= to);
    if (run !== undefined) onGo(run);
  };
  return (
    <>
      <svg
        className={styles.map}
        viewBox="0 0 10 1000"
        preserveAspectRatio="none"
        role="img"
        aria-label={`Map of the article: ${name}`}
        onClick={press}
      >
        {runs.map(
          ({ start, state, from, to }) =>
          <rect key={start} data-state={state} x={state === 'uncovered' ? 0 : state === 'marked' ? 3 : 6} width={10} y={from * 1000} height={(to - from) * 1000} />, // prettier-ignore
        )}
      </svg>
      <a className={styles.figure} href={`/articles/${articleId}/sign-off`}>
        {name}
      </a>
    </>
  );
}

/** Scrolls to the place that the address names, once. */
function useRevealPlace(reader: Reader): void {
  const done = useRef(false);
  useEffect(() => {
    const offset = placeIn(location.hash);
    if (offset === null || done.current) return;
    done.current = true;
    const start = Math.min(offset, reader.text.length);
    reader.revealOffset(start);
    reader.select({ start, end: start });
  }, [reader]);
}
