import Link from 'next/link';
import styles from './collection-tabs.module.css';

interface CollectionTabsProps {
  /** The page's address without its query. */
  readonly path: string;
  readonly collections: readonly { readonly id: string; readonly name: string }[];
  readonly currentId: string | undefined;
}

/** The way from one collection's page to another's; nothing where there is one collection. */
export function CollectionTabs({ path, collections, currentId }: CollectionTabsProps) {
  if (collections.length < 2) return null;
  return (
    <nav className={styles.collections} aria-label="Collections">
      {collections.map(({ id, name }) => (
        <Link
          key={id}
          prefetch={false}
          href={`${path}?collection=${id}`}
          aria-current={id === currentId ? 'page' : undefined}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
