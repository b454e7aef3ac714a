'use client';

import { useState } from 'react';
import { listMeanings, type TagMeaning } from '@/corpus/project/tag-set';
import type { ArticleProject } from '@/corpus/project/work';
import { KIND_LABELS } from '@/corpus/vocabulary';
import { counted, figure } from '@/corpus/wording/numbers';
import { AboutSection } from '../check/about-section';
import { useDesk } from '../desk/desk-context';
import { useShortcuts } from '../desk/shortcuts';
import { Button } from '../ui/button';
import { GuideText } from './guide-text';
import styles from './project.module.css';
import { useProject, useUncheckedMark } from './use-project';
import { useTime } from './use-time';
import { FEEDBACK_LABELS, timeWords } from './words';

interface ProjectStripProps {
  readonly articleId: string;
  /** The annotation that is opened. */
  readonly openId: string | null;
}

/** What the article's project asks of the reader: to mark and submit it, and the guide beside it. */
export function ProjectStrip({ articleId, openId }: ProjectStripProps) {
  const project = useProject(articleId);
  const mark = useUncheckedMark(articleId, openId);
  const [showsGuide, setShowsGuide] = useState(false);
  const open = project?.assignment?.submittedAt === null ? project.assignment : null;
  useTime(open?.id ?? null);
  const guide = project?.guide ?? null;
  const meanings = project === null ? [] : listMeanings(project.tagSet);
  const hasHelp = guide !== null || meanings.length > 0;
  const title = guide === null ? 'Tag set' : 'Guide';
  const toggle = () => setShowsGuide((now) => !now);
  useShortcuts(
    !hasHelp ? [] : [{ keys: 'Shift+G', name: 'Show or hide the guide', group: 'Article', run: toggle }], // prettier-ignore
  );
  if (project === null) return null;
  return (
    <>
      <section className={styles.strip} aria-label="Project" data-testid="project-strip">
        <p>{standing(project)}</p>
        {hasHelp && (
          <Button look="quiet" aria-expanded={showsGuide} onClick={toggle}>
            {guide === null ? title : `${title}, version ${guide.number}`}
          </Button>
        )}
        {open !== null && <OwnLayer assignment={open} />}
        {project.feedback !== null && <Comparison feedback={project.feedback} />}
      </section>
      {showsGuide && hasHelp && (
        <aside className={styles.beside} aria-label={title}>
          <header>
            <h2>{title}</h2>
            <Button look="quiet" onClick={toggle}>
              Close
            </Button>
          </header>
          {guide !== null && <GuideText blocks={guide.blocks} />}
          {meanings.length > 0 && <Meanings meanings={meanings} />}
        </aside>
      )}
      {mark !== null && !showsGuide && (
        <aside className={styles.beside} aria-label="Mark">
          <AboutSection key={mark.id} annotation={mark} tagSet={project.tagSet} open />
        </aside>
      )}
    </>
  );
}

/** What words of the tag set mean here. */
function Meanings({ meanings }: { readonly meanings: readonly TagMeaning[] }) {
  return (
    <dl className={styles.meanings} aria-label="What the tags mean here">
      {meanings.map(({ label, meaning }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd dir="auto">{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}

/** In a sentence what the project asks of the reader, or how far the article is. */
function standing({ labelling, use, assignment, standing: layers }: ArticleProject): string {
  if (labelling === 'shared') return 'This collection is a project: all mark in one layer.';
  const training = use === 'training' ? ' for training' : '';
  const own =
    assignment === null
      ? 'This article is not handed out to you.'
      : assignment.submittedAt === null
        ? `Handed out to you${training}: mark it in your own layer, which nobody else at work sees.`
        : `You submitted your layer${training}.`;
  const returned = assignment?.returnReason ? ` Given back to you: ${assignment.returnReason}` : '';
  const all = layers === null || layers.handedOut === 0 ? '' : ` ${layers.submitted} of ${counted(layers.handedOut, 'layer')} submitted.`; // prettier-ignore
  return `${own}${returned}${all}`;
}

interface OwnLayerProps {
  readonly assignment: NonNullable<ArticleProject['assignment']>;
}

function OwnLayer({ assignment: { id, version, seconds } }: OwnLayerProps) {
  const { run, say } = useDesk();
  const [asks, setAsks] = useState(false);
  const submit = async () => {
    const outcome = await run({ name: 'submitLayer', input: { id, version } });
    if (!outcome.ok) return;
    // Marks of other layers may be shown from now on.
    window.location.reload();
  };
  const giveBack = async () => {
    const outcome = await run({ name: 'giveBackArticle', input: { id, version } });
    if (outcome.ok) say('The article is given back.');
  };
  if (!asks) {
    return (
      <>
        {seconds >= 30 && <span className={styles.quiet}>{timeWords(seconds)}</span>}
        <Button look="primary" onClick={() => setAsks(true)}>
          Submit…
        </Button>
        <Button look="quiet" onClick={() => void giveBack()}>
          Give back
        </Button>
      </>
    );
  }
  return (
    <>
      <span>Once it is submitted you cannot change your layer.</span>
      <Button look="primary" autoFocus onClick={() => void submit()}>
        Submit my layer
      </Button>
      <Button look="quiet" onClick={() => setAsks(false)}>
        Go on marking
      </Button>
    </>
  );
}

function Comparison({ feedback }: { readonly feedback: NonNullable<ArticleProject['feedback']> }) {
  const same = feedback.filter(({ outcome }) => outcome === 'same').length;
  return (
    <details data-testid="feedback">
      <summary>
        {figure(same)} of {figure(feedback.length)} as in the adjudicated layer
      </summary>
      <ul className={styles.list}>
        {feedback.map(({ kind, outcome, words }, place) => (
          <li key={place}>
            <span>{FEEDBACK_LABELS[outcome]}</span>
            <span className={styles.quiet}>{KIND_LABELS[kind]}</span>
            <q dir="auto">{words}</q>
          </li>
        ))}
      </ul>
    </details>
  );
}
