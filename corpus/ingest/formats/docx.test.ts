import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { docxReader } from './docx';
import { docxOf, paragraph, run, xml, type TestDocx } from './docx.testing';
import {
  articlesIn,
  expectSoundWhenDamaged,
  factsOf,
  refusalOf,
  rolesOf,
} from './wire-pieces.testing';

const LEAD =
  'VESSA, Norland — The harbour of Port Hallen opened on Monday after nine years of work.';
const COMMENTED =
  '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>The mayor</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>' +
  run(' of Port Hallen spoke for an hour about the new sea wall.') +
  '</w:p>';
const COMMENT = `<w:comment w:id="0" w:author="Ada Quill">${paragraph(run('Which mayor?'))}</w:comment>`;

async function read(document: TestDocx) {
  const [article] = await articlesIn(docxReader, docxOf(document), 'story.docx');
  return article!;
}

describe('what a document says of its paragraphs', () => {
  it('takes styles for roles', async () => {
    const article = await read({
      body: [
        paragraph(run('Port Hallen opens its harbour'), 'Title'),
        paragraph(run(LEAD)),
        paragraph(run('Nine years'), 'Heading1'),
        paragraph(run('It was worth the wait.'), 'Quote'),
        paragraph(run('The harbour on Monday'), 'Caption'),
        paragraph(run('It cost nine million crowns, the council said on Tuesday.')),
      ].join(''),
    });
    expect(rolesOf(article)).toEqual([
      'headline: Port Hallen opens its harbour',
      `paragraph: ${LEAD}`,
      'crosshead: Nine years',
      'block_quote: It was worth the wait.',
      'caption: The harbour on Monday',
      'paragraph: It cost nine million crowns, the council said on Tuesday.',
    ]);
    expect(article.headline).toBe('Port Hallen opens its harbour');
    expect(article.places).toEqual(['VESSA, Norland']);
  });

  it('keeps the depth of list items', async () => {
    const item = (text: string, level: number): string =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr>${run(text)}</w:p>`;
    const article = await read({
      body: paragraph(run(LEAD)) + item('One', 0) + item('Two', 1) + item('Three', 0),
    });
    const items = article.blocks.filter(({ role }) => role === 'list_item');
    expect(items.map(({ text, depth }) => [text, depth])).toEqual([
      ['One', 0],
      ['Two', 1],
      ['Three', 0],
    ]);
  });

  it('makes a row of a table one block', async () => {
    const row = (...cells: string[]): string =>
      `<w:tr>${cells.map((text) => `<w:tc>${paragraph(run(text))}</w:tc>`).join('')}</w:tr>`;
    const table = `<w:tbl>${row('Town', 'Votes')}${row('Vessa', '312')}</w:tbl>`;
    const article = await read({ body: paragraph(run(LEAD)) + table });
    expect(rolesOf(article).slice(1)).toEqual(['table_row: Town\tVotes', 'table_row: Vessa\t312']);
  });

  it('keeps emphasis and safe links', async () => {
    const link = (id: string, text: string): string =>
      `<w:hyperlink r:id="${id}">${run(text)}</w:hyperlink>`;
    const article = await read({
      body: paragraph(
        run('The ') +
          run('old', '<w:b/>') +
          run(' ') +
          run('wall', '<w:i/>') +
          run(' ') +
          link('r7', 'of stone') +
          run(' and ') +
          link('r8', 'sand'),
      ),
      links: { r7: 'https://example.org/wall', r8: 'javascript:alert(1)' },
    });
    expect(article.blocks[0]?.formatting).toEqual([
      { kind: 'strong', start: 4, end: 7 },
      { kind: 'emphasis', start: 8, end: 12 },
      { kind: 'link', href: 'https://example.org/wall', start: 13, end: 21 },
    ]);
  });

  it('puts footnotes at the end', async () => {
    const article = await read({
      body: paragraph(run(LEAD) + '<w:r><w:footnoteReference w:id="2"/></w:r>'),
      footnotes: `<w:footnote w:id="2">${paragraph(run('Council minutes, page 9.'))}</w:footnote>`,
    });
    expect(rolesOf(article).at(-1)).toBe('furniture: Council minutes, page 9.');
  });
});

describe('changes and comments', () => {
  it('takes tracked changes as accepted', async () => {
    const tracked =
      run('The wall is ') +
      '<w:del w:id="1" w:author="A"><w:r><w:delText>eight</w:delText></w:r></w:del>' +
      `<w:ins w:id="2" w:author="A">${run('nine')}</w:ins>` +
      `<w:moveFrom w:id="3">${run(' gone')}</w:moveFrom><w:moveTo w:id="4">${run(' metres')}</w:moveTo>` +
      run(' high.');
    const bytes = docxOf({ body: paragraph(tracked) });
    const outcome = await docxReader.read(bytes, factsOf('a.docx'));
    expect(outcome).toMatchObject({
      notes: ['The document’s tracked changes were taken as accepted.'],
      articles: [{ blocks: [{ text: 'The wall is nine metres high.' }] }],
    });
  });

  it('joins the paragraphs around a deleted break', async () => {
    const first = `<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="A"/></w:rPr></w:pPr>${run('One half, ')}</w:p>`;
    const article = await read({ body: first + paragraph(run('and the other.')) });
    expect(article.blocks.map(({ text }) => text)).toEqual(['One half, and the other.']);
  });

  it('makes a comment a note about its words', async () => {
    const article = await read({ body: paragraph(run(LEAD)) + COMMENTED, comments: COMMENT });
    expect(article.notes).toEqual([
      {
        author: 'Ada Quill',
        body: 'Which mayor?',
        writtenAt: null,
        places: [{ block: 1, start: 0, end: 9 }],
        replies: [],
        isResolved: false,
      },
    ]);
  });

  const W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"';
  const commentOf = (id: number, author: string, words: string): string =>
    `<w:comment w:id="${id}" w:author="${author}" w:date="2026-11-2${id}T10:00:00Z"><w:p ${W14} w14:paraId="0000000${id}">${run(words)}</w:p></w:comment>`;
  const extended = (...lines: string[]) => ({
    'word/commentsExtended.xml': xml(
      `<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">${lines.join('')}</w15:commentsEx>`,
    ),
  });
  const TALK =
    commentOf(0, 'Ada Quill', 'Which mayor?') +
    commentOf(1, 'Bo Reed', 'Anna Holt.') +
    commentOf(2, 'Ada Quill', 'Thanks.');

  it('keeps replies, dates, and what is resolved', async () => {
    const article = await read({
      body: paragraph(run(LEAD)) + COMMENTED,
      comments: TALK,
      more: extended(
        '<w15:commentEx w15:paraId="00000000" w15:done="1"/>',
        '<w15:commentEx w15:paraId="00000001" w15:paraIdParent="00000000" w15:done="0"/>',
        '<w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="0"/>',
      ),
    });
    expect(article.notes).toMatchObject([
      {
        author: 'Ada Quill',
        writtenAt: '2026-11-20T10:00:00Z',
        isResolved: true,
        replies: [
          { author: 'Bo Reed', body: 'Anna Holt.', writtenAt: '2026-11-21T10:00:00Z' },
          { author: 'Ada Quill', body: 'Thanks.' },
        ],
      },
    ]);
  });

  it('keeps every comment where answers go round or name what is not there', async () => {
    const article = await read({
      body: paragraph(run(LEAD)) + COMMENTED,
      comments: TALK,
      more: extended(
        '<w15:commentEx w15:paraId="00000000" w15:paraIdParent="00000001"/>',
        '<w15:commentEx w15:paraId="00000001" w15:paraIdParent="00000000"/>',
        '<w15:commentEx w15:paraId="00000002" w15:paraIdParent="0000000F"/>',
      ),
    });
    const bodies = article.notes?.flatMap((note) => [
      note.body,
      ...note.replies.map((r) => r.body),
    ]);
    expect(bodies).toEqual(['Which mayor?', 'Anna Holt.', 'Thanks.']);
  });

  it('takes every paragraph of a comment on several', async () => {
    const body =
      `<w:p>${run('One ')}<w:commentRangeStart w:id="0"/>${run('two')}</w:p>` +
      `<w:p>${run('three')}</w:p><w:p></w:p>` +
      `<w:p>${run('four ')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>${run('five')}</w:p>`;
    const article = await read({ body, comments: COMMENT });
    const { blocks, notes } = article;
    const words = notes![0]!.places.map(({ block, start, end }) => blocks[block]!.text.slice(start, end)); // prettier-ignore
    expect(words.map((piece) => piece.trim())).toEqual(['two', 'three', 'four']);
    expect(notes).toHaveLength(1);
  });

  it('keeps a comment whose words were deleted', async () => {
    const body = `${paragraph(run(LEAD))}<w:p><w:del w:id="9"><w:commentRangeStart w:id="0"/></w:del></w:p>`;
    const article = await read({ body, comments: COMMENT });
    expect(article.notes).toMatchObject([{ body: 'Which mayor?', places: [] }]);
  });
});

describe('what is refused', () => {
  it.each([
    ['an old or locked file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3), 'old Word document'],
    [
      'a locked file',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...strToU8([...'EncryptedPackage'].join('\0'))]),
      'locked with a password',
    ],
    ['a cut file', docxOf({ body: paragraph(run(LEAD)) }).subarray(0, 400), 'cut off'],
    ['an empty document', docxOf({ body: '' }), 'holds no text'],
    [
      'a bomb',
      docxOf({ body: '', more: { 'word/media/a.png': new Uint8Array(51 * 1024 * 1024) } }),
      'far more',
    ],
    [
      'a dense part',
      docxOf({ body: '', more: { 'word/a.xml': new Uint8Array(2 * 1024 * 1024) } }),
      'far more',
    ],
    [
      'entities',
      docxOf({
        body: '',
        more: {
          'word/comments.xml': xml('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a/>'),
        },
      }),
      'document type',
    ],
    ['a zip that is no document', zipSync({ 'a.txt': strToU8('a') }), 'cannot be read'],
    ['broken XML', docxOf({ body: '<w:p><w:r>' }), 'cannot be read'],
  ])('%s', async (_, bytes, words) => {
    expect(await refusalOf(docxReader, bytes)).toContain(words);
  });
});

it('knows its files', () => {
  const bytes = docxOf({ body: '' });
  expect(docxReader.recognises(bytes, factsOf('a'))).toBe(true);
  expect(docxReader.recognises(zipSync({ 'a.txt': strToU8('a') }), factsOf('a.zip'))).toBe(false);
});

it('takes any damage', async () => {
  const bytes = docxOf({ body: paragraph(run(LEAD)) + COMMENTED, comments: COMMENT });
  await expectSoundWhenDamaged(docxReader, bytes, 'a.docx', 150);
});

it('takes damage inside its parts', async () => {
  const reader = {
    ...docxReader,
    read: (part: Uint8Array) =>
      docxReader.read(
        docxOf({ body: '', comments: COMMENT, more: { 'word/document.xml': part } }),
        factsOf('a.docx'),
      ),
  };
  const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const part = xml(
    `<w:document xmlns:w="${W}"><w:body>${paragraph(run(LEAD, '<w:b/>'), 'Title')}${COMMENTED}</w:body></w:document>`,
  );
  await expectSoundWhenDamaged(reader, part, 'a.docx', 150);
});
