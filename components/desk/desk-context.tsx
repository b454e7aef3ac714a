'use client';

import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import type { PersonName } from '@/corpus/annotation/reading';
import type { Presence } from '@/corpus/people/presence';
import type { CommandRefusal, CommandStep } from '@/corpus/commands/requests';
import { CommandClient, type CommandOutcome, type SaveState } from './command-client';
import { UndoStack } from './undo-stack';

/** What happened, as the event stream tells it. */
export interface EventNotice {
  readonly seq: number;
  readonly commandId: string;
  readonly entity: string;
  readonly entityId: string;
  readonly articleId: string | null;
  readonly annotationId: string | null;
  readonly person: string;
  /** Who is on the article, where the notice tells of that. */
  readonly here?: readonly Presence[];
}

export interface Desk {
  readonly me: PersonName;
  /** Runs steps as one command; it can be undone as one. */
  run(...steps: CommandStep[]): Promise<CommandOutcome>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  /** Says a sentence to the person, on the page and to a screen reader. */
  say(sentence: string): void;
  /** The last sentence said, and a number that grows with each. */
  readonly said: { readonly sentence: string; readonly count: number };
  readonly saveState: SaveState;
  /** A refused stale write, for the dialog that shows both versions; null when there is none. */
  readonly conflict: Conflict | null;
  resolveConflict(keepMine: boolean): void;
  /** The session has ended, or the event stream broke off for another reason. */
  readonly signedOut: boolean;
  signedInAgain(): void;
  /** Calls back with everybody's changes, also this window's own; returns how to stop. */
  follow(listener: (notices: readonly EventNotice[]) => void): () => void;
}

export interface Conflict {
  readonly refusal: Extract<CommandRefusal, { refused: 'stale' }>;
  readonly step: CommandStep;
}

const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('useDesk needs a DeskProvider above it');
  return desk;
}

const IDLE: SaveState = { state: 'saved', pending: 0 };

interface DeskProviderProps {
  readonly me: PersonName;
  /** The newest event when the page was made: where the stream goes on from. */
  readonly since: number;
  readonly children: ReactNode;
}

export function DeskProvider({ me, since, children }: DeskProviderProps) {
  const [signedOut, setSignedOut] = useState(false);
  const refused = useRef<(refusal: CommandRefusal, steps: readonly CommandStep[]) => void>(() => undefined); // prettier-ignore
  const [client] = useState(
    () =>
      new CommandClient(
        me.id,
        () => setSignedOut(true),
        (...one) => refused.current(...one),
      ),
  );
  const [stack] = useState(() => new UndoStack(client));
  const [said, setSaid] = useState({ sentence: '', count: 0 });
  const [conflict, setConflict] = useState<(Conflict & { settle: (mine: boolean) => void }) | null>(
    null,
  );
  const saveState = useSyncExternalStore(client.subscribe, client.getSnapshot, () => IDLE);
  const follow = useEventStream(since, signedOut, setSignedOut);
  const signedInAgain = useCallback(() => {
    setSignedOut(false);
    client.retryNow();
  }, [client]);

  const say = useCallback((sentence: string) => {
    setSaid(({ count }) => ({ sentence, count: count + 1 }));
  }, []);

  useEffect(() => {
    client.resume();
    const retry = () => client.retryNow();
    const warn = (event: BeforeUnloadEvent) => {
      if (client.getSnapshot().pending > 0) event.preventDefault();
    };
    window.addEventListener('online', retry);
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('online', retry);
      window.removeEventListener('beforeunload', warn);
    };
  }, [client]);

  const asked = useRef<Promise<unknown>>(Promise.resolve());
  /** Says why a command was refused; a stale one goes again if that is what the person chooses. */
  const settle = useCallback(
    async (refusal: CommandRefusal, steps: readonly CommandStep[]): Promise<CommandOutcome> => {
      const [step] = steps;
      const isCut = step !== undefined && /^(?:(?:split|join)A|adj)/.test(step.name);
      if (refusal.refused !== 'stale' || step === undefined || steps.length > 1 || isCut) {
        say(refusal.message);
        return { ok: false, refusal };
      }
      // One after the other: what an earlier page could not send may be refused more than once.
      const choice = asked.current.then(
        () => new Promise<boolean>((choose) => setConflict({ refusal, step, settle: choose })),
      );
      asked.current = choice;
      const mine = await choice;
      setConflict(null);
      if (!mine) return { ok: false, refusal };
      const input = { ...step.input, version: refusal.current.version };
      return stack.run([{ ...step, input } as CommandStep]);
    },
    [stack, say],
  );
  useEffect(() => {
    refused.current = (...one) => void settle(...one);
  }, [settle]);

  const run = useCallback(
    async (...steps: CommandStep[]): Promise<CommandOutcome> => {
      const outcome = await stack.run(steps);
      return outcome.ok ? outcome : settle(outcome.refusal, steps);
    },
    [stack, settle],
  );

  const tell = useCallback(
    async (done: Promise<CommandOutcome | null>, verb: string) => {
      const outcome = await done;
      if (outcome === null) say(`There is nothing to ${verb}.`);
      else if (!outcome.ok) say(outcome.refusal.message);
      else say(verb === 'undo' ? 'Undone.' : 'Done again.');
    },
    [say],
  );

  const desk = useMemo<Desk>(
    () => ({
      me,
      run,
      undo: () => tell(stack.undo(), 'undo'),
      redo: () => tell(stack.redo(), 'redo'),
      say,
      said,
      saveState,
      conflict,
      resolveConflict: (mine) => conflict?.settle(mine),
      signedOut,
      signedInAgain,
      follow,
    }),
    [me, run, tell, stack, say, said, saveState, conflict, signedOut, signedInAgain, follow],
  );
  return <DeskContext value={desk}>{children}</DeskContext>;
}

/** One event stream for the whole page; it ends where nobody is signed in any more. */
function useEventStream(
  since: number,
  signedOut: boolean,
  setSignedOut: (signedOut: boolean) => void,
): Desk['follow'] {
  const newest = useRef(since);
  const listeners = useRef(new Set<(notices: readonly EventNotice[]) => void>());
  const [shown, setShown] = useState(0);
  useEffect(() => {
    const again = ({ persisted }: PageTransitionEvent) => persisted && setShown((now) => now + 1);
    window.addEventListener('pageshow', again);
    return () => window.removeEventListener('pageshow', again);
  }, []);
  useEffect(() => {
    if (signedOut) return;
    const source = new EventSource(`/api/events?after=${newest.current}`);
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED) setSignedOut(true);
    };
    source.onmessage = (message: MessageEvent<string>) => {
      newest.current = Number(message.lastEventId);
      const notices = JSON.parse(message.data) as EventNotice[];
      for (const listener of listeners.current) listener(notices);
    };
    // A page that the browser keeps for the way back hears nothing; then it goes on where it stopped.
    const close = () => source.close();
    window.addEventListener('pagehide', close);
    return () => {
      window.removeEventListener('pagehide', close);
      close();
    };
  }, [signedOut, setSignedOut, shown]);
  return useCallback((listener) => {
    listeners.current.add(listener);
    return () => listeners.current.delete(listener);
  }, []);
}
