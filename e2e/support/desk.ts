import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from 'playwright/test';
import { Problems } from './problems';
import { ROOT } from './root';
import { startServer, type Server } from './server';
import { openSite, type Site } from './site';
import { templatePath } from './templates';

/** What a run of the `stet` command gave. */
export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A desk of the test's own: a server on a copy of a prepared database. */
export interface Desk {
  readonly url: string;
  readonly databasePath: string;
  /** A folder of the test's own for its files, removed after the test. */
  readonly folder: string;
  /** Runs the `stet` command on the same database. */
  stet(...args: string[]): Promise<CommandResult>;
  /** What the server printed so far, to either of its streams. */
  serverLog(): string;
  /** Kills the server as a crash would and starts it again on the same address. */
  crashAndRestart(): Promise<void>;
}

interface Fixtures {
  /** Whether the desk starts with the sample articles; `test.use({ samples: false })` starts empty. */
  samples: boolean;
  /** Whether the desk suggests by itself: not, so that other tests see their own marks alone. */
  suggest: boolean;
  problems: Problems;
  /** A newspaper's site from which the desk may fetch. */
  site: Site;
  desk: Desk;
  /** Lets console errors, page errors and failed answers that match pass in this test. */
  allowConsole: (pattern: RegExp) => void;
  /** Opens a page in a browser context of its own: another person's window. */
  openWindow: () => Promise<Page>;
}

export const test = base.extend<Fixtures>({
  samples: [true, { option: true }],
  suggest: [false, { option: true }],

  problems: async ({}, use) => {
    const problems = new Problems();
    await use(problems);
    expect(problems.list(), 'problems in the pages or the server').toEqual([]);
  },

  site: async ({}, use) => {
    const site = await openSite();
    await use(site);
    await site.close();
  },

  desk: async ({ samples, suggest, problems, site }, use, info) => {
    const folder = mkdtempSync(join(tmpdir(), 'stet-test-'));
    const databasePath = join(folder, 'stet.db');
    copyFileSync(templatePath(samples), databasePath);
    let server: Server = await startServer(databasePath, 0, site.port, suggest ? 'on' : 'off');
    const { url } = server;
    const logs: string[] = [];
    try {
      await use({
        url,
        databasePath,
        folder,
        stet: (...args) => runStet(databasePath, args),
        serverLog: () => [...logs, server.log()].join('\n'),
        crashAndRestart: async () => {
          await server.kill();
          logs.push(server.log());
          server = await startServer(
            databasePath,
            Number(new URL(url).port),
            site.port,
            suggest ? 'on' : 'off',
          );
        },
      });
    } finally {
      await server.kill();
      logs.push(server.log());
      const log = logs.join('\n');
      problems.addServerLog(log);
      if (info.status !== info.expectedStatus) await info.attach('server.log', { body: log });
      rmSync(folder, { recursive: true, force: true });
    }
  },

  baseURL: async ({ desk }, use) => {
    await use(desk.url);
  },

  context: async ({ context, problems }, use) => {
    problems.watch(context);
    await use(context);
  },

  page: async ({ page }, use) => {
    await use(answering(page));
  },

  openWindow: async ({ browser, problems, baseURL }, use) => {
    const contexts: Awaited<ReturnType<typeof browser.newContext>>[] = [];
    await use(async () => {
      const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
      contexts.push(context);
      problems.watch(context);
      return answering(await context.newPage());
    });
    await Promise.all(contexts.map((context) => context.close()));
  },

  allowConsole: async ({ problems }, use) => {
    await use((pattern) => {
      problems.allow(pattern);
    });
  },
});

export { expect };

/** The page, whose `goto` and `reload` also wait until the desk's page answers to keys. */
function answering(page: Page): Page {
  const { goto, reload } = page;
  const awake = () =>
    page.waitForFunction(
      () =>
        document.querySelector('main#main') === null ||
        document.documentElement.hasAttribute('data-awake'),
    );
  page.goto = async (...args) => {
    const response = await goto.apply(page, args);
    await awake();
    return response;
  };
  page.reload = async (...args) => {
    const response = await reload.apply(page, args);
    await awake();
    return response;
  };
  return page;
}

/** Runs the `stet` command on any database; one that is not there yet is made. */
export function runStet(databasePath: string, args: readonly string[]): Promise<CommandResult> {
  const env = { ...process.env, STET_DATABASE: databasePath };
  return new Promise((resolve) => {
    execFile(
      join(ROOT, 'cli', 'stet'),
      [...args],
      { cwd: ROOT, env, maxBuffer: 1 << 28 },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
        resolve({ code, stdout, stderr });
      },
    );
  });
}
