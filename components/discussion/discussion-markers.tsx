import { useLayoutEffect, useRef, useState } from 'react';
import type { Discussion } from '@/corpus/annotation/discussion';
import type { Reader } from '../editor/reader';
import { SpeechIcon } from '../ui/icons';
import styles from './discussion.module.css';

/** The height of a marker with the gap below it, in pixels. */
const STEP = 26;

interface DiscussionMarkersProps {
  readonly reader: Reader;
  readonly discussions: readonly Discussion[];
  /** Grows whenever lines may have moved. */
  readonly layoutVersion: number;
  readonly onOpen: (discussion: Discussion) => void;
}

/** A button beside the line of each discussion whose words are in view. */
export function DiscussionMarkers(props: DiscussionMarkersProps) {
  const { reader, discussions, layoutVersion, onOpen } = props;
  const column = useRef<HTMLDivElement>(null);
  const [tops, setTops] = useState<ReadonlyMap<string, number>>(new Map());
  useLayoutEffect(() => {
    const origin = column.current?.getBoundingClientRect().top ?? 0;
    const visible = new Set(reader.visibleBlocks);
    const placed = new Map<string, number>();
    let free = -Infinity;
    for (const { id, spans } of discussions) {
      const start = spans[0]?.start;
      if (start === undefined || !visible.has(reader.blockIndexAt(start))) continue;
      const line = reader.topAt(start);
      if (line === null) continue;
      const top = Math.max(line - origin, free);
      free = top + STEP;
      placed.set(id, top);
    }
    setTops(placed);
  }, [reader, discussions, layoutVersion]);
  return (
    <div className={styles.markers} ref={column}>
      {discussions.map((discussion) => {
        const { id, resolved, messages, words } = discussion;
        const top = tops.get(id);
        if (top === undefined) return null;
        return (
          <button
            key={id}
            type="button"
            className={styles.marker}
            data-resolved={resolved}
            style={{ top }}
            title={messages[0]?.body}
            aria-label={`${resolved ? 'Resolved discussion' : 'Discussion'} of “${words}”`}
            onClick={() => onOpen(discussion)}
          >
            <SpeechIcon size={14} />
            {messages.length > 1 && <span>{messages.length}</span>}
          </button>
        );
      })}
    </div>
  );
}
