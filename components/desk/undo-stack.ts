import type { CommandStep } from '@/corpus/commands/requests';
import { newId, type CommandClient, type CommandOutcome } from './command-client';

interface Stacks {
  readonly undo: readonly string[];
  readonly redo: readonly string[];
}

const STORAGE_KEY = 'stet-undo';
const DEEPEST = 200;
const EMPTY: Stacks = { undo: [], redo: [] };

function read(): Stacks {
  try {
    return (JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? 'null') as Stacks | null) ?? EMPTY;
  } catch {
    return EMPTY;
  }
}

/** What this window did, as command ids, so that it can be taken back, also after a reload. */
export class UndoStack {
  /** The last command that was sent: an undo waits for it, so that it takes back that one. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly client: CommandClient) {}

  /** Runs steps as one command that can be undone as one. */
  run(steps: readonly CommandStep[]): Promise<CommandOutcome> {
    const done = this.send(steps);
    this.last = done;
    return done;
  }

  private async send(steps: readonly CommandStep[]): Promise<CommandOutcome> {
    const id = newId();
    const outcome = await this.client.submit(steps, id);
    if (outcome.ok && outcome.result.written.length > 0) {
      const { undo } = read();
      this.write({ undo: [...undo, id].slice(-DEEPEST), redo: [] });
    }
    return outcome;
  }

  /** Takes back the last command; null where there is none. */
  undo(): Promise<CommandOutcome | null> {
    return this.step('undo', 'redo');
  }

  redo(): Promise<CommandOutcome | null> {
    return this.step('redo', 'undo');
  }

  private async step(from: keyof Stacks, to: keyof Stacks): Promise<CommandOutcome | null> {
    await this.last;
    const stacks = read();
    const commandId = stacks[from].at(-1);
    if (commandId === undefined) return null;
    const id = newId();
    this.write({ ...stacks, [from]: stacks[from].slice(0, -1) });
    const outcome = await this.client.submit([{ name: 'undoCommand', input: { commandId } }], id);
    if (outcome.ok) {
      const now = read();
      this.write({ ...now, [to]: [...now[to], id] });
    }
    return outcome;
  }

  private write(stacks: Stacks): void {
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify(stacks));
  }
}
