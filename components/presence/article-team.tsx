'use client';

import { useLayoutEffect, useRef, useState } from 'react';
import type { Presence } from '@/corpus/people/presence';
import type { Span } from '@/corpus/spans/span';
import { ProjectStrip } from '../project/project-strip';
import { useShortcuts } from '../desk/shortcuts';
import type { Reader } from '../editor/reader';
import { OverrideList } from './override-list';
import styles from './presence.module.css';
import { useHere } from './use-here';

interface ArticleTeamProps {
  readonly articleId: string;
  readonly reader: Reader;
  readonly selection: Span;
  /** The annotation whose check is open. */
  readonly openId: string | null;
  /** Grows whenever lines may have moved. */
  readonly layoutVersion: number;
}

/** Who else is on the article and where, and what was signed on it against the rules. */
export function ArticleTeam(props: ArticleTeamProps) {
  const { articleId, reader, selection, openId, layoutVersion } = props;
  const here = useHere(articleId, reader.blockIndexAt(selection.start), openId);
  const [at, setAt] = useState(0);
  const go = ({ block }: Presence) => {
    const found = block === null ? undefined : reader.blocks[block];
    if (found === undefined) return;
    reader.select({ start: found.start, end: found.start });
    reader.revealOffset(found.start);
  };
  const next = () => {
    const wanted = here[at % Math.max(1, here.length)];
    if (wanted === undefined) return;
    setAt(at + 1);
    go(wanted);
  };
  useShortcuts([
    { keys: 'Shift+W', name: 'Go to where somebody else is', group: 'Article', run: next },
  ]);
  return (
    <>
      <ProjectStrip articleId={articleId} openId={openId} />
      <OverrideList articleId={articleId} />
      {here.length > 0 && (
        <ul className={styles.here} aria-label="Also here" data-testid="here">
          {here.map((presence) => (
            <li key={presence.windowId}>
              <button type="button" className={styles.name} onClick={() => go(presence)}>
                {presence.person.name}
                {presence.block !== null && (
                  <span className={styles.place}>, block {presence.block + 1}</span>
                )}
              </button>
            </li>
          ))}
        </ul>
      )}
      <BlockFlags reader={reader} here={here} layoutVersion={layoutVersion} />
    </>
  );
}

interface BlockFlagsProps {
  readonly reader: Reader;
  readonly here: readonly Presence[];
  readonly layoutVersion: number;
}

/** The names of others beside the block that each is in. */
function BlockFlags({ reader, here, layoutVersion }: BlockFlagsProps) {
  const origin = useRef<HTMLDivElement>(null);
  const [tops, setTops] = useState<ReadonlyMap<number, number>>(new Map());
  useLayoutEffect(() => {
    const from = origin.current?.getBoundingClientRect().top ?? 0;
    const visible = new Set(reader.visibleBlocks);
    const placed = new Map<number, number>();
    for (const { block } of here) {
      const found = block === null ? undefined : reader.blocks[block];
      if (block === null || found === undefined || !visible.has(block)) continue;
      const top = reader.topAt(found.start);
      if (top !== null) placed.set(block, top - from);
    }
    setTops(placed);
  }, [reader, here, layoutVersion]);
  return (
    <div className={styles.origin} ref={origin} aria-hidden>
      {[...tops].map(([block, top]) => (
        <span key={block} className={styles.flag} style={{ top }} data-testid="presence-flag">
          {here
            .filter((presence) => presence.block === block)
            .map(({ person }) => person.name.split(' ')[0])
            .join(', ')}
        </span>
      ))}
    </div>
  );
}
