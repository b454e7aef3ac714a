import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctionSignal } from './wire-signals';

const TITLE = 'Port Hallen opens its new harbour';

describe('signs in a headline', () => {
  it.each([
    [`CORRECTED-${TITLE}`, 'CORRECTED'],
    [`CORRECTED - ${TITLE}`, 'CORRECTED'],
    [`CORRECTED: ${TITLE}`, 'CORRECTED'],
    [`CORRECTION: ${TITLE}`, 'CORRECTION'],
    [`Correction: ${TITLE}`, 'CORRECTION'],
    [`Clarification: ${TITLE}`, 'CLARIFICATION'],
    [`CLARIFICATION: ${TITLE}`, 'CLARIFICATION'],
    [`UPDATE 2-${TITLE}`, 'UPDATE 2'],
    [`UPDATE 11 - ${TITLE}`, 'UPDATE 11'],
    [`WRAPUP 1-${TITLE}`, 'WRAPUP 1'],
    [`REFILE-${TITLE}`, 'REFILE'],
    [`RPT-${TITLE}`, 'RPT'],
    [`RPT-UPDATE 1-${TITLE}`, 'RPT, UPDATE 1'],
    [`CORRECTED-UPDATE 3-${TITLE}`, 'CORRECTED, UPDATE 3'],
    [`(Corrected) ${TITLE}`, 'CORRECTED'],
    [`[CORRECTED] ${TITLE}`, 'CORRECTED'],
    [`${TITLE} (Corrected)`, 'CORRECTED'],
  ])('%s', (headline, signal) => {
    expect(correctionSignal(headline, 'The harbour opened on Monday.')).toEqual({
      signal,
      bareHeadline: TITLE,
    });
  });
});

describe('notes that a text opens with', () => {
  it.each([
    '(Corrects spelling of name in paragraph 3)',
    '(Corrects to show that the vote was on Monday, not Tuesday)',
    '(Refiles to fix the dateline)',
    '(This November 12 story has been corrected to change the name of the mayor)',
    'This 12 November story has been corrected to say that the wall is nine metres high.',
    'This article was amended on 3 May to clarify who owns the harbour.',
    'Editor’s note: An earlier version of this article misspelled the mayor’s name.',
    "Editor's note: An earlier version of this article misspelled the mayor's name.",
    'CORRECTION: An earlier version of this story misstated the height of the wall.',
    'An earlier version of this article gave an incorrectly rounded figure.',
  ])('%s', (paragraph) => {
    expect(correctionSignal(TITLE, paragraph)).toEqual({
      signal: 'correction',
      bareHeadline: TITLE,
    });
  });
});

describe('what only looks like a sign', () => {
  it.each([
    'UPDATE your software before the election, Vessa tells its clerks',
    'Update 2 of the charter passes in Norland',
    'Corrections officer held in Vessa',
    'Correction of the river to take nine years',
    'Corrected figures show Norland in recession',
    'Repeat-offender law passes in Norland',
    'Clarified butter makers strike in Port Hallen',
    'Kill-switch demanded for harbour cranes',
    'KILL-SWITCH DEMANDED FOR HARBOUR CRANES',
    'UPDATE: NOT A NUMBERED ONE',
    'Recast-iron bridge opens in Vessa',
    'Advisory-board members resign',
  ])('%s', (headline) => {
    expect(correctionSignal(headline, 'The harbour opened on Monday.')).toBeNull();
  });

  it.each([
    'Corrects officers who speak out of turn: that is how the council works, the mayor said.',
    'Editor’s note: This is the first of three stories about the harbour.',
    'This story has been told in Port Hallen for a century.',
    'Correction fluid was found on the ballot papers, the clerk said.',
    'This article was written from court papers.',
  ])('%s', (paragraph) => {
    expect(correctionSignal(TITLE, paragraph)).toBeNull();
  });
});

it('takes any headline and paragraph, and only ever cuts at the edges', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (headline, paragraph) => {
      const found = correctionSignal(headline, paragraph);
      if (found !== null) expect(headline).toContain(found.bareHeadline);
    }),
  );
});
