import type { ReactNode } from 'react';
import { Button } from '../ui/button';
import styles from './account.module.css';
import { Problem } from './problem';
import { useAsking, type Run } from './use-asking';

interface AskingFormProps {
  /** What its submission does; `run` asks the desk, and shows why it refused. */
  readonly work: (run: Run) => Promise<void>;
  /** What is on the button. */
  readonly verb: ReactNode;
  readonly look?: 'primary' | 'plain';
  /** Whether there is enough in the fields to send. */
  readonly isReady?: boolean;
  /** The fields, and before them what should be read first. */
  readonly children: ReactNode;
}

/** Fields that are sent to the desk with one button. */
export function AskingForm(props: AskingFormProps) {
  const { work, verb, look = 'primary', isReady = true, children } = props;
  const { busy, problem, run, onSubmit } = useAsking();
  return (
    <form className={styles.form} onSubmit={onSubmit(() => work(run))}>
      <Problem sentence={problem} />
      {children}
      <Button type="submit" look={look} disabled={busy || !isReady}>
        {verb}
      </Button>
    </form>
  );
}
