import Link from 'next/link';
import type { ReactNode } from 'react';
import { EmptyState } from '../ui/tag';
import { DATASETS, DESK } from './every-page';
import { PageShell } from './page-shell';
import styles from './page-shell.module.css';

type Path = keyof typeof DATASETS | keyof typeof DESK;

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Which of the desk's collections a page is about. */
export interface CollectionChoice<Collection extends Named> {
  readonly collections: readonly Collection[];
  /** Undefined on a desk without any, and where the address names none of the desk's. */
  readonly collection: Collection | undefined;
  /** The address says which. */
  readonly isNamed: boolean;
}

interface SectionPageProps<Collection extends Named> {
  readonly path: Path;
  readonly choice: CollectionChoice<Collection>;
  readonly lead: ReactNode;
  /** Not shown where the address names a collection that is not on the desk. */
  readonly children: ReactNode;
}

/** One of the pages about datasets, or about the desk, with the ways to the others. */
export function SectionPage<Collection extends Named>(props: SectionPageProps<Collection>) {
  const { path, choice, children } = props;
  const isUnknown = choice.isNamed && choice.collection === undefined;
  return <Shell {...props}>{isUnknown ? <Unknown path={path} /> : children}</Shell>;
}

interface CollectionPageProps<Collection extends Named> extends Omit<
  SectionPageProps<Collection>,
  'children'
> {
  readonly children: (collection: Collection) => ReactNode;
}

/** The same for a page that is about one collection, with the ways to the other collections. */
export function CollectionPage<Collection extends Named>(props: CollectionPageProps<Collection>) {
  const { path, choice, lead, children } = props;
  const { collection, isNamed } = choice;
  return (
    <Shell {...{ path, choice, lead }} ways={<Collections path={path} choice={choice} />}>
      {collection !== undefined && children(collection)}
      {collection === undefined && isNamed && <Unknown path={path} />}
      {collection === undefined && !isNamed && (
        <EmptyState>
          <p>There is no collection yet: import an article first.</p>
        </EmptyState>
      )}
    </Shell>
  );
}

interface ShellProps extends SectionPageProps<Named> {
  readonly ways?: ReactNode;
}

function Shell({ path, choice, ways, lead, children }: ShellProps) {
  const links = (
    <>
      <Pages path={path} choice={choice} />
      {ways}
    </>
  );
  const look = path in DESK ? 'sections' : 'board';
  return (
    <PageShell {...{ links, lead, look }} title={{ ...DATASETS, ...DESK }[path]}>
      {children}
    </PageShell>
  );
}

interface WaysProps {
  readonly path: Path;
  readonly choice: CollectionChoice<Named>;
}

/** From one page of the section to the others, which stay with the collection that the address names. */
function Pages({ path, choice: { collection, isNamed } }: WaysProps) {
  const [name, pages] = path in DESK ? ['Desk', DESK] : ['Datasets', DATASETS];
  const query = isNamed && collection !== undefined ? `?collection=${collection.id}` : '';
  return (
    <nav className={styles.pages} aria-label={name}>
      {Object.entries(pages).map(([href, words]) => (
        <WayTo
          key={href}
          href={`${href}${query}`}
          aria-current={path === href ? 'page' : undefined}
        >
          {words}
        </WayTo>
      ))}
    </nav>
  );
}

/** From one collection's page to another's; nothing where there is one collection. */
function Collections({ path, choice: { collections, collection } }: WaysProps) {
  if (collections.length < 2) return null;
  return (
    <nav className={styles.collections} aria-label="Collections">
      {collections.map(({ id, name }) => (
        <WayTo
          key={id}
          href={`${path}?collection=${id}`}
          aria-current={id === collection?.id ? 'page' : undefined}
        >
          {name}
        </WayTo>
      ))}
    </nav>
  );
}

interface WayToProps {
  readonly href: string;
  readonly 'aria-current': 'page' | undefined;
  readonly children: ReactNode;
}

/** A page that asks before it is left is loaded whole, so that the browser asks on the way back too. */
function WayTo({ href, ...rest }: WayToProps) {
  if (href.startsWith('/datasets/datasheet')) return <a href={href} {...rest} />;
  return <Link prefetch={false} href={href} {...rest} />;
}

function Unknown({ path }: { readonly path: Path }) {
  return (
    <EmptyState>
      <p>
        The address names a collection that is not on this desk. Perhaps a part of the address is
        missing.
      </p>
      <Link prefetch={false} href={path}>
        Open the page without it
      </Link>
    </EmptyState>
  );
}
