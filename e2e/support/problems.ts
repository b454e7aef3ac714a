import type { BrowserContext } from 'playwright/test';

/** What must not happen in a page while a test runs. */
export class Problems {
  readonly #seen: string[] = [];
  readonly #allowed: RegExp[] = [];

  /** Lets problems that the test provokes pass. */
  allow(pattern: RegExp): void {
    this.#allowed.push(pattern);
  }

  /** Follows every page of a context, those opened later included. */
  watch(context: BrowserContext): void {
    context.on('console', (message) => {
      if (message.type() !== 'error') return;
      this.#add(`console error: ${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (error) => {
      const { name, message, stack } = error.error();
      this.#add(`page error: ${name} ${stack ?? message} (${error.page()?.url() ?? ''})`);
    });
    context.on('response', (response) => {
      if (response.status() >= 500) {
        this.#add(`answer ${String(response.status())}: ${response.url()}`);
      }
    });
  }

  /** Adds the errors that a server printed. */
  addServerLog(log: string): void {
    for (const line of log.split('\n')) {
      if (line.includes('⨯')) this.#add(`server: ${line.trim()}`);
    }
  }

  /** The problems that the test did not allow. */
  list(): readonly string[] {
    return this.#seen.filter((seen) => !this.#allowed.some((pattern) => pattern.test(seen)));
  }

  #add(problem: string): void {
    this.#seen.push(problem);
  }
}
