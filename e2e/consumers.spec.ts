import { dirname, join } from 'node:path';
import { expect, test, type Page } from 'playwright/test';
import { readAnnotations } from '@/corpus/interchange/read/index';
import { AWKWARD_ARTICLES } from '@/corpus/interchange/testing/awkward';
import { consumerFile } from '@/corpus/interchange/testing/consumers';
import { EXAMPLE } from '@/corpus/interchange/testing/example';
import { written } from '@/corpus/interchange/testing/written';

interface Recogito {
  createTextAnnotator(
    element: Element,
    options: object,
  ): {
    setAnnotations(annotations: unknown): Promise<void>;
    state: {
      store: {
        all(): { target: { selector: { quote: string; range: Range }[] } }[];
      };
    };
  };
  W3CTextFormat(source: string): unknown;
}

test('Recogito’s text annotator finds every span (skipped where STET_CONSUMERS has none)', async ({
  page,
}) => {
  const entry = consumerFile('@recogito/text-annotator');
  test.skip(entry === null, 'the text annotator is not installed');
  const { files } = written('recogito', AWKWARD_ARTICLES);
  const annotations = JSON.parse(files['annotations.json']!) as { target: { source: string }[] }[];
  for (const line of files['texts.jsonl']!.trimEnd().split('\n')) {
    const { source, text } = JSON.parse(line) as { source: string; text: string };
    await page.setContent('<pre id="text" style="white-space: pre-wrap"></pre>');
    await page.locator('#text').evaluate((element, words) => (element.textContent = words), text);
    // The script expects what a bundler would have put in its place.
    await page.addScriptTag({ content: "window.process = { env: { NODE_ENV: 'production' } }" });
    await page.addScriptTag({ path: join(dirname(entry!), 'text-annotator.umd.js') });
    const own = annotations.filter(({ target }) => target[0]!.source === source);
    const found = await page.evaluate(
      async ({ source: iri, own: list }) => {
        const lib = (window as unknown as { RecogitoJS: Recogito }).RecogitoJS;
        const element = document.querySelector('#text')!;
        const annotator = lib.createTextAnnotator(element, { adapter: lib.W3CTextFormat(iri) });
        await annotator.setAnnotations(list);
        return annotator.state.store
          .all()
          .flatMap(({ target }) =>
            target.selector.map(({ quote, range }) => [quote, range.toString()]),
          );
      },
      { source, own },
    );
    expect(found).toHaveLength(own.flatMap(({ target }) => target).length);
    for (const [quote, range] of found) expect(range).toBe(quote);
  }
});

interface Result {
  readonly id: string;
  readonly type: string;
  readonly value: { readonly text: string; readonly labels: readonly string[] };
}

interface Task {
  readonly data: { readonly article: string };
  readonly annotations: readonly { readonly id: number; readonly result: readonly Result[] }[];
}

/** What the tests ask of Label Studio’s editor (@heartexlabs/label-studio 1.4, `window.LabelStudio`). */
interface EditedAnnotation {
  readonly id: string;
  /** The id that the task gives it, as text. */
  readonly pk: string;
  readonly regionStore: {
    readonly regions: readonly {
      readonly cleanId: string;
      readonly labels: readonly string[];
      readonly _spans: readonly Element[] | undefined;
    }[];
  };
  serializeAnnotation(): readonly Result[];
}

interface Editor {
  readonly annotationStore: {
    readonly annotations: readonly EditedAnnotation[];
    readonly selected: EditedAnnotation;
    selectAnnotation(id: string): void;
  };
}

type EditorWindow = Window & {
  store: Editor;
  LabelStudio: new (id: string, options: object) => unknown;
};

/** Opens a task in an editor of its own, on a page without any other content and without network. */
async function openTask(page: Page, entry: string, config: string, task: Task): Promise<void> {
  await page.unrouteAll();
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/main.js') return route.fulfill({ path: entry });
    if (pathname !== '/') return route.abort();
    const body =
      '<!doctype html><meta charset="utf-8"><div id="editor"></div><script src="/main.js"></script>';
    return route.fulfill({ contentType: 'text/html', body });
  });
  await page.goto('http://editor.example/');
  await page.evaluate(
    (options) => {
      const here = window as unknown as EditorWindow;
      new here.LabelStudio('editor', {
        ...options,
        interfaces: ['panel', 'side-column'],
        onLabelStudioLoad: (store: Editor) => (here.store = store),
      });
    },
    { config, task },
  );
  await page.waitForFunction(() => 'store' in window);
}

/** The label and the drawn words of each region of an annotation, once all of them are drawn. */
async function drawnRegions(page: Page, pk: string) {
  await page.evaluate((wanted) => {
    const { annotationStore } = (window as unknown as EditorWindow).store;
    const { id } = annotationStore.annotations.find((one) => one.pk === wanted)!;
    annotationStore.selectAnnotation(id);
  }, pk);
  await page.waitForFunction(() => {
    const { regions } = (window as unknown as EditorWindow).store.annotationStore.selected
      .regionStore;
    return regions.every(({ _spans: spans }) => spans?.every((span) => span.isConnected));
  });
  return page.evaluate(() => {
    const { selected } = (window as unknown as EditorWindow).store.annotationStore;
    return {
      regions: selected.regionStore.regions.map(({ cleanId, labels, _spans: spans }) => [
        ...[cleanId, labels[0]],
        spans!.map(({ textContent }) => textContent).join(''),
      ]),
      written: selected.serializeAnnotation(),
    };
  });
}

test('Label Studio’s editor draws every region over its words and writes it again (skipped where STET_CONSUMERS has none)', async ({
  page,
}) => {
  const entry = consumerFile('@heartexlabs/label-studio');
  test.skip(entry === null, 'Label Studio is not installed');
  const { files } = written('labelstudio', [EXAMPLE, ...AWKWARD_ARTICLES]);
  const tasks = JSON.parse(files['tasks.json']!) as Task[];
  const ours = readAnnotations('labelstudio', files);
  for (const task of tasks) {
    await openTask(page, entry!, files['config.xml']!, task);
    const again: object[] = [];
    for (const annotation of task.annotations) {
      const drawn = await drawnRegions(page, String(annotation.id));
      const regions = annotation.result.filter(({ type }) => type === 'labels');
      expect(drawn.regions.sort()).toEqual(
        regions.map(({ id, value }) => [id, value.labels[0], value.text]).sort(),
      );
      again.push({ ...annotation, result: drawn.written });
    }
    const [read] = readAnnotations('labelstudio', {
      'tasks.json': JSON.stringify([{ ...task, annotations: again }]),
    });
    const before = ours.find(({ articleId }) => articleId === task.data.article)!;
    expect(read!.remarks).toEqual([]);
    expect(read!.annotations).toEqual(before.annotations);
  }
});
