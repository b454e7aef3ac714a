import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../../spans/span';

/** An attribution as it is marked in an article written for Stet. */
export interface MarkedAttribution {
  readonly source: Span | null;
  readonly content: readonly Span[];
}

/** An article written for Stet, without its marks, and what they said; offsets of `text`. */
export interface MarkedArticle {
  readonly name: string;
  readonly text: string;
  readonly attributions: readonly MarkedAttribution[];
  /** Sentences or headlines a checker would verify; each begins where its mark stood. */
  readonly claims: readonly number[];
}

const OPENS: Readonly<Record<string, string>> = { '{': '}', '[': ']', '<': '>' };

/**
 * Reads an article's marks: `{1 …}` is content, `[1 …]` source and `<1 …>` cue of attribution 1, and
 * `! ` or `!! ` stands before a sentence that should or must be checked.
 */
function readMarks(name: string, marked: string): MarkedArticle {
  let text = '';
  const open: { mark: string; id: string; start: number }[] = [];
  const parts: { mark: string; id: string; span: Span }[] = [];
  const claims: number[] = [];
  for (let at = 0; at < marked.length; at++) {
    const rest = marked.slice(at, at + 6);
    const opener = /^([{[<])(\d+) /.exec(rest);
    const claim = /^!!? /.exec(rest);
    if (opener !== null) {
      open.push({ mark: opener[1]!, id: opener[2]!, start: text.length });
      at += opener[0].length - 1;
    } else if (open.length > 0 && marked[at] === OPENS[open.at(-1)!.mark]) {
      const { mark, id, start } = open.pop()!;
      parts.push({ mark, id, span: { start, end: text.length } });
    } else if (claim !== null && (at === 0 || /\s/.test(marked[at - 1]!))) {
      claims.push(text.length);
      at += claim[0].length - 1;
    } else text += marked.charAt(at);
  }
  const ids = [...new Set(parts.map(({ id }) => id))];
  const spansOf = (id: string, mark: string) =>
    parts.filter((part) => part.id === id && part.mark === mark).map(({ span }) => span);
  const attributions = ids.map((id) => ({
    source: spansOf(id, '[')[0] ?? null,
    content: spansOf(id, '{'),
  }));
  return { name, text, attributions: attributions.filter((a) => a.content.length > 0), claims };
}

const FOLDER = join(import.meta.dirname, 'articles');

export const MARKED_ARTICLES: readonly MarkedArticle[] = readdirSync(FOLDER)
  .sort()
  .map((name) => readMarks(name, readFileSync(join(FOLDER, name), 'utf8').trim()));
