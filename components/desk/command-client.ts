import { newId } from '@/corpus/commands/id';
import type {
  CommandRefusal,
  CommandRequest,
  CommandResult,
  CommandStep,
} from '@/corpus/commands/requests';

export { newId };

export type CommandOutcome =
  | { readonly ok: true; readonly result: CommandResult }
  | { readonly ok: false; readonly refusal: CommandRefusal };

export interface SaveState {
  /** `waiting`: the desk could not be reached and is tried again. */
  readonly state: 'saved' | 'saving' | 'waiting';
  readonly pending: number;
}

interface Pending {
  readonly request: CommandRequest;
  readonly settle: (outcome: CommandOutcome) => void;
}

const LONGEST_WAIT_MS = 5000;

/**
 * Sends commands in order, one at a time, and keeps trying while the desk cannot be reached.
 * Unsent ones outlive a reload: their ids make sending twice harmless. They wait for the person whose
 * they are, also while that person is signed out.
 */
export class CommandClient {
  private queue: Pending[] = [];
  private sending = false;
  private failures = 0;
  private wake: (() => void) | null = null;
  private readonly listeners = new Set<() => void>();
  /** By id: the version that this window's own commands left behind, and the one that they began from. */
  private readonly own = new Map<string, readonly [since: number, version: number]>();
  private snapshot: SaveState = { state: 'saved', pending: 0 };
  private readonly storageKey: string;

  constructor(
    personId: string,
    private readonly onSignedOut: () => void,
    /** An earlier page's command that was refused: nobody waits for it any more. */
    private readonly onRefused: (refusal: CommandRefusal, steps: readonly CommandStep[]) => void,
  ) {
    this.storageKey = `stet-unsent-${personId} `;
  }

  /** Takes up what an earlier page could not send. */
  resume(): void {
    // The ids sort by time.
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(this.storageKey));
    for (const key of keys.sort()) {
      const request = JSON.parse(localStorage.getItem(key)!) as CommandRequest;
      const known = this.queue.some((pending) => pending.request.id === request.id);
      const settle = (outcome: CommandOutcome): void => {
        if (!outcome.ok) this.onRefused(outcome.refusal, request.steps);
      };
      if (!known) this.queue.push({ request, settle });
    }
    void this.drain();
  }

  /** Tries at once when the network is back. */
  retryNow(): void {
    this.wake?.();
  }

  submit(steps: readonly CommandStep[], id = newId()): Promise<CommandOutcome> {
    return new Promise((settle) => {
      const request = { id, steps };
      this.queue.push({ request, settle });
      this.keep(request, 'setItem');
      void this.drain();
    });
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  getSnapshot = (): SaveState => this.snapshot;

  private async drain(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    for (;;) {
      const next = this.queue[0];
      this.publish();
      if (next === undefined) break;
      const outcome = await send(this.upToDate(next.request), this.onSignedOut);
      if (outcome === null) {
        this.failures++;
        this.publish();
        await this.pause(Math.min(LONGEST_WAIT_MS, 250 * 2 ** this.failures));
        continue;
      }
      this.failures = 0;
      if (outcome.ok) {
        for (const { id, version } of outcome.result.written) {
          const [since, last] = this.own.get(id) ?? [];
          this.own.set(id, [last === version - 1 ? since! : version - 1, version]);
        }
      }
      this.queue.shift();
      this.keep(next.request, 'removeItem');
      this.publish();
      next.settle(outcome);
    }
    this.sending = false;
  }

  /**
   * A command made before this window's last one was answered saw an older version only because
   * of that one: it is told so. Where another window wrote between it is not, and is refused.
   */
  private upToDate(request: CommandRequest): CommandRequest {
    const steps = request.steps.map((step) => {
      const input = step.input as { id?: string; checkId?: string; version?: number };
      const [since, version] = this.own.get(input.checkId ?? input.id ?? '') ?? [];
      const isOwn = since! <= input.version! && input.version! < version!;
      return isOwn ? ({ ...step, input: { ...input, version } } as CommandStep) : step;
    });
    return { ...request, steps };
  }

  private pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Each has a place of its own: other windows of this person keep theirs beside it. */
  private keep(request: CommandRequest, how: 'setItem' | 'removeItem'): void {
    try {
      localStorage[how](this.storageKey + request.id, JSON.stringify(request));
    } catch {
      // A full or forbidden storage only loses the survival of a reload, not the sending.
    }
  }

  private publish(): void {
    const pending = this.queue.length;
    const state = pending === 0 ? 'saved' : this.failures > 0 ? 'waiting' : 'saving';
    if (state === this.snapshot.state && pending === this.snapshot.pending) return;
    this.snapshot = { state, pending };
    for (const listener of this.listeners) listener();
  }
}

/** Signed out, and asked too often: nothing is wrong with the command itself. */
const RETRIED = [401, 429];

/** Null where the desk could not be reached or failed: worth another try. */
async function send(
  request: CommandRequest,
  onSignedOut: () => void,
): Promise<CommandOutcome | null> {
  try {
    const response = await fetch('/api/commands', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
    if (response.status === 401) onSignedOut();
    if (response.status >= 500 || RETRIED.includes(response.status)) return null;
    const body: unknown = await response.json();
    if (response.ok) return { ok: true, result: body as CommandResult };
    return { ok: false, refusal: body as CommandRefusal };
  } catch {
    return null;
  }
}
