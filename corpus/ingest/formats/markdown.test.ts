import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownReader } from './markdown';
import {
  articlesIn,
  bytesOf,
  expectSound,
  expectSoundWhenDamaged,
  factsOf,
  refusalOf,
  rolesOf,
} from './wire-pieces.testing';

const STORY = `---
title: "Port Hallen opens its harbour"
author: [Ada Quill, Ben Marrow]
date: 2026-11-12
tags:
  - harbour
  - Norland
lang: en
url: https://example.org/harbour
---

# Port Hallen opens its harbour

VESSA, Norland — The harbour opened **on Monday**, and *nobody* came, the [mayor](https://example.org/mayor) said.

## Nine years

- One
  - Two
- Three

> It was worth
> the wait.

![The harbour](harbour.jpg)

| Town | Votes |
| --- | --- |
| Vessa | 312 |
`;

async function read(text: string) {
  const [article] = await articlesIn(markdownReader, bytesOf(text), 'story.md');
  return article!;
}

describe('front matter', () => {
  it('gives headline, byline, date and what else is said', async () => {
    const article = await read(STORY);
    expect(article).toMatchObject({
      headline: 'Port Hallen opens its harbour',
      byline: 'Ada Quill, Ben Marrow',
      date: { value: '2026-11-12', basis: 'stated' },
      metadata: {
        url: 'https://example.org/harbour',
        language: 'en',
        publishedAt: '2026-11-12',
        keywords: ['harbour', 'Norland'],
      },
    });
  });

  it('is text where it does not end', async () => {
    expect(rolesOf(await read('---\ntitle: a\n\nText of the story.')).join()).toContain('title: a');
  });
});

describe('blocks', () => {
  it('have the roles that the signs give', async () => {
    expect(rolesOf(await read(STORY))).toEqual([
      'headline: Port Hallen opens its harbour',
      'byline: Ada Quill, Ben Marrow',
      'paragraph: VESSA, Norland — The harbour opened on Monday, and nobody came, the mayor said.',
      'crosshead: Nine years',
      'list_item: One',
      'list_item: Two',
      'list_item: Three',
      'block_quote: It was worth the wait.',
      'caption: The harbour',
      'table_row: Town\tVotes',
      'table_row: Vessa\t312',
    ]);
  });

  it('keep depth, emphasis and links', async () => {
    const { blocks } = await read(STORY);
    expect(blocks.slice(4, 7).map(({ depth }) => depth)).toEqual([0, 1, 0]);
    expect(blocks[2]?.formatting?.map(({ kind }) => kind)).toEqual(['strong', 'emphasis', 'link']);
  });

  it('keep code as it is', async () => {
    const { blocks } = await read('# A title\n\n```\none  two\n  three\n```\n\nThe end of it.');
    expect(blocks[1]?.text).toBe('one  two\nthree');
  });

  it('show HTML as text', async () => {
    const { blocks } = await read(
      '# A title\n\n<script>alert(1)</script>\n\nThe <b>wall</b> & the sea.',
    );
    expect(blocks[1]?.text).toBe('<script>alert(1)</script>');
    expect(blocks[2]?.text).toBe('The <b>wall</b> & the sea.');
  });

  it('keep the words of an unsafe link alone', async () => {
    const { blocks } = await read(
      'The [wall](javascript:alert(1)) and [the sea](mailto:a@example.org).',
    );
    expect(blocks[0]?.formatting).toEqual([
      { kind: 'link', href: 'mailto:a@example.org', start: 13, end: 20 },
    ]);
  });
});

it('refuses a file without words', async () => {
  expect(await refusalOf(markdownReader, bytesOf('---\ntags: []\n---\n'))).toContain('no text');
  expect(await refusalOf(markdownReader, Uint8Array.of(0, 0, 1, 2, 3))).toContain('binary');
});

it('takes any text and any damage', async () => {
  await expectSoundWhenDamaged(markdownReader, bytesOf(STORY), 'a.md');
  const signs = fc.array(
    fc.constantFrom(
      '#',
      '>',
      '-',
      ' ',
      '\n',
      '*',
      '_',
      '[',
      ']',
      '(',
      ')',
      '|',
      '`',
      '<',
      '&amp;',
      'a',
      '!',
      '~',
      '1.',
    ),
  );
  await fc.assert(
    fc.asyncProperty(signs, async (parts) => {
      expectSound(await markdownReader.read(bytesOf(parts.join('')), factsOf('a.md')));
    }),
  );
});

it('takes deep nesting', async () => {
  const outcome = await markdownReader.read(bytesOf('> '.repeat(3000) + 'a'), factsOf('a.md'));
  expectSound(outcome);
});
