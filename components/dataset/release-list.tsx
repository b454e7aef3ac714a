import { Download } from 'lucide-react';
import Link from 'next/link';
import { changesWords, figureWords } from '@/corpus/release/card';
import type { ReleaseManifest } from '@/corpus/release/model';
import { figure } from '@/corpus/wording/numbers';
import { dayWords } from '@/corpus/wording/dates';
import { buttonClass } from '../ui/button';
import { Fingerprint } from '../ui/fingerprint';
import { EmptyState } from '../ui/tag';
import styles from './dataset.module.css';

interface Release extends Omit<ReleaseManifest, 'files'> {
  readonly id: string;
  readonly person: string;
  readonly sha256: string;
  readonly bytes: number;
}

interface ReleaseListProps {
  readonly releases: readonly Release[];
  /** The last one shown, where there are older ones. */
  readonly older: string | null;
}

/** The desk's releases, the newest first. */
export function ReleaseList({ releases, older }: ReleaseListProps) {
  if (releases.length === 0) {
    return (
      <EmptyState>
        <p>Nothing has been released yet.</p>
      </EmptyState>
    );
  }
  return (
    <section className={styles.form} aria-label="Releases">
      {releases.map((release) => (
        <OneRelease key={release.id} release={release} />
      ))}
      {older !== null && (
        <Link prefetch={false} href={`/datasets/releases?before=${older}`}>
          Older releases
        </Link>
      )}
    </section>
  );
}

function OneRelease({ release }: { readonly release: Release }) {
  const { id, collection, version, date, person, licence, counts, withheld, agreement } = release;
  const kept = withheld.evidence + withheld.annotations + withheld.notes;
  return (
    <article className={styles.section} aria-labelledby={`release-${id}`}>
      <h2 id={`release-${id}`}>
        <bdi>{collection}</bdi>, version {version}
      </h2>
      <p className={styles.quiet}>
        {dayWords(date)}, by {person}. Licence: {licence}.{' '}
        {release.pseudonyms && 'People have pseudonyms.'}
      </p>
      <p>
        {figure(counts.articles)} articles, {figure(counts.annotations)} annotations,{' '}
        {figure(counts.spans)} spans, {figure(counts.evidence)} citations; {figure(kept)}{' '}
        confidential or telling things kept back.
      </p>
      <p>{changesWords(release.changes)}</p>
      {agreement !== null && (
        <p>
          {agreement.layers.length} layers. Spans that overlap, F1: {figureWords(agreement.overlap)}
          . Cohen’s κ by word: {figureWords(agreement.kappa)}.
        </p>
      )}
      <Fingerprint of="the file" sha256={release.sha256} />
      <div>
        <a className={buttonClass()} href={`/api/releases/${id}`} download>
          <Download size={15} aria-hidden />
          Download {collection} {version} ({(release.bytes / 1e6).toFixed(1)} MB)
        </a>
      </div>
    </article>
  );
}
