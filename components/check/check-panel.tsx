'use client';

import { X } from 'lucide-react';
import Link from 'next/link';
import type { PersonName } from '@/corpus/annotation/reading';
import type { CheckDetail } from '@/corpus/verification/check-detail';
import { KIND_LABELS } from '@/corpus/vocabulary';
import { loadedWhenShown } from '../ui/loaded-when-shown';
import { EvidenceSection } from '../evidence/evidence-section';
import { StatusTag } from '../annotation/status-tag';
import { Button } from '../ui/button';
import { Tag } from '../ui/tag';
import { AboutSection } from './about-section';
import styles from './check.module.css';
import { DecisionSection } from './decision-section';
import { DiscussionSection } from './discussion-section';
import { DispositionSection } from './disposition-section';
import { FindingSection } from './finding-section';
import { HistorySection } from './history-section';
import { JudgingSection } from './judging-section';
import { PeopleSection } from './people-section';
import { StatusSection } from './status-section';
import { figureWords } from '../suggestion/figure-words';
import { useCheck } from './use-check';
import { useCheckKeys } from './use-check-keys';
import { useLock } from './use-lock';

const AnswersSection = loadedWhenShown(
  async () => (await import('./answers-section')).AnswersSection,
);

const ContactSection = loadedWhenShown(
  async () => (await import('./contact-section')).ContactSection,
);

interface CheckPanelProps {
  readonly checkId: string;
  readonly people: readonly PersonName[];
  readonly onClose?: () => void;
  /** Whether the words are shown in their sentence: not where the article stands beside. */
  readonly showContext?: boolean;
}

/** All work on one annotation: what it is, where it stands, what was found and why. */
export function CheckPanel({ checkId, people, onClose, showContext = true }: CheckPanelProps) {
  const load = useCheck(checkId);
  if (load.state === 'loading') return <p className={styles.note}>Opening the check…</p>;
  if (load.state === 'failed') {
    return (
      <div className={styles.note} role="alert">
        <p>{load.sentence}</p>
        <Button onClick={load.retry}>Try again</Button>
      </div>
    );
  }
  return (
    <Panel
      check={load.check}
      stale={load.stale}
      people={people}
      onClose={onClose}
      showContext={showContext}
    />
  );
}

interface PanelProps {
  readonly check: CheckDetail;
  readonly stale: boolean;
  readonly people: readonly PersonName[];
  readonly onClose: (() => void) | undefined;
  readonly showContext: boolean;
}

function Panel({ check, stale, people, onClose, showContext }: PanelProps) {
  const panel = useCheckKeys(check, onClose);
  const lock = useLock(check);
  return (
    <div className={styles.panel} ref={panel}>
      <header className={styles.head}>
        <h2 className={styles.title}>
          <Tag kind={check.annotation.kind}>{KIND_LABELS[check.annotation.kind]}</Tag>
          <StatusTag status={check.status} />
        </h2>
        {onClose !== undefined && (
          <Button look="quiet" aria-label="Close the check" onClick={onClose}>
            <X size={16} aria-hidden />
          </Button>
        )}
      </header>
      {stale && (
        <p className={styles.stale} role="status">
          Changed meanwhile; the desk cannot be reached to show how. Trying again.
        </p>
      )}
      <Words check={check} showContext={showContext} />
      {check.figures.length > 0 && (
        <p className={styles.soft} data-testid="check-figures">
          In figures: {check.figures.map(figureWords).join('; ')}
        </p>
      )}
      {lock.heldBy !== null && (
        <p className={styles.stale} role="status">
          <strong>{lock.heldBy.person.name}</strong> is working on this check. You can read it, and
          write in its discussion.
        </p>
      )}
      <StatusSection check={check} />
      <div
        onFocus={lock.touch}
        onInput={lock.touch}
        onBlur={lock.leave}
        inert={lock.heldBy !== null}
      >
        <FindingSection check={check} />
        <JudgingSection check={check} />
        <EvidenceSection check={check} people={people} />
        <DispositionSection check={check} />
      </div>
      <DecisionSection check={check} />
      <PeopleSection check={check} people={people} />
      <AboutSection annotation={check.annotation} tagSet={check.tagSet} />
      <ContactSection check={check} people={people} />
      <AnswersSection check={check} />
      <DiscussionSection check={check} people={people} />
      <HistorySection check={check} onRemoved={onClose} />
    </div>
  );
}

function Words({ check, showContext }: { check: CheckDetail; showContext: boolean }) {
  const { words, context, headline, annotation } = check;
  return (
    <blockquote className={styles.words} dir="auto" data-testid="check-words">
      {showContext && context.before}
      <mark>{words || 'These words are gone from the current revision.'}</mark>
      {showContext && context.after}
      {showContext && (
        <Link
          className={styles.from}
          href={`/articles/${annotation.articleId}?annotation=${annotation.id}`}
        >
          {headline}
        </Link>
      )}
    </blockquote>
  );
}
