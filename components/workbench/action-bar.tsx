'use client';

import type { MouseEvent } from 'react';
import { KINDS, PARTS } from '@/corpus/annotation/model';
import type { ReadingAnnotation } from '@/corpus/annotation/reading';
import { KIND_LABELS, PART_LABELS } from '@/corpus/vocabulary';
import { Button } from '../ui/button';
import { Kbd } from '../ui/tag';
import { KIND_KEYS, PART_KEYS, type WorkbenchActions } from './use-workbench-keys';
import styles from './workbench.module.css';

interface ActionBarProps {
  readonly actions: WorkbenchActions;
  readonly active: ReadingAnnotation | undefined;
  readonly hasSelection: boolean;
}

/** Keeps the selection in the article while a button is pressed. */
const keepSelection = (event: MouseEvent) => event.preventDefault();

/** What can be done with the selection or the active mark: for the mouse and for touch. */
export function ActionBar({ actions, active, hasSelection }: ActionBarProps) {
  const partsOffered = hasSelection && active?.kind === 'attribution';
  return (
    <div className={styles.actions} role="toolbar" aria-label="Mark" onMouseDown={keepSelection}>
      {KINDS.map((kind) => (
        <Button key={kind} onClick={() => void actions.tag(kind)}>
          {KIND_LABELS[kind]} <Kbd>{KIND_KEYS[kind]}</Kbd>
        </Button>
      ))}
      {partsOffered &&
        PARTS.map((part) => (
          <Button key={part} look="quiet" onClick={() => void actions.setPart(part)}>
            {PART_LABELS[part]} <Kbd>⇧{PART_KEYS[part]}</Kbd>
          </Button>
        ))}
      {active !== undefined && !hasSelection && (
        <EdgeButtons actions={actions} suggested={active.origin === 'suggestion'} />
      )}
    </div>
  );
}

interface EdgeButtonsProps {
  readonly actions: WorkbenchActions;
  /** A suggestion has no check to open yet, and is rejected, not removed. */
  readonly suggested: boolean;
}

function EdgeButtons({ actions, suggested }: EdgeButtonsProps) {
  return (
    <>
      {!suggested && (
        <Button look="quiet" onClick={() => actions.open()}>
          Open <Kbd>↵</Kbd>
        </Button>
      )}
      <span className={styles.edges}>
        <Button
          look="quiet"
          aria-label="Start back a word"
          onClick={() => void actions.edge('start', -1, 'word')}
        >
          ⟨←
        </Button>
        <Button
          look="quiet"
          aria-label="Start on a word"
          onClick={() => void actions.edge('start', 1, 'word')}
        >
          ⟨→
        </Button>
        <Button
          look="quiet"
          aria-label="End back a word"
          onClick={() => void actions.edge('end', -1, 'word')}
        >
          ←⟩
        </Button>
        <Button
          look="quiet"
          aria-label="End on a word"
          onClick={() => void actions.edge('end', 1, 'word')}
        >
          →⟩
        </Button>
      </span>
      {!suggested && (
        <Button look="quiet" onClick={() => void actions.remove()}>
          Remove <Kbd>Del</Kbd>
        </Button>
      )}
    </>
  );
}
