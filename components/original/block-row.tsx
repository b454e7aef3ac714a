import { memo, type ReactNode } from 'react';
import type { BlockRole, Formatting } from '@/corpus/document/block';
import { ROLE_LABELS } from '@/corpus/vocabulary';
import { FormattedText } from '../article/formatted-text';
import { Button } from '../ui/button';
import styles from './original.module.css';

interface BlockRowProps {
  /** Which block it is, from 0; the keys find it by this. */
  readonly index: number;
  readonly block: {
    readonly role: BlockRole;
    readonly text: string;
    readonly formatting?: readonly Formatting[] | undefined;
  };
  readonly onRole: (index: number, role: BlockRole) => void;
  /** Absent where the article cannot be cut before the block. */
  readonly onSplit?: ((index: number) => void) | undefined;
  /** The words of a mark that runs over the place before it. */
  readonly across?: string | null;
  /** What stands below its words. */
  readonly children?: ReactNode;
}

/** A block with its role, which can be set, and the place before it, where it can be cut. */
export const BlockRow = memo(function BlockRow(props: BlockRowProps) {
  const { index, block, onRole, onSplit, across = null, children } = props;
  const { role, text, formatting } = block;
  return (
    <li data-role={role} data-block={index}>
      <div className={styles.tools}>
        <select
          value={role}
          aria-label={`Role of block ${index + 1}`}
          onChange={(event) => onRole(index, event.target.value as BlockRole)}
        >
          {Object.entries(ROLE_LABELS).map(([name, label]) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
        {onSplit !== undefined && across === null && (
          <Button look="quiet" className={styles.split ?? ''} onClick={() => onSplit(index)}>
            Split here<span className="visually-hidden">, before block {index + 1}</span>
          </Button>
        )}
        {across !== null && (
          <span className={styles.across} title={across}>
            A mark runs over this place
          </span>
        )}
      </div>
      <div>
        <p dir="auto">
          <FormattedText text={text} formatting={formatting} />
        </p>
        {children}
      </div>
    </li>
  );
});
