import Link from 'next/link';
import { LEDGER_WORDS } from '@/corpus/ledgers/ledgers';
import type { ShownEntry, ShownLedger } from '@/corpus/coverage/shown';
import { figure } from '@/corpus/wording/numbers';
import { Tag } from '../ui/tag';
import styles from './coverage.module.css';
import { placeAddress } from './coverage-words';

const LONGEST = 90;

interface LedgerListProps {
  readonly articleId: string;
  readonly ledgers: readonly ShownLedger[];
}

/** What the rules noticed about the article: a list to look through, which decides nothing. */
export function LedgerList({ articleId, ledgers }: LedgerListProps) {
  return (
    <section className={styles.section} aria-labelledby="ledgers">
      <h2 id="ledgers">Ledgers</h2>
      <p className={styles.quiet}>
        Noticed by rules that keep quiet where a case is doubtful. They decide nothing.
      </p>
      {ledgers.map(({ name, count, listed }) => {
        const [title, empty] = LEDGER_WORDS[name];
        return (
          <div key={name} className={styles.section}>
            <h3>
              {title}
              {count > 0 && `: ${figure(count)}`}
              {count > listed.length && `, the first ${figure(listed.length)} of them`}
            </h3>
            {count === 0 ? (
              <p className={styles.quiet}>{empty}</p>
            ) : (
              <ul className={styles.lines}>
                {listed.map((entry) => (
                  <Entry
                    key={`${entry.start} ${entry.sentence}`}
                    articleId={articleId}
                    entry={entry}
                  />
                ))}
              </ul>
            )}
          </div>
        );
      })}
    </section>
  );
}

function Entry({ articleId, entry }: { readonly articleId: string; readonly entry: ShownEntry }) {
  const { start, words, sentence, asks, annotationId } = entry;
  const address = annotationId === null ? placeAddress(articleId, start) : `/articles/${articleId}?annotation=${annotationId}`;
  return (
    <li>
      <p dir="auto">{sentence}</p>
      <Link data-line prefetch={false} href={address} className={styles.serif} dir="auto">
        {words.length <= LONGEST ? words : `${words.slice(0, LONGEST - 1)}…`}
      </Link>
      {asks && <Tag tone="wait">look at this</Tag>}
    </li>
  );
} // prettier-ignore
