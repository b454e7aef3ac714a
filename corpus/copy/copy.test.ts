import fc from 'fast-check';
import { XMLParser } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { layOut } from '../document/text';
import { copyName, makeCopy } from './copy';
import { madeDiscreet, withoutConfidential } from './discreet';
import type { CopyArticle, CopyEvidence, CopyNote } from './model';
import { redlineOf, textOfRedline } from './redline';

const { text, blocks } = layOut(
  (
    [
      ['headline', 'Ferry late again'],
      ['paragraph', 'The ferry left Vessa at nine. “It is old,” said Ada Orm & crew <b>.'],
      ['paragraph', 'Two lines\nin one block, and 41,000 people.'],
      ['furniture', 'Related articles'],
    ] as const
  ).map(([role, words]) => ({ role, text: words, depth: 0, group: null, original: null })),
);

const evidence = (change: Partial<CopyEvidence> = {}): CopyEvidence => ({
  kind: 'document',
  title: 'Log of the port',
  place: 'https://port.example/log?a=1&b=2',
  origin: 'Port',
  terms: 'on_record',
  stance: 'supports',
  primary: true,
  locator: 'p. 4',
  excerpt: 'left 09:00',
  copies: [{ sha256: 'c0ffee'.repeat(8), keptAt: '2026-11-20T18:30:00.000Z' }],
  ...change,
});

function note(words: string, change: Partial<CopyNote> = {}): CopyNote {
  const start = text.indexOf(words);
  return {
    id: `the note on ${words}`,
    kind: 'claim',
    spans: [{ start, end: start + words.length }],
    types: ['number'],
    flags: [],
    terms: null,
    anonymityReason: null,
    source: null,
    status: 'signed_off',
    reason: null,
    finding: 'supported',
    fidelity: null,
    disposition: 'stet',
    replacement: null,
    rationale: 'As in the log.',
    checkedBy: 'Bo Lind',
    signedBy: 'Eve Ås',
    signedAt: '2026-11-20T10:00:00.000Z',
    evidence: [evidence()],
    messages: [{ person: 'Mira', at: '2026-11-19T08:00:00.000Z', body: 'Sure?' }],
    withheld: 0,
    ...change,
  };
}

const fix = { disposition: 'fix', replacement: 'at ten' } as const;
const article: CopyArticle = {
  headline: 'Ferry late again',
  byline: null,
  date: '2026-11-21',
  collection: 'Desk',
  revision: { number: 2, hash: 'abc123' },
  text,
  blocks,
  notes: [note('Vessa at nine'), note('at nine', { ...fix, evidence: [] }), note('41,000', { disposition: 'cut' })],
  coverage: { checked: 3, attributed: 0, nothing: 0, marked: 0, uncovered: 1 },
  signature: { person: 'Eve Ås', at: '2026-11-21T09:00:00.000Z' },
}; // prettier-ignore

const NOTES = { kind: 'notes', isDiscreet: false } as const;
const REDLINE = { kind: 'redline', isDiscreet: false } as const;
const htmlOf = async (copy: CopyArticle, choice: typeof NOTES | typeof REDLINE = NOTES) =>
  new TextDecoder().decode((await makeCopy(copy, { ...choice, format: 'html' })).bytes);
const docxOf = async (copy: CopyArticle, choice: typeof NOTES | typeof REDLINE = NOTES) =>
  (await makeCopy(copy, { ...choice, format: 'docx' })).bytes;

const partOf = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array()); // prettier-ignore
const readByMammoth = (bytes: Uint8Array) =>
  mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { styleMap: ['comment-reference => sup'] });

/** All that a reader of the file could come upon. */
const allOf = (bytes: Uint8Array) => Object.values(unzipSync(bytes)).map((part) => strFromU8(part)).join('\n'); // prettier-ignore

describe('a web page with notes', () => {
  it('has the article with numbers in the text and a note for each', async () => {
    const { document } = parseHTML(await htmlOf(article));
    expect(document.querySelector('h1')!.textContent).toBe('Ferry late again');
    expect([...document.querySelectorAll('main > p mark')].map((mark) => mark.textContent).join('|')).toBe('Vessa |at nine|41,000'); // prettier-ignore
    const notes = [...document.querySelectorAll('.notes ol > li')];
    expect(notes).toHaveLength(3);
    expect(notes[0]!.textContent).toMatch(/Vessa at nine.*Claim, number: signed off\..*Log of the port.*archived copy, SHA-256 (c0ffee){8}, 20 Nov 2026.*left 09:00.*Mira/s); // prettier-ignore
    for (const link of document.querySelectorAll('sup a, .notes p > a[href^="#"]')) {
      expect(document.querySelector(link.getAttribute('href')!)).not.toBeNull();
    }
    expect(document.body.textContent).not.toContain('Related articles');
    expect(document.querySelector('header')!.textContent).toMatch(/Signed as a whole by Eve Ås, 21 Nov 2026.*abc123/s); // prettier-ignore
  });

  it('is inert whatever people wrote', async () => {
    const hostile = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
    const bad = note('Vessa', { rationale: hostile, checkedBy: hostile, evidence: [evidence({ title: hostile, place: 'javascript:alert(1)', excerpt: hostile }), evidence({ place: 'https://x.example/"onclick="y' })] }); // prettier-ignore
    const copy = { ...article, headline: hostile, collection: hostile, notes: [bad] };
    for (const choice of [NOTES, REDLINE]) {
      const { document } = parseHTML(await htmlOf(copy, choice));
      expect(document.querySelectorAll('script, img, iframe, object, form')).toHaveLength(0);
      const attributes = [...document.querySelectorAll('*')].flatMap((one) =>
        one.getAttributeNames(),
      );
      expect(attributes.filter((name) => name.startsWith('on'))).toEqual([]);
      const links = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href'));
      expect(links.every((href) => /^(#|https?:)/.test(href ?? ''))).toBe(true);
      expect(document.querySelector('meta[http-equiv]')!.getAttribute('content')).toMatch(/^default-src 'none'/); // prettier-ignore
    }
  });
});

describe('a Word file', () => {
  it('has a comment for each note and the evidence in endnotes, as another reader finds them', async () => {
    const bytes = await docxOf(article);
    const { value, messages } = await readByMammoth(bytes);
    expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
    const { document } = parseHTML(`<html><body>${value}</body></html>`);
    expect(document.querySelector('h1')!.textContent).toBe('Ferry late again');
    expect(document.body.textContent).toContain('“It is old,” said Ada Orm & crew <b>.');
    const comments = [...document.querySelectorAll('dd')].map((one) => one.textContent);
    expect(comments).toHaveLength(3);
    expect(comments[0]).toMatch(/Claim, number: signed off\..*Rationale: As in the log\..*Mira, 19 Nov 2026: Sure\?/s); // prettier-ignore
    const endnotes = [...document.querySelectorAll('li[id^="endnote"]')].map((one) => one.textContent); // prettier-ignore
    expect(endnotes).toHaveLength(2);
    expect(endnotes[0]).toMatch(/Log of the port \(document, Port\); p\. 4.*archived copy, SHA-256 (c0ffee){8}, 20 Nov 2026\..*left 09:00/s); // prettier-ignore
  });

  it('begins and ends each comment once, around its words', async () => {
    const xml = partOf(await docxOf(article), 'word/document.xml');
    for (const [index, words] of ['Vessa at nine', 'at nine', '41,000'].entries()) {
      const id = index + 1;
      const [, inside = ''] = new RegExp(`<w:commentRangeStart w:id="${id}"/>(.*?)<w:commentRangeEnd w:id="${id}"/>`).exec(xml) ?? []; // prettier-ignore
      const said = [...inside.matchAll(/<w:t[ >][^<]*<\/w:t>|<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[0].replaceAll(/<[^>]+>/g, '')).join(''); // prettier-ignore
      expect(said).toBe(words);
      expect(xml.match(new RegExp(`<w:commentReference w:id="${id}"/>`, 'g'))).toHaveLength(1);
    }
  });

  it('keeps its corrections as tracked changes, which can be accepted or rejected', async () => {
    const bytes = await docxOf(article, REDLINE);
    const xml = partOf(bytes, 'word/document.xml');
    expect(xml).toMatch(/<w:del [^>]*w:author="Bo Lind"[^>]*>.*?<w:delText[^>]*>at nine<\/w:delText>.*?<\/w:del>\s*<w:ins [^>]*>.*?at ten/s); // prettier-ignore
    expect(xml.match(/<w:ins /g)).toHaveLength(1);
    expect(xml.match(/<w:del /g)).toHaveLength(2);
    // Mammoth reads the file as if all changes were accepted.
    const { value } = await readByMammoth(bytes);
    expect(value).toContain('left Vessa at ten.');
    expect(value).toContain('in one block, and  people.');
  });

  it('is well formed in every part whatever the text is', async () => {
    const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(words, words, async (title, rationale) => {
        const drafts = [{ role: 'paragraph' as const, text: `${title}\nx`, depth: 0, group: null, original: null }];
        const laid = layOut(drafts);
        const spans = [{ start: 0, end: title.length }];
        const notes = [note('Vessa', { spans, rationale, ...fix, checkedBy: title, evidence: [evidence({ title, excerpt: rationale })] })];
        for (const choice of [NOTES, REDLINE]) {
          const bytes = await docxOf({ ...article, ...laid, headline: title, notes }, choice);
          for (const [name, part] of Object.entries(unzipSync(bytes))) {
            const isPart = /\.(xml|rels)$/.test(name);
            // eslint-disable-next-line @typescript-eslint/no-deprecated -- its successor is a package of its own
            if (isPart) expect(() => new XMLParser().parse(strFromU8(part), true) as unknown, name).not.toThrow();
          }
        }
      }),
      { numRuns: 40 },
    ); // prettier-ignore
  });

  it('names its comments’ authors and days', async () => {
    const xml = partOf(await docxOf(article), 'word/comments.xml');
    const parsed = new XMLParser({ ignoreAttributes: false }).parse(xml) as { 'w:comments': { 'w:comment': Record<string, string>[] } }; // prettier-ignore
    const [first] = parsed['w:comments']['w:comment'];
    expect(first).toMatchObject({ '@_w:author': 'Bo Lind', '@_w:initials': 'BL' });
    expect(first!['@_w:date']).toMatch(/^2026-11-20T10:00:00/);
  });
});

describe('what is confidential', () => {
  const secret = 'The deckhand at the bar';
  const hidden = note('Vessa at nine', {
    evidence: [evidence(), evidence({ terms: 'off_record', title: secret, excerpt: secret }), evidence({ terms: 'deep_background', place: secret })], // prettier-ignore
  });
  const source = note('41,000', { kind: 'attribution', terms: 'off_record', source: 'people', anonymityReason: secret, rationale: secret, reason: secret, evidence: [evidence({ title: secret })], messages: [{ person: 'Bo', at: '', body: secret }] }); // prettier-ignore
  const clean = withoutConfidential({ ...article, notes: [hidden, source] });

  it('is in no copy of any kind, and is counted', async () => {
    for (const choice of [NOTES, REDLINE]) {
      for (const isDiscreet of [false, true]) {
        const html = new TextDecoder().decode((await makeCopy(clean, { ...choice, isDiscreet, format: 'html' })).bytes); // prettier-ignore
        const docx = (await makeCopy(clean, { ...choice, isDiscreet, format: 'docx' })).bytes;
        expect(html).not.toContain(secret);
        expect(allOf(docx)).not.toContain(secret);
      }
    }
    expect(clean.notes.map(({ withheld }) => withheld)).toEqual([2, 1]);
    expect(await htmlOf(clean)).toContain('3 confidential parts stay on the desk.');
  });

  it('is more in a discreet copy: background, discussions, names, and what rests on it', async () => {
    const background = note('Vessa', { evidence: [evidence({ terms: 'background', title: secret })], rationale: secret, messages: [{ person: 'Bo', at: '', body: secret }] }); // prettier-ignore
    const plain = { ...article, notes: [background, note('41,000')] };
    expect(await htmlOf(plain)).toContain(secret);
    const discreet = madeDiscreet(plain);
    const docx = allOf(await docxOf(discreet));
    for (const words of [secret, 'Bo Lind', 'Eve Ås', 'Mira']) {
      expect(await htmlOf(discreet)).not.toContain(words);
      expect(docx).not.toContain(words);
    }
    expect(await htmlOf(discreet)).toContain('As in the log.');
  });
});

describe('a redline', () => {
  it('draws the first of two corrections that overlap and tells the other', () => {
    const clash = { ...article, notes: [note('Vessa at nine', { ...fix, replacement: 'Quell at ten' }), note('at nine', fix)] }; // prettier-ignore
    const redline = redlineOf(clash);
    expect([redline.corrections, redline.left.length]).toEqual([1, 1]);
    expect(textOfRedline(redline, 'after')).toContain('left Quell at ten.');
  });

  it('gives the new words to the first of several pieces and takes the others out', () => {
    const [one, two] = [note('Vessa').spans[0]!, note('nine').spans[0]!];
    const redline = redlineOf({ ...article, notes: [note('Vessa', { spans: [one, two], ...fix, replacement: 'Quell' })] }); // prettier-ignore
    expect(textOfRedline(redline, 'after')).toContain('The ferry left Quell at . “It');
  });

  it('with all changes rejected is the article, whatever is corrected', () => {
    const spans = fc.tuple(fc.nat(text.length - 3), fc.integer({ min: 1, max: 12 }));
    const inBlock = ([start, length]: readonly [number, number]) => {
      const block = blocks.find((each) => each.start <= start && start < each.end);
      return block === undefined ? [] : [{ start, end: Math.min(block.end, start + length) }];
    };
    const notes = fc.array(fc.record({ span: spans, replacement: fc.string({ minLength: 1 }), cut: fc.boolean() }), { maxLength: 6 }); // prettier-ignore
    fc.assert(
      fc.property(notes, (all) => {
        const made = all.flatMap(({ span, replacement, cut }) => inBlock(span).map((one) => note('nine', { spans: [one], ...(cut ? { disposition: 'cut' as const } : { disposition: 'fix' as const, replacement }) }))); // prettier-ignore
        const redline = redlineOf({ ...article, notes: made });
        expect(textOfRedline(redline, 'before')).toBe(text);
      }),
    );
  });

  it('of nothing says so', async () => {
    const bare = { ...article, notes: [] };
    expect(await htmlOf(bare, REDLINE)).toContain('0 corrections.');
    expect(await htmlOf(bare)).toContain('Nothing is marked in this article.');
    expect((await readByMammoth(await docxOf(bare))).value).toContain('Ferry late again');
  });
});

it('is named after the headline in letters that every system takes', () => {
  const named = (headline: string) => copyName({ ...article, headline }, { ...REDLINE, format: 'docx' }); // prettier-ignore
  expect(named('Fähre: “spät” / again?')).toBe('fahre-spat-again-redline.docx');
  expect(named('***')).toBe('article-redline.docx');
});
