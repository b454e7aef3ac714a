import fc from 'fast-check';
import { expect, it } from 'vitest';
import { articlesOf, damaged, DAMAGES, expectSound, prose, textsOf } from './html-pages.testing';
import { mailReader } from './mail';

const FACTS = { name: 'story.eml', url: null, contentType: null };

const HEAD =
  'From: Ida Rosk <ida@post.example>\r\nTo: desk@post.example\r\n' +
  'Subject: Fwd: Re: Cranes stay closed\r\nDate: Tue, 03 Mar 2026 10:00:00 +0000\r\n' +
  'Message-ID: <m1@post.example>\r\nMIME-Version: 1.0\r\n';

const BODY = `${prose('Monday')}\r\n\r\n${prose('Friday')}\r\n`;

function plain(body: string, type = 'text/plain; charset=utf-8'): string {
  return `${HEAD}Content-Type: ${type}\r\n\r\n${body}`;
}

async function read(text: string) {
  return mailReader.read(new TextEncoder().encode(text), FACTS);
}

it('takes headline, byline and date from the mail where the text has none', async () => {
  const [article] = articlesOf(await read(plain(BODY)));
  expect(article).toMatchObject({
    headline: 'Cranes stay closed',
    byline: 'Ida Rosk',
    date: { value: '2026-03-03', basis: 'inferred' },
    metadata: { externalId: '<m1@post.example>' },
  });
  expect(textsOf(article, 'paragraph')).toEqual([prose('Monday'), prose('Friday')]);
});

it('prefers the headline and byline of the text', async () => {
  const text = `Ferry to Vessa stops\r\n\r\nBy Olan Vey\r\n\r\n${BODY}`;
  const [article] = articlesOf(await read(plain(text)));
  expect(article).toMatchObject({ headline: 'Ferry to Vessa stops', byline: 'Olan Vey' });
});

it('keeps replies and signatures as furniture', async () => {
  const text = `${BODY}\r\n> Can you file by six?\r\n> Thanks\r\n\r\n-- \r\nIda Rosk\r\nQuay Street`;
  const [article] = articlesOf(await read(plain(text)));
  expect(textsOf(article, 'paragraph')).toHaveLength(2);
  expect(textsOf(article, 'furniture')).toEqual([
    '> Can you file by six?\n> Thanks',
    '-- \nIda Rosk\nQuay Street',
  ]);
});

it('joins flowed lines', async () => {
  const flowed = prose('Monday').replace('said on', 'said \r\non');
  const [article] = articlesOf(await read(plain(flowed, 'text/plain; format=flowed')));
  expect(textsOf(article, 'paragraph')).toEqual([prose('Monday')]);
});

it('reads HTML where there is no plain text, and names attachments', async () => {
  const mixed =
    `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n` +
    `<p>${prose('Monday')}</p><p><a href="javascript:x">x</a></p>\r\n--b\r\n` +
    'Content-Type: application/pdf; name=a.pdf\r\nContent-Disposition: attachment; ' +
    'filename=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--b--\r\n';
  const outcome = await read(mixed);
  const [article] = articlesOf(outcome);
  expect(article?.headline).toBe('Cranes stay closed');
  expect(article?.blocks.map(({ text }) => text)).toContain(prose('Monday'));
  expect(outcome.ok && outcome.notes).toEqual(['Attachments were left out: a.pdf.']);
});

it('refuses a mail without a text, and recognises mails by their head', async () => {
  expect((await read(plain(''))).ok).toBe(false);
  expect((await read('')).ok).toBe(false);
  const bytes = new TextEncoder().encode(plain(BODY));
  expect(mailReader.recognises(bytes, { ...FACTS, name: 'x' })).toBe(true);
  const story = new TextEncoder().encode(`To: everybody\n\n${BODY}`);
  expect(mailReader.recognises(story, { ...FACTS, name: 'x' })).toBe(false);
});

it('never throws for damaged mails', async () => {
  const bytes = new TextEncoder().encode(plain(BODY));
  await fc.assert(
    fc.asyncProperty(DAMAGES, async (damages) => {
      expectSound(await mailReader.read(damages.reduce(damaged, bytes), FACTS));
    }),
    { numRuns: 100 },
  );
});
