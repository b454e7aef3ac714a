'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { QueueCounts, QueueFilter, QueueItem, QueuePage } from '@/corpus/verification/queue';
import { useDesk } from '../desk/desk-context';
import { addressOf } from './queue-address';

const GATHER_MS = 120;

/** As many as one command takes. */
export const MOST_SELECTED = 2000;

export interface Queue {
  readonly items: readonly QueueItem[];
  readonly counts: QueueCounts | null;
  readonly more: boolean;
  /** A sentence where the desk could not be reached. */
  readonly problem: string | null;
  loadMore(): void;
  /** Loads the rest of the view too, up to MOST_SELECTED; returns what is shown then. */
  loadAll(): Promise<readonly QueueItem[]>;
  refresh(): void;
}

/** The queue under a filter, kept fresh while others and this window change it. */
export function useQueue(filter: QueueFilter, first: QueuePage): Queue {
  const [items, setItems] = useState(first.items);
  const [cursor, setCursor] = useState(first.nextCursor);
  const [counts, setCounts] = useState<QueueCounts | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { follow } = useDesk();
  const address = addressOf(filter);
  const loaded = useRef(items.length);
  const asked = useRef(0);
  useEffect(() => {
    loaded.current = items.length;
  }, [items]);

  const refresh = useCallback(async (): Promise<void> => {
    const turn = ++asked.current;
    try {
      const wanted = Math.max(1, loaded.current);
      const fresh: QueueItem[] = [];
      let after: string | null = null;
      do {
        const page = await fetchPage(address, after);
        fresh.push(...page.items);
        after = page.nextCursor;
      } while (after !== null && fresh.length < wanted);
      const response = await fetch(`/api/queue/counts?${address}`);
      const nextCounts = (await response.json()) as QueueCounts;
      if (turn !== asked.current) return;
      setItems(fresh);
      setCursor(after);
      setCounts(nextCounts);
      setProblem(null);
    } catch {
      if (turn === asked.current) setProblem('The desk cannot be reached.');
    }
  }, [address]);

  const shownAddress = useRef<string | null>(null);
  useEffect(() => {
    if (shownAddress.current !== address) loaded.current = 0;
    shownAddress.current = address;
    void refresh();
  }, [address, refresh]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const stop = follow((notices) => {
      if (!notices.some(({ entity }) => entity === 'check' || entity === 'annotation')) return;
      timer ??= setTimeout(() => {
        timer = null;
        void refresh();
      }, GATHER_MS);
    });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [follow, refresh]);

  const loadMore = useCallback(() => {
    if (cursor === null) return;
    const turn = asked.current;
    fetchPage(address, cursor)
      .then((page) => {
        if (turn !== asked.current) return;
        setItems((now) => [...now, ...page.items]);
        setCursor(page.nextCursor);
      })
      .catch(() => setProblem('The desk cannot be reached.'));
  }, [address, cursor]);

  const loadAll = useCallback(async (): Promise<readonly QueueItem[]> => {
    const turn = asked.current;
    const all = [...items];
    let after = cursor;
    try {
      while (after !== null && all.length < MOST_SELECTED) {
        const page = await fetchPage(address, after);
        all.push(...page.items);
        after = page.nextCursor;
      }
    } catch {
      setProblem('The desk cannot be reached.');
      return items;
    }
    if (turn !== asked.current) return items;
    setItems(all);
    setCursor(after);
    return all.slice(0, MOST_SELECTED);
  }, [items, cursor, address]);

  return {
    items,
    counts,
    more: cursor !== null,
    problem,
    loadMore,
    loadAll,
    refresh: () => void refresh(),
  };
}

async function fetchPage(address: string, after: string | null): Promise<QueuePage> {
  const query = after === null ? address : `${address}&after=${after}`;
  const response = await fetch(`/api/queue?${query}`);
  if (!response.ok) throw new Error('unreachable');
  return (await response.json()) as QueuePage;
}
