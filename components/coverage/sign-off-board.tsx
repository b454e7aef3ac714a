'use client';

import Link from 'next/link';
import { COVERAGE_STATES, coverageWords } from '@/corpus/coverage/coverage';
import { figure } from '@/corpus/wording/numbers';
import { ArticleHeading } from '../article/article-heading';
import { useRefreshOnChange } from '../article/refresh-on-change';
import { useShortcuts } from '../desk/shortcuts';
import { CopyLinks } from './copy-links';
import { CoverageBar } from './coverage-bar';
import { COVERAGE_LABELS } from './coverage-words';
import { LedgerList } from './ledger-list';
import { ObstacleList } from './obstacle-list';
import type { SignOffProps } from './sign-off-props';
import { SignatureNotice } from './signature-notice';
import { TickLists } from './tick-lists';
import styles from './coverage.module.css';
import { moveAlongLines } from './move-along-lines';

/** An article as a whole: who signed it, what stands in the way, its checklists, ledgers and copies. */
export function SignOffBoard(props: SignOffProps) {
  const { articleId, headline, collectionId, gate, ledgers, may } = props;
  const { counts } = gate;
  useRefreshOnChange();
  const group = 'Sign-off';
  useShortcuts([
    { keys: 'j', name: 'Next line', group, run: () => moveAlongLines(1) },
    { keys: 'k', name: 'Line before', group, run: () => moveAlongLines(-1) },
    { keys: 'g f', name: 'Back to the article', group, run: () => location.assign(`/articles/${articleId}`) }, // prettier-ignore
  ]);
  return (
    <div className={styles.page}>
      <header>
        <ArticleHeading articleId={articleId} headline={headline} />
      </header>
      <SignatureNotice
        articleId={articleId}
        revision={gate.revision}
        signatures={gate.signatures}
        isReady={gate.obstacles.length === 0}
        maySign={may.sign}
      />
      <section className={styles.section} aria-labelledby="coverage">
        <h2 id="coverage">{coverageWords(counts)}</h2>
        <CoverageBar counts={counts} />
        <p className={styles.counts}>
          {COVERAGE_STATES.filter((state) => counts[state] > 0).map((state) => (
            <span key={state}>
              {figure(counts[state])} {COVERAGE_LABELS[state]}
            </span>
          ))}
        </p>
      </section>
      <ObstacleList {...props} />
      <TickLists
        articleId={articleId}
        revisionId={gate.revision.id}
        checklists={gate.checklists}
        collectionId={collectionId}
        mayTick={may.tick}
        mayWrite={may.write}
      />
      <LedgerList articleId={articleId} ledgers={ledgers} />
      <section className={styles.section} aria-labelledby="outside">
        <h2 id="outside">People outside</h2>
        <p>
          <Link prefetch={false} href={`/articles/${articleId}/outside`}>
            Ask an expert or a source by link
          </Link>
        </p>
      </section>
      <CopyLinks articleId={articleId} />
    </div>
  );
}
