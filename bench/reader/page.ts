import { makeArticle, type BenchArticle } from './article';
import { plainSpans, stetReader, type Subject } from './subjects';

/** Milliseconds, as the page's clock has them. */
export interface ReaderTimes {
  readonly load: number;
  readonly create: readonly number[];
  readonly longestFrame: number;
}

/** Marks that end this far into the text are on the first screen in every subject. */
const FIRST_SCREEN_UNITS = 700;
const SCROLL_STEPS = 60;
const SCROLL_PIXELS = 240;

/** Resolves with the time at which a frame that passes `check` was painted. */
function painted(check: () => boolean): Promise<number> {
  return new Promise((resolve) => {
    const frame = (): void => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        if (check()) resolve(performance.now());
        else requestAnimationFrame(frame);
      };
      channel.port2.postMessage(null);
    };
    requestAnimationFrame(frame);
  });
}

/** Resolves when the page has had no long task for a while. */
async function quiet(): Promise<void> {
  for (let calm = 0; calm < 12;) {
    const start = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 8));
    calm = performance.now() - start < 25 ? calm + 1 : 0;
  }
}

async function measure(subject: Subject, article: BenchArticle): Promise<ReaderTimes> {
  const root = document.getElementById('root')!;
  const first = article.marks.filter((mark) => mark.spans[0]!.end < FIRST_SCREEN_UNITS);
  await quiet();
  const start = performance.now();
  subject.mount(root, article);
  const load = (await painted(() => first.every((mark) => subject.shows(mark)))) - start;
  await quiet();
  const create: number[] = [];
  for (const mark of article.creations) {
    await quiet();
    const begun = performance.now();
    subject.create(mark);
    create.push((await painted(() => subject.shows(mark))) - begun);
  }
  return { load, create, longestFrame: await scroll() };
}

async function scroll(): Promise<number> {
  await quiet();
  let longest = 0;
  let last = performance.now();
  for (let step = 0; step < SCROLL_STEPS; step++) {
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    if (step > 0) longest = Math.max(longest, now - last);
    last = now;
    window.scrollBy(0, SCROLL_PIXELS);
  }
  return longest;
}

const SUBJECTS = { plain: plainSpans, stet: stetReader };

declare global {
  interface Window {
    measureReader: (
      subject: keyof typeof SUBJECTS,
      words: number,
      marks: number,
    ) => Promise<ReaderTimes>;
  }
}

window.measureReader = (subject, words, marks) =>
  measure(SUBJECTS[subject](), makeArticle(words, marks));
