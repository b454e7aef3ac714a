import { useLayoutEffect, useMemo, useRef } from 'react';
import { rangesOf, startsOf, type Arrangement } from '@/corpus/ingest/arrangement';
import type { LookedAtArticle } from '@/corpus/ingest/look';
import { counted } from '@/corpus/wording/numbers';
import { useDesk } from '../desk/desk-context';
import { useShortcuts } from '../desk/shortcuts';
import { useBlockKeys } from '../original/use-block-keys';
import { Button } from '../ui/button';
import { Kbd } from '../ui/tag';
import { ArrangedArticle, type ArrangedView } from './arranged-article';
import styles from './look.module.css';
import { useArranging, type Reading } from './use-arranging';

interface LookedAtProps {
  readonly look: Reading;
  readonly onStore: (arrangement: Arrangement) => void;
  readonly onLeave: () => void;
}

/** The articles of a reading: where they are cut, their blocks' roles, and what is left out. */
export function LookedAt({ look, onStore, onLeave }: LookedAtProps) {
  const arranging = useArranging(look);
  const { arrangement, isChanged, takeBack } = arranging;
  const list = useRef<HTMLDivElement>(null);
  const views = useMemo(() => viewsOf(look, arrangement), [look, arrangement]);
  const keep = useFocusKept(list, arrangement);
  const stored = views.filter(({ isDropped }) => !isDropped).length;
  const acts = useActs(views, arranging, keep);
  useBlockKeys(list, acts);
  const { say } = useDesk();
  const store = () => {
    if (stored === 0) say('Every article is left out: take one in again, or go back.');
    else onStore(arrangement);
  };
  const keys = (name: string, key: string, run: () => void) =>
    ({ keys: key, name, group: 'Before it is stored', run, inFields: true }) as const;
  useShortcuts([
    keys('Store', '$mod+Enter', store),
    keys('Leave the article out, or take it in again', 'Alt+Delete', acts.dropFocused),
    keys('Take back the last change', '$mod+z', takeBack),
  ]);
  return (
    <>
      {look.notes.map((note) => (
        <p key={note} className={styles.quiet}>
          {note}
        </p>
      ))}
      <div className={styles.bar}>
        <Button look="primary" disabled={stored === 0} onClick={store}>
          Store {counted(stored, 'article')}
        </Button>
        <Button disabled={!isChanged} onClick={takeBack}>
          Take back
        </Button>
        <Button onClick={onLeave}>Do not store</Button>
        <p className={styles.keys} aria-hidden>
          <Kbd>Alt</Kbd> <Kbd>↑</Kbd> <Kbd>↓</Kbd> block · <Kbd>Alt</Kbd> <Kbd>Enter</Kbd> split ·{' '}
          <Kbd>Alt</Kbd> <Kbd>Shift</Kbd> <Kbd>↑</Kbd> <Kbd>↓</Kbd> join · <Kbd>Alt</Kbd>{' '}
          <Kbd>Delete</Kbd> leave out · <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd> store
        </p>
      </div>
      <div ref={list} className={styles.articles}>
        {views.map((view, at) => (
          <ArrangedArticle
            key={view.start}
            view={view}
            place={{ at: at + 1, of: views.length }}
            onRole={arranging.choose}
            onSplit={acts.cut}
            onJoin={() => acts.join('before', view.start)}
            onDrop={() => acts.dropOrKeep(view.start)}
          />
        ))}
      </div>
    </>
  );
}

function viewsOf({ articles }: Reading, arrangement: Arrangement): readonly ArrangedView[] {
  const read = startsOf(articles);
  const chosen = new Map(arrangement.roles.map(({ block, role }) => [block, role]));
  const blocks = articles.flatMap((article) => article.blocks).map((block, index) => {
    const role = chosen.get(index) ?? block.role;
    return role === block.role ? block : { ...block, role };
  }); // prettier-ignore
  return rangesOf(arrangement, blocks.length).map(({ start, end, isDropped }) => {
    const article = articles[read.indexOf(start)] ?? null;
    const own = blocks.slice(start, end);
    return { start, end, isDropped, article, blocks: own, headline: headlineOf(article, own) };
  });
}

const SHOWN = 100;

/** What it will be called: the words of its headline, or what stands in for one. */
function headlineOf(article: LookedAtArticle | null, blocks: ArrangedView['blocks']): string {
  const inText = blocks.find(({ role }) => role === 'headline')?.text;
  const wasInText = article?.blocks.some(({ role }) => role === 'headline') ?? false;
  const words = inText === undefined && !wasInText ? article?.headline : inText;
  const shown = (words ?? blocks[0]?.text ?? '').replace(/\s+/g, ' ');
  return shown.length > SHOWN ? `${[...shown].slice(0, SHOWN).join('')}…` : shown;
}

/** What is done by key and by button alike; the focus stays on its block, said when there is none. */
function useActs(
  views: readonly ArrangedView[],
  arranging: ReturnType<typeof useArranging>,
  keepFocus: (block: number) => void,
) {
  const { say } = useDesk();
  const holding = (block: number) =>
    views.findIndex(({ start, end }) => block >= start && block < end);
  const dropOrKeep = (start: number) => {
    keepFocus(start);
    arranging.dropOrKeep(start);
  };
  return {
    dropOrKeep,
    cut: arranging.cut,
    split(block: number) {
      if (block < 0) return say('Go to the block that the second article begins with, then split.');
      if (views[holding(block)]!.start === block) return say('An article begins here already.');
      keepFocus(block);
      arranging.cut(block);
    },
    join(side: 'before' | 'after', block: number) {
      if (block < 0) return say('Go to a block of the article that is to be joined.');
      const second = views[holding(block) + (side === 'before' ? 0 : 1)];
      if (second === undefined || second.start === 0) {
        return say(`No article stands ${side} this one in its file.`);
      }
      keepFocus(block);
      arranging.join(second.start);
    },
    dropFocused() {
      const row = document.activeElement?.closest<HTMLElement>('[data-article]');
      if (row === null || row === undefined) return say('Go to a block of the article first.');
      dropOrKeep(Number(row.dataset['article']));
    },
  };
}

/** Gives the focus back to a block whose row was drawn anew, or to the button of its article. */
function useFocusKept(list: { readonly current: HTMLElement | null }, arrangement: Arrangement) {
  const kept = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (kept.current === null) return;
    const row = list.current?.querySelector<HTMLElement>(`[data-block="${kept.current}"] select`);
    const button = list.current?.querySelector<HTMLElement>(
      `[data-article="${kept.current}"] [data-drop]`,
    );
    (row ?? button)?.focus();
    kept.current = null;
  }, [list, arrangement]);
  return (block: number) => {
    kept.current = block;
  };
}
