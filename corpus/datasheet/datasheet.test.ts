import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hubLicence, licenceAddress } from './licences';
import { datasheetMarkdown } from './markdown';
import { NOTHING_SAID, type Answers } from './model';
import { QUESTION_GROUPS, QUESTIONS } from './questions';

const CONTENTS = { articles: 1200, annotations: 3400, spans: 5600, evidence: 78 };

const sheet = (answers: Answers) => datasheetMarkdown({ ...NOTHING_SAID, answers }, CONTENTS);

test('every question stands in the datasheet, and one without an answer is said to have none', () => {
  const nothing = sheet({});
  for (const { id, words } of QUESTIONS) {
    expect(nothing).toContain(words);
    const answered = sheet({ [id]: 'So it is.' });
    expect(answered).toMatch(new RegExp(`\\*\\*${words.replaceAll('?', '\\?')}\\*\\*[^#*]*\n> So it is\\.`)); // prettier-ignore
    expect(answered).not.toContain(`- ${words}`);
  }
  expect(nothing).toContain('- Who paid for it?');
  expect(nothing).toContain(`People answered 0 of ${QUESTIONS.length} questions.`);
  expect(nothing).toContain('1,200 articles, with 3,400 annotations');
  expect(new Set(QUESTIONS.map(({ id }) => id)).size).toBe(QUESTIONS.length);
});

test('no answer can be taken for a heading, a list of the open questions or Stet’s own words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (answer) => {
      const lines = sheet({ purpose: `# A\n${answer}\r- B\u2028## C` }).split(/[\r\n\u2028\u2029]/);
      const headings = lines.filter((line) => line.startsWith('#'));
      expect(headings).toEqual(['## Datasheet', ...QUESTION_GROUPS.map(({ name }) => `### ${name}`)]); // prettier-ignore
      expect(lines).toContain('> - B');
    }),
  );
});

test.each([
  ['CC BY 4.0', { license: 'cc-by-4.0' }, 'https://spdx.org/licenses/CC-BY-4.0.html'],
  ['cc0', { license: 'cc0-1.0' }, 'https://spdx.org/licenses/CC0-1.0.html'],
  ['https://spdx.org/licenses/ODbL-1.0.html', { license: 'odbl' }, 'https://spdx.org/licenses/ODbL-1.0.html'],
  ['House rules, §4', { license: 'other', license_name: 'house-rules-4' }, 'House rules, §4'],
  ['constructor', { license: 'other', license_name: 'constructor' }, 'constructor'],
  ['条款', { license: 'other', license_name: 'other' }, '条款'],
  ['https://desk.example/terms', { license: 'other', license_name: 'https-desk.example-terms', license_link: 'https://desk.example/terms' }, 'https://desk.example/terms'],
] as const)('the licence %s is told as the hub and Croissant tell it', (licence, hub, address) => {
  expect(hubLicence(licence)).toEqual(hub);
  expect(licenceAddress(licence)).toBe(address);
}); // prettier-ignore

test('a licence that is not stated is no licence', () => {
  expect(hubLicence(null)).toEqual({ license: 'other', license_name: 'not-stated' });
});
