'use client';

import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ReadingAnnotation } from '@/corpus/annotation/reading';
import type { ProofLines } from '@/corpus/copy/words';
import { FINDING_LABELS, KIND_LABELS, STATUS_LABELS } from '@/corpus/vocabulary';
import { wordsOf } from '../annotation/margin';
import type { Reader } from '../editor/reader';
import styles from './workbench.module.css';

interface ProofProps {
  readonly articleId: string;
  readonly reader: Reader;
  readonly annotations: readonly ReadingAnnotation[];
  /** How often a person asked for the printer; each time it is opened. */
  readonly asked: number;
}

/** While the page is printed: numbers every mark, and says beneath the text what each number is. */
export function Proof({ articleId, reader, annotations, asked }: ProofProps) {
  const [lines, setLines] = useState<ProofLines | 'missing' | null>(null);
  const latest = useRef(annotations);
  useEffect(() => {
    latest.current = annotations;
  });
  useEffect(() => {
    const before = (): void => {
      const read = readLines(articleId);
      reader.setNumbers(new Map(latest.current.map(({ id }, index) => [id, index + 1])));
      flushSync(() => setLines(read));
    };
    const after = (): void => {
      reader.setNumbers(null);
      setLines(null);
    };
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, [reader, articleId]);
  useEffect(() => {
    if (asked > 0) window.print();
  }, [asked]);
  if (lines === null) return null;
  return (
    <>
      {lines === 'missing' && <p>The evidence is not listed: the desk did not answer.</p>}
      <ol className={styles.notes}>
        {annotations.map((annotation) => (
          <li key={annotation.id}>
            <b>{standingOf(annotation)}</b>: {wordsOf(reader.text, annotation)}
            {lines !== 'missing' && lines[annotation.id] !== undefined && (
              <ul>
                {lines[annotation.id]?.map((line, index) => (
                  <li key={index}>{line}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function standingOf({ kind, check }: ReadingAnnotation): string {
  const finding = check?.finding ? `, ${FINDING_LABELS[check.finding].toLowerCase()}` : '';
  return `${KIND_LABELS[kind]}, ${STATUS_LABELS[check?.status ?? 'unchecked'].toLowerCase()}${finding}`;
}

/** Waits for the answer: the browser takes the page as it stands when `beforeprint` has been heard. */
function readLines(articleId: string): ProofLines | 'missing' {
  const request = new XMLHttpRequest();
  request.open('GET', `/api/articles/${articleId}/proof`, false);
  try {
    request.send();
    return request.status === 200 ? (JSON.parse(request.responseText) as ProofLines) : 'missing';
  } catch {
    return 'missing';
  }
}
