'use client';

import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { contentOf } from '@/corpus/annotation/model';
import { isOwnProse } from '@/corpus/document/block';
import { counted } from '@/corpus/wording/numbers';
import { passesFilter, SHOW_ALL, type AnnotationFilter } from '../annotation/filter';
import { Margin, wordsOf } from '../annotation/margin';
import { Outline } from '../annotation/outline';
import { DiscussionMarkers } from '../discussion/discussion-markers';
import { Button } from '../ui/button';
import { CloseIcon, ListIcon, SpeechIcon } from '../ui/icons';
import { EmptyState } from '../ui/tag';
import { ActionBar } from './action-bar';
import { ArticleHead } from './article-head';
import { inTextOrder, type ArticleStore } from './article-store';
import { useAtWork } from './first-sign';
import {
  ArticleTeam,
  CoverageMap,
  DiscussionPanel,
  OpenedCheck,
  Proof,
  SuggestionStrip,
} from './late-parts';
import { MarksUnderCaret } from './marks-under-caret';
import { useArticle } from './use-article';
import { useOpenDiscussions } from './use-open-discussions';
import { useReader } from './use-reader';
import { useSuggested } from './use-suggested';
import { useWorkbenchKeys } from './use-workbench-keys';
import styles from './workbench.module.css';

interface WorkbenchProps {
  readonly articleId: string;
  /** An annotation to open with, from the queue or a link. */
  readonly annotationId: string | null;
}

/** The article with its marks, cards, outline and check panel. */
export function Workbench({ articleId, annotationId }: WorkbenchProps) {
  const load = useArticle(articleId);
  if (load.state === 'loading') return <EmptyState>Opening the article…</EmptyState>;
  if (load.state === 'failed') return <EmptyState>{load.sentence}</EmptyState>;
  const { store } = load;
  return <OpenArticle key={store.reading.revision.id} store={store} annotationId={annotationId} />;
}

function OpenArticle({
  store,
  annotationId,
}: {
  store: ArticleStore;
  annotationId: string | null;
}) {
  useSyncExternalStore(store.subscribe, store.getVersion, store.getVersion);
  const version = store.getVersion();
  const [activeId, setActiveId] = useState<string | null>(null);
  const [hoveredId, setHoveredId] = useState<string | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const [filter, setFilter] = useState<AnnotationFilter>(SHOW_ALL);
  const [folded, setFolded] = useState(true);
  const [printAsked, setPrintAsked] = useState(0);
  const [outlineShown, setOutlineShown] = useState(false);
  const [announced, announce] = useState('');
  const { suggested, asked, ask } = useSuggested(store);
  const atWork = useAtWork();

  const keys = useRef<Parameters<typeof useReader>[0]['keys']>({});
  const { mount, reader, selection, layoutVersion } = useReader({
    store,
    filter,
    activeId,
    hoveredId,
    keys: keys.current,
    onPick: setActiveId,
    onHover: setHoveredId,
  });

  const open = useCallback(
    (id: string | null) => {
      setActiveId(id);
      setOpenId(id);
    },
    [setActiveId, setOpenId],
  );
  const close = useCallback(() => {
    setOpenId(null);
    reader?.view.focus();
  }, [reader]);

  const closeCheck = useCallback(() => setOpenId(null), [setOpenId]);
  const talk = useOpenDiscussions(store.reading.article.id, reader, closeCheck);

  const actions = useWorkbenchKeys({
    store,
    reader,
    activeId,
    setActiveId,
    openId,
    open,
    close,
    announce,
    filter,
    toggleFold: () => setFolded((now) => !now),
    print: () => setPrintAsked((now) => now + 1),
    suggest: suggested ? null : ask,
    keys: keys.current,
  });

  useEffect(() => {
    if (reader === null || annotationId === null || store.get(annotationId) === undefined) return;
    setActiveId(annotationId);
    setOpenId(annotationId);
    reader.reveal(annotationId);
  }, [reader, annotationId, store]);

  const shown = useMemo(
    () => store.list().filter((annotation) => passesFilter(filter, annotation)),
    // The list changes with every version of the store.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [store, filter, version],
  );
  const inView = useMemo(() => {
    if (reader === null) return [];
    const visible = new Set(reader.visibleBlocks);
    const open = store.listSuggestions().filter((annotation) => passesFilter(filter, annotation));
    const all = open.length === 0 ? shown : inTextOrder([...shown, ...open]);
    return all.filter((annotation) => {
      const first = contentOf(annotation.spans)[0];
      if (first === undefined) return false;
      const block = reader.blockIndexAt(first.start);
      return visible.has(block) && !(folded && !isOwnProse(reader.blocks[block]!.role));
    });
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [reader, shown, folded, layoutVersion]);
  const { counts, layers } = useMemo(() => summarise(store), [store, version]); // eslint-disable-line react-hooks/exhaustive-deps
  const asides = store.reading.blocks.filter(({ role }) => !isOwnProse(role)).length;
  const opened = store.get(openId);
  const choose = (id: string) => {
    setActiveId(id);
    if (openId !== null) setOpenId(id);
    reader?.reveal(id);
    setOutlineShown(false);
  };
  return (
    <div
      className={styles.workbench}
      data-panel={Boolean(opened?.check) || talk.isOpen}
      data-outline={outlineShown}
    >
      <aside className={styles.left}>
        <Outline
          annotations={shown}
          counts={counts}
          layers={layers}
          filter={filter}
          activeId={activeId}
          wordsOf={(annotation) => (reader === null ? '' : wordsOf(reader.text, annotation))}
          onFilter={setFilter}
          onChoose={choose}
        />
      </aside>
      <div className={styles.centre}>
        <ArticleHead reading={store.reading} />
        {asides > 0 && (
          <Button look="quiet" className={styles.fold ?? ''} onClick={() => setFolded(!folded)}>
            {folded ? 'Show' : 'Fold'} {counted(asides, 'block')} of page furniture and readers’
            comments
          </Button>
        )}
        {talk.discussions.length > 0 && (
          <Button
            look="quiet"
            className={styles.fold ?? ''}
            aria-expanded={talk.isOpen}
            onClick={talk.toggle}
          >
            <SpeechIcon size={14} /> {counted(talk.discussions.length, 'discussion')} from the file
          </Button>
        )}
        {store.reading.isShared && reader !== null && (
          <ArticleTeam
            articleId={store.reading.article.id}
            reader={reader}
            selection={selection}
            openId={openId}
            layoutVersion={layoutVersion}
          />
        )}
        <article
          className={`reader ${folded ? 'folded' : ''}`}
          ref={mount}
          dir="auto"
          data-testid="article"
        />
        {atWork && reader !== null && (
          <Proof
            articleId={store.reading.article.id}
            reader={reader}
            annotations={shown}
            asked={printAsked}
          />
        )}
      </div>
      <div className={styles.side}>
        {reader !== null && (
          <Margin
            reader={reader}
            annotations={inView}
            activeId={activeId}
            hoveredId={hoveredId}
            layoutVersion={layoutVersion + version + (folded ? 0.5 : 0)}
            onOpen={open}
            onHover={setHoveredId}
          />
        )}
        {reader !== null && talk.discussions.length > 0 && (
          <DiscussionMarkers
            reader={reader}
            discussions={talk.discussions}
            layoutVersion={layoutVersion + (folded ? 0.5 : 0)}
            onOpen={talk.show}
          />
        )}
      </div>
      {opened === undefined && talk.isOpen && (
        <aside className={styles.panel} aria-label="Discussions">
          <DiscussionPanel
            discussions={talk.discussions}
            currentId={talk.currentId}
            onChoose={talk.show}
            onClose={talk.close}
          />
        </aside>
      )}
      {opened?.check && reader !== null && (
        <OpenedCheck
          annotation={opened}
          reader={reader}
          people={store.reading.people}
          onClose={close}
        />
      )}
      {atWork && reader !== null && (
        <CoverageMap articleId={store.reading.article.id} reader={reader} announce={announce} />
      )}
      <div className={styles.bar}>
        {suggested && reader !== null && (
          <SuggestionStrip
            store={store}
            reader={reader}
            activeId={activeId}
            onActivate={setActiveId}
            announce={announce}
            asked={asked}
          />
        )}
        <Button
          look="quiet"
          className={styles.outlineButton ?? ''}
          aria-expanded={outlineShown}
          onClick={() => setOutlineShown(!outlineShown)}
        >
          {outlineShown ? <CloseIcon /> : <ListIcon />} Marks
        </Button>
        <ActionBar
          actions={actions}
          active={store.get(activeId)}
          hasSelection={selection.start < selection.end}
        />
        {reader !== null && (
          <MarksUnderCaret
            marks={reader.index.marksAt(selection.start)}
            activeId={activeId}
            onChoose={setActiveId}
            onOpen={open}
          />
        )}
      </div>
      <div className="visually-hidden" role="status" aria-live="polite" data-testid="announcer">
        {announced}
      </div>
    </div>
  );
}

function summarise(store: ArticleStore): {
  counts: Readonly<Record<string, number>>;
  layers: readonly string[];
} {
  const counts: Record<string, number> = {};
  const layers = new Set<string>();
  for (const { kind, layer } of store.list()) {
    counts[kind] = (counts[kind] ?? 0) + 1;
    layers.add(layer);
  }
  return { counts, layers: [...layers].sort() };
}
