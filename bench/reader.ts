import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import { chromium, type Browser, type CDPSession } from 'playwright';
import type { ReaderTimes } from './reader/page';
import { median, report } from './report';

/**
 * The reader beside plain paragraphs with a span a mark, in one browser and one run, in turns.
 * Limits are those of docs/architecture.md, "Speed".
 */
const CASES = [
  { words: 1_000, marks: 60, repeats: 7, load: null, frame: null, create: null },
  { words: 20_000, marks: 2_000, repeats: 9, load: 0.7, frame: 50, create: 1.3 },
  { words: 200_000, marks: 20_000, repeats: 9, load: 0.4, frame: null, create: 1.3 },
] as const;

/** Two frames of a 60 Hz screen. */
const TWO_FRAMES_MS = 33.4;

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

async function bundlePage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'reader/page.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'chrome120',
    tsconfig: join(import.meta.dirname, '../tsconfig.json'),
  });
  return outputFiles[0]!.text;
}

function servePage(script: string): Promise<{ url: string; close: () => void }> {
  const root = join(import.meta.dirname, '..');
  const styles = ['components/ui/tokens.css', 'components/editor/reader.css']
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n');
  const bare =
    'body{margin:0;font:19px/1.62 Georgia,serif}#root{width:660px;margin:0 auto}p{margin:0 0 0.85em}';
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Reader</title><style>${styles}${bare}</style><div id="root"></div><script src="/page.js"></script>`;
  const server = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : page);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({ url: `http://127.0.0.1:${port}/`, close: () => server.close() });
    });
  });
}

/** How much processor time the browser may take in a look, and how many such looks make it calm. */
const CALM_SECONDS = 0.005;
const CALM_LOOKS = 4;
const LOOK_MS = 50;

/** A browser that is never calm is measured all the same. */
const MOST_LOOKS = 200;

/**
 * Resolves when no process of the browser works any more. To open a page and to close one keeps
 * others of its processes busy for up to a second, on the cores that the next page is timed on; a
 * page that was large to close would be charged to the one after it.
 */
async function calm(session: CDPSession): Promise<void> {
  const used = async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  };
  let before = await used();
  for (let look = 0, calmLooks = 0; look < MOST_LOOKS && calmLooks < CALM_LOOKS; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    const now = await used();
    calmLooks = now - before < CALM_SECONDS ? calmLooks + 1 : 0;
    before = now;
  }
}

async function measureOnce(
  browser: Browser,
  session: CDPSession,
  url: string,
  subject: 'plain' | 'stet',
  words: number,
  marks: number,
): Promise<ReaderTimes> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(url);
  await calm(session);
  const times = await page.evaluate(([name, w, m]) => window.measureReader(name, w, m), [
    subject,
    words,
    marks,
  ] as const);
  await page.close();
  return times;
}

async function main(): Promise<void> {
  const { url, close } = await servePage(await bundlePage());
  const browser = await chromium.launch({
    executablePath: process.env['STET_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ARGUMENTS,
  });
  const session = await browser.newBrowserCDPSession();
  for (const { words, marks, repeats, load, frame, create } of CASES) {
    const runs = { plain: [] as ReaderTimes[], stet: [] as ReaderTimes[] };
    for (let n = 0; n < repeats; n++) {
      for (const subject of ['plain', 'stet'] as const) {
        runs[subject].push(await measureOnce(browser, session, url, subject, words, marks));
      }
    }
    const name = `${words.toLocaleString('en')} words, ${marks.toLocaleString('en')} marks`;
    const compare = (of: (times: ReaderTimes) => number) => ({
      ms: median(runs.stet.map(of)),
      baselineMs: median(runs.plain.map(of)),
    });
    report({
      bench: 'reader',
      case: `${name}: first screen`,
      ...compare((t) => t.load),
      limitRatio: load,
    });
    const creation = {
      ms: median(runs.stet.flatMap((t) => t.create)),
      baselineMs: median(runs.plain.flatMap((t) => t.create)),
    };
    report({
      bench: 'reader',
      case: `${name}: create one`,
      ...creation,
      limitRatio: create,
      limitMs: words === 20_000 ? TWO_FRAMES_MS : null,
    });
    report({
      bench: 'reader',
      case: `${name}: longest frame`,
      ...compare((t) => t.longestFrame),
      limitMs: frame,
    });
  }
  await browser.close();
  close();
}

await main();
