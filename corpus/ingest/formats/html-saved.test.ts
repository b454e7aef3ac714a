import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BlockRole, DraftBlock } from '../../document/block';
import type { IngestedArticle } from '../model';
import { readFiles } from '../read-file';
import { decodeHtml } from './html-decode';
import { parsePage } from './html-dom';
import { articlesOf, textsOf } from './html-pages.testing';
import { SAVED_PAGES } from './html-saved.testing';

const FOLDER = resolve(import.meta.dirname, '../../../e2e/awkward/pages');
const NOT_PROSE: ReadonlySet<BlockRole> = new Set(['furniture', 'reader_comment']);
const NOT_SHOWN =
  'title, script, style, noscript, template, svg, .screen-reader-text, [style*="display:none"]';

async function only(file: string): Promise<IngestedArticle> {
  const facts = { name: file, url: null, contentType: null };
  for await (const read of readFiles(readFileSync(join(FOLDER, file)), facts)) {
    if ('note' in read) continue;
    const articles = articlesOf(read.outcome);
    expect(articles).toHaveLength(1);
    return articles[0]!;
  }
  throw new Error(`${file} gives nothing`);
}

function textOf(blocks: readonly DraftBlock[]): string {
  return blocks.map(({ text }) => text).join('\n');
}

/** Letters and digits alone, for comparing what may be spaced and joined differently. */
function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

/** What stands in the page's source outside of code, and on its buttons. */
function visibleIn(file: string): string {
  const decoded = decodeHtml(readFileSync(join(FOLDER, file)), null);
  if (!decoded.ok) throw new Error(decoded.refused);
  const page = parsePage(decoded.text);
  for (const element of page.querySelectorAll(NOT_SHOWN)) element.remove();
  for (const button of page.querySelectorAll('input[type=submit]')) {
    button.replaceWith(button.getAttribute('value') ?? '');
  }
  return page.documentElement.textContent ?? '';
}

/** The beginnings of a page's scripts and style sheets. */
function codeIn(file: string): string[] {
  const source = readFileSync(join(FOLDER, file), 'latin1');
  const parts = source.matchAll(/<(?:script|style)\b[^>]*>\s*([^<]{8,40})/g);
  return [...parts].map((match) => match[1]!.trim());
}

describe.each(SAVED_PAGES)('$file', (expected) => {
  it('has its head', async () => {
    const { headline, byline, date, metadata } = await only(expected.file);
    const language = metadata?.language ?? null;
    expect({ headline, byline, date: date?.value ?? null, language }).toEqual({
      headline: expected.headline,
      byline: expected.byline,
      date: expected.date,
      language: expected.language,
    });
  });

  it('has its paragraphs, and nothing of the page among them', async () => {
    const article = await only(expected.file);
    const paragraphs = textsOf(article, 'paragraph');
    expect(paragraphs[0]?.slice(0, expected.first.length)).toBe(expected.first);
    expect(paragraphs.at(-1)?.slice(-expected.last.length)).toBe(expected.last);
    expect(paragraphs).toHaveLength(expected.paragraphs);
    const also = Object.entries(expected.also ?? {});
    const counts = also.map(([role]) => [role, article.blocks.filter((block) => block.role === role).length]); // prettier-ignore
    expect(counts).toEqual(also);
    const own = textOf(article.blocks.filter(({ role }) => !NOT_PROSE.has(role)));
    const aside = textOf(article.blocks.filter(({ role }) => NOT_PROSE.has(role)));
    for (const words of expected.told) expect(own).toContain(words);
    for (const words of expected.around) {
      expect(own.toLowerCase()).not.toContain(words.toLowerCase());
      expect(aside.toLowerCase()).toContain(words.toLowerCase());
    }
  });

  it('keeps every visible word once, in order, and no code', async () => {
    const { blocks } = await only(expected.file);
    expect(lettersOf(textOf(blocks))).toBe(lettersOf(visibleIn(expected.file)));
    for (const code of codeIn(expected.file)) expect(textOf(blocks)).not.toContain(code);
  });
});

it('knows every saved page', () => {
  expect(SAVED_PAGES.map(({ file }) => file)).toEqual(readdirSync(FOLDER).sort());
});
