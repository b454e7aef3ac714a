import { buttonClass } from '../ui/button';
import styles from './queue.module.css';

/** The views that everybody has, each an address that means the same to whoever opens it. */
export const VIEWS = [
  { keys: 'g m', name: 'Mine', query: 'assignee=me' },
  { keys: 'g w', name: 'Waiting for me to sign', query: 'status=checked&sign=me' },
  { keys: 'g j', name: 'Waiting for my judgement', query: 'status=checking&judge=me' },
  { keys: 'g x', name: 'Disputed', query: 'status=disputed' },
  { keys: 'g o', name: 'Overdue', query: 'due=overdue' },
] as const;

/** `address`: the query string of what is shown now. */
export function WorkViews({ address }: { readonly address: string }) {
  const shown = sortedQuery(address);
  return (
    <nav className={styles.views} aria-label="Views of the desk">
      {VIEWS.map(({ name, query }) => (
        // A full load: the address is the whole state of the view.
        <a
          key={query}
          className={buttonClass('quiet')}
          href={`/queue?${query}`}
          aria-current={sortedQuery(query) === shown ? 'page' : undefined}
        >
          {name}
        </a>
      ))}
    </nav>
  );
}

function sortedQuery(query: string): string {
  const fields = new URLSearchParams(query);
  fields.sort();
  return fields.toString();
}
