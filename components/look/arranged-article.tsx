import { TriangleAlert } from 'lucide-react';
import type { BlockRole } from '@/corpus/document/block';
import type { ArrangedRange } from '@/corpus/ingest/arrangement';
import type { LookedAtArticle } from '@/corpus/ingest/look';
import { counted } from '@/corpus/wording/numbers';
import { dayWords } from '@/corpus/wording/dates';
import { BlockRow } from '../original/block-row';
import blocksOf from '../original/original.module.css';
import { Button } from '../ui/button';
import styles from './look.module.css';

/** One article as it stands in the arrangement. */
export interface ArrangedView extends ArrangedRange {
  readonly headline: string;
  /** What was read of it; null for one that a person cut off. */
  readonly article: LookedAtArticle | null;
  readonly blocks: LookedAtArticle['blocks'];
}

interface ArrangedArticleProps {
  readonly view: ArrangedView;
  readonly place: { readonly at: number; readonly of: number };
  readonly onRole: (block: number, role: BlockRole) => void;
  readonly onSplit: (block: number) => void;
  readonly onJoin: () => void;
  readonly onDrop: () => void;
}

/** An article that will be stored, or is left out, with its blocks. */
export function ArrangedArticle(props: ArrangedArticleProps) {
  const { view, place, onRole, onSplit, onJoin, onDrop } = props;
  const { start, blocks, headline, isDropped } = view;
  const id = `looked-at-${start}`;
  return (
    <section aria-labelledby={id} className={styles.article} data-article={start}>
      <div className={styles.head}>
        <div>
          <h3 id={id} className={styles.headline} dir="auto" data-dropped={isDropped}>
            {headline}
          </h3>
          <p className={styles.quiet}>
            Article {place.at} of {place.of} · {counted(blocks.length, 'block')}
            <Facts article={view.article} />
          </p>
        </div>
        <div className={styles.row}>
          {place.at > 1 && !isDropped && <Button onClick={onJoin}>Join with the one above</Button>}
          <Button data-drop="" onClick={onDrop}>
            {isDropped ? 'Take in again' : 'Leave out'}
            <span className="visually-hidden"> “{headline}”</span>
          </Button>
        </div>
      </div>
      {isDropped && <p className={styles.left}>Left out: it is not stored.</p>}
      {!isDropped &&
        view.article?.warnings.map((warning) => (
          <p key={warning} className={styles.warning} dir="auto">
            <TriangleAlert size={14} aria-label="Warning" /> {warning}
          </p>
        ))}
      {!isDropped && (
        <ol className={blocksOf.blocks}>
          {blocks.map((block, at) => (
            <BlockRow
              key={start + at}
              index={start + at}
              block={block}
              onRole={onRole}
              onSplit={at > 0 ? onSplit : undefined}
            />
          ))}
        </ol>
      )}
    </section>
  );
}

function Facts({ article }: { readonly article: LookedAtArticle | null }) {
  if (article === null) return null;
  const { byline, places, agency, date } = article;
  const facts = [byline, places.join(', '), agency, date === null ? null : dayWords(date)];
  return facts.filter(Boolean).map((fact) => (
    <span key={fact}>
      {' · '}
      <bdi>{fact}</bdi>
    </span>
  ));
}
