import { describe, expect, it } from 'vitest';
import { datesIn, daysWithoutYearIn, firstOnOrAfter, weekdayOf } from './calendar';
import { dateHints, dateOf, type DateSources } from './dates';

const sources = (given: Partial<DateSources>): DateSources => ({
  lines: [],
  dateline: null,
  captions: [],
  prose: [],
  furniture: [],
  ...given,
});

// May 3, 2021 was a Monday.
const CAPTION = 'Water stands in Mill Lane, Ostrel, May 3, 2021. REUTERS/Bo Lind';
const valueOf = (given: Partial<DateSources>): string | null =>
  dateOf(sources(given))?.value ?? null;

describe('the calendar', () => {
  it.each([
    ['May 3, 2021', '2021-05-03'],
    ['Sept. 3, 2021', '2021-09-03'],
    ['3 May 2021', '2021-05-03'],
    ['the 3rd of May 2021', '2021-05-03'],
    ['2021-05-03T14:00', '2021-05-03'],
    ['3.5.2021', '2021-05-03'],
  ])('reads %s', (text, value) => {
    expect(datesIn(`It was ${text} then.`).map((date) => date.value)).toEqual([value]);
  });

  it('reads no days that do not exist, nor figures that may mean two days', () => {
    expect(datesIn('February 30, 2021 and 5/3/2021 and May 2021')).toEqual([]);
  });

  it('knows days without a year, and weekdays', () => {
    expect(daysWithoutYearIn('June 8: on 9 June, but May 3, 2021')).toEqual(['June 8', '9 June']);
    expect(weekdayOf('2021-05-03')).toBe('Monday');
    expect(firstOnOrAfter('2021-05-03', 'Monday')).toEqual({ value: '2021-05-03', days: 0 });
    expect(firstOnOrAfter('2021-05-31', 'Wednesday')).toEqual({ value: '2021-06-02', days: 2 });
  });
});

describe('dateOf', () => {
  it('takes a date line, and prefers the day of publication', () => {
    const lines = ['Updated 5 May 2021', 'Published 3 May 2021'];
    expect(dateOf(sources({ lines }))).toMatchObject({ value: '2021-05-03', basis: 'stated' });
  });

  it('takes a dated dateline', () => {
    expect(valueOf({ dateline: 'March 3, 2021' })).toBe('2021-03-03');
  });

  it('puts a picture and the lead’s weekday together', () => {
    const date = dateOf(sources({ captions: [CAPTION], prose: ['The wall failed on Tuesday.'] }));
    expect(date).toEqual({
      value: '2021-05-04',
      basis: 'inferred',
      reason:
        'From the photo caption: “May 3, 2021”, a Monday, and “on Tuesday” in the first paragraph.',
    });
  });

  it('takes the text’s weekday where the lead has none and the text has only one', () => {
    const captions = [CAPTION];
    expect(valueOf({ captions, prose: ['The wall failed.', 'It rained on Monday.'] })).toBe(
      '2021-05-03',
    );
    expect(
      valueOf({ captions, prose: ['It failed.', 'It rained on Monday and on Tuesday.'] }),
    ).toBeNull();
  });

  it('takes the dateline’s day in the year of the picture', () => {
    expect(valueOf({ captions: [CAPTION], dateline: 'May 5' })).toBe('2021-05-05');
    expect(valueOf({ captions: [CAPTION], dateline: 'December 5' })).toBeNull();
  });

  it('takes a weekday with its full date in the lead', () => {
    expect(valueOf({ prose: ['The wall failed on Monday, May 3, 2021, the mayor said.'] })).toBe(
      '2021-05-03',
    );
    expect(valueOf({ prose: ['The wall failed on May 3, 2021.'] })).toBeNull();
    expect(valueOf({ prose: ['The wall failed on Friday, May 3, 2021.'] })).toBeNull();
  });

  it('trusts no old picture', () => {
    const prose = ['The wall failed on Tuesday.'];
    expect(valueOf({ captions: [`FILE PHOTO: ${CAPTION}`], prose })).toBeNull();
    expect(valueOf({ captions: [`${CAPTION}/File Photo`], prose })).toBeNull();
    expect(valueOf({ captions: [CAPTION], prose: ['The wall failed on Friday.'] })).toBeNull();
    expect(valueOf({ captions: [CAPTION], prose: [...prose, 'It was built in 2022.'] })).toBeNull();
  });

  it('never guesses, and says what may help', () => {
    const prose = ['The wall failed last August, a year after 2020.'];
    expect(valueOf({ prose })).toBeNull();
    expect(valueOf({ captions: [CAPTION], prose })).toBeNull();
    expect(dateHints(sources({ captions: [CAPTION] }))[0]).toContain('May 3, 2021');
    expect(dateHints(sources({ furniture: ['See Ostrel Daily, June 8: Wall'] }))[0]).toContain(
      'June 8',
    );
    expect(dateHints(sources({}))).toHaveLength(1);
  });
});
