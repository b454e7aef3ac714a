import Link from 'next/link';
import type {
  AnnotationImport,
  BroughtReport,
  BundleImport,
} from '@/corpus/interchange/read/report';
import { counted, figure } from '@/corpus/wording/numbers';
import { Button } from '../ui/button';
import styles from './dataset.module.css';

interface BringInPlanProps {
  readonly report: BroughtReport;
  readonly formats: Readonly<Record<string, string>>;
  readonly isDone: boolean;
  readonly isWorking: boolean;
  readonly onWrite: () => void;
}

/** How many lines of one list are shown. */
const SHOWN = 200;

/** What would come of the files, or came of them, and the press that writes it. */
export function BringInPlan({ report, formats, isDone, isWorking, onWrite }: BringInPlanProps) {
  const name = formats[report.format] ?? 'Stet bundle';
  const isBundle = 'bundle' in report;
  const isEmpty = isBundle
    ? report.bundle.articles + report.bundle.annotations + report.bundle.events === 0
    : report.annotations.added === 0 && report.annotations.articles.every(({ isNew }) => !isNew);
  const isBarred = !isBundle && report.annotations.conflicts.length > 0;
  return (
    <>
      <p>
        <strong>{name}</strong>:{' '}
        {isBundle ? bundleWords(report.bundle) : sumWords(report.annotations)}
      </p>
      {isBundle ? (
        <BundleNotes bundle={report.bundle} />
      ) : (
        <Notes annotations={report.annotations} />
      )}
      {isDone ? (
        <p role="status">
          Brought in. <Link href="/">Articles</Link>
        </p>
      ) : isBarred ? (
        <p className={styles.refusal}>
          Nothing can be brought in while something else is here in its place.
        </p>
      ) : isEmpty ? (
        <p role="status">There is nothing new in it.</p>
      ) : (
        <div>
          <Button look="primary" disabled={isWorking} onClick={onWrite}>
            Bring in
          </Button>
        </div>
      )}
    </>
  );
}

function sumWords({ articles, added, known }: AnnotationImport): string {
  const fresh = articles.filter(({ isNew }) => isNew).length;
  return `${counted(added, 'annotation')} and ${counted(fresh, 'new article')}, in ${counted(articles.length, 'text')}. ${counted(known, 'annotation')} ${known === 1 ? 'is' : 'are'} here already.`;
}

function bundleWords({ articles, annotations, events, known }: BundleImport): string {
  return `${counted(articles, 'new article')} with ${counted(annotations, 'annotation')} and ${counted(events, 'line')} of history. ${counted(known, 'thing')} ${known === 1 ? 'is' : 'are'} here already.`;
}

function BundleNotes({ bundle: { renamed, withheld } }: { readonly bundle: BundleImport }) {
  return (
    <ul className={styles.notes}>
      {renamed.map(({ from, to }) => (
        <li key={from}>
          The collection “<bdi>{from}</bdi>” comes as “<bdi>{to}</bdi>”, because the name is taken.
        </li>
      ))}
      {withheld > 0 && (
        <li>{counted(withheld, 'confidential item')} of evidence stayed on the other desk.</li>
      )}
    </ul>
  );
}

function Notes({ annotations }: { readonly annotations: AnnotationImport }) {
  const { remarks, conflicts, units } = annotations;
  const lines = (outcome: (typeof remarks)[number]['outcome']) =>
    remarks
      .filter((remark) => remark.outcome === outcome)
      .map(({ name, at, message }) => `${name}${at === name ? '' : ` (${at})`}: ${message}`);
  return (
    <>
      <p className={styles.quiet}>{unitWords(units)}</p>
      <Lines title="In the way" lines={conflicts} />
      <Lines title="Left out" lines={lines('refused')} />
      <Lines title="Put right" lines={lines('repaired')} />
    </>
  );
}

function unitWords({ codepoint, utf16 }: AnnotationImport['units']): string {
  const told = [
    ...(codepoint > 0 ? [`code points in ${counted(codepoint, 'text')}`] : []),
    ...(utf16 > 0 ? [`UTF-16 units in ${counted(utf16, 'text')}`] : []),
  ];
  return told.length === 0
    ? 'What the offsets count makes no difference in these texts, or the format has none.'
    : `The offsets count ${told.join(', ')}.`;
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <section className={styles.loss} aria-label={title}>
      <h3>
        {title} <span className={styles.quiet}>{figure(lines.length)}</span>
      </h3>
      {/* A list that scrolls must be reached by keys. */}
      <ul className={styles.losses} tabIndex={0} aria-label={title}>
        {lines.slice(0, SHOWN).map((line, index) => (
          <li key={index} dir="auto">
            {line}
          </li>
        ))}
        {lines.length > SHOWN && (
          <li>and {figure(lines.length - SHOWN)} more: stet import tells all.</li>
        )}
      </ul>
    </section>
  );
}
