import { describe, expect, it } from 'vitest';
import { dayOfMoment, dayWords, momentWords, writtenMomentWords } from './dates';
import { counted, figure, roundedFigure } from './numbers';

describe('numbers', () => {
  it('set thousands apart', () => {
    expect(figure(3034)).toBe('3,034');
    expect(figure(20337)).toBe('20,337');
    expect(roundedFigure(1234.567, 1)).toBe('1,234.6');
  });

  it('agree with what is counted', () => {
    expect(counted(1, 'file')).toBe('1 file');
    expect(counted(0, 'file')).toBe('0 files');
    expect(counted(1200, 'entry', 'entries')).toBe('1,200 entries');
  });
});

describe('dates', () => {
  it('are written one way, whether they are days or moments', () => {
    expect(dayWords('2026-03-04')).toBe('4 Mar 2026');
    expect(dayOfMoment('2026-03-04T23:59:59.000Z')).toBe('4 Mar 2026');
    expect(momentWords('2026-03-04T15:04:00Z', 'UTC')).toBe('4 Mar 2026, 15:04');
    expect(writtenMomentWords('2026-03-04T15:04:00+02:00')).toBe('4 Mar 2026, 15:04');
    expect(writtenMomentWords('2026-03-04')).toBe('4 Mar 2026');
  });

  it('that are no whole day stay as they are', () => {
    for (const date of ['2026-03', 'in spring', '', '2026-13-40'])
      expect(dayWords(date)).toBe(date);
  });
});
