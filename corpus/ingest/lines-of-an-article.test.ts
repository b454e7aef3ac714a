import { describe, expect, it } from 'vitest';
import { bylineOf, namesIn } from './byline';
import { isArchivePicture, isCaption, isCredit } from './captions';
import { datelineOf } from './dateline';
import { fitsAddress, isFurniture, isRule } from './furniture';
import { isCrosshead, isTitle, mayBeKicker } from './titles';

describe('datelineOf', () => {
  it.each<[string, string[], string | null, string | null]>([
    ['LONDON (AP) — The bridge', ['LONDON'], 'AP', null],
    ['PARIS, March 3 (AFP) - The bridge', ['PARIS'], 'AFP', 'March 3'],
    ['BERLIN, 3 March 2021 (dpa) – The bridge', ['BERLIN'], 'dpa', '3 March 2021'],
    ['BERLIN — The bridge', ['BERLIN'], null, null],
    ['VESSA—The bridge', ['VESSA'], null, null],
    [
      'VESSA, Norland/PORT ARLEN (Reuters) – The',
      ['VESSA, Norland', 'PORT ARLEN'],
      'Reuters',
      null,
    ],
    ['ST. ALBA, Mo. (AP) _ The bridge', ['ST. ALBA, Mo.'], 'AP', null],
    ['PORT-AU-VENT (Reuters Life!) - “No', ['PORT-AU-VENT'], 'Reuters Life!', null],
    ['ABOARD THE FERRY ILSE (AP) -- The', ['ABOARD THE FERRY ILSE'], 'AP', null],
    ['PORT ARLEN (The Harbor Post) – The', ['PORT ARLEN'], 'The Harbor Post', null],
    ['Vessa (dpa) - Die Brücke', ['Vessa'], 'dpa', null],
    ['(Bloomberg) -- The bank', [], 'Bloomberg', null],
    ['March 3 (Reuters) - The bank', [], 'Reuters', 'March 3'],
    ['DÉRAC- A delegation', ['DÉRAC'], null, null],
  ])('%s', (text, places, agency, date) => {
    expect(datelineOf(`${text} was closed on Thursday.`)).toMatchObject({ places, agency, date });
  });

  it.each([
    'The mayor (no relation) - he said - went home.',
    'NATO — The alliance said it was ready.',
    'WHY IT MATTERS — The bridge carries all traffic.',
    'U.S.-backed forces closed the bridge.',
    'SMITH: I did not say that.',
    'In 2019 (a good year) - as they say - it rained.',
    'OSTREL - ',
    'A 30-year-old bridge - the last - was closed.',
  ])('finds none in “%s”', (text) => {
    expect(datelineOf(text)).toBeNull();
  });
});

describe('bylineOf', () => {
  it.each<[string, string | null, string | null, string | null]>([
    ['By Mira Tolland', 'Mira Tolland', null, null],
    ['BY MIRA TOLLAND AND JON ASHGROVE', 'MIRA TOLLAND AND JON ASHGROVE', null, null],
    [
      'By Mira van der Toll, Jon al-Asha and Bo O’Lind',
      'Mira van der Toll, Jon al-Asha and Bo O’Lind',
      null,
      null,
    ],
    ['By Mira Tolland, Associated Press', 'Mira Tolland', 'Associated Press', null],
    ['By Mira Tolland, AP Business Writer', 'Mira Tolland', null, null],
    ['Mira Tolland and Jon Ashgrove, Staff Writers', 'Mira Tolland and Jon Ashgrove', null, null],
    ['By Mira Tolland | 3 May 2021', 'Mira Tolland', null, '2021-05-03'],
    ['May 3, 2021. Mira Tolland, Jon Ashgrove.', 'Mira Tolland, Jon Ashgrove', null, '2021-05-03'],
    ['Published 3 May 2021 14:05 BST', null, null, '2021-05-03'],
    ['Monday, May 3, 2021 at 3:15 p.m.', null, null, '2021-05-03'],
    ['2021-05-03', null, null, '2021-05-03'],
    ['May 3, 2021 | 6 Comments', null, null, '2021-05-03'],
    ['Mon 3 May 2021 17.04 BST', null, null, '2021-05-03'],
    ['May 3, 2021 / 5:04 PM / 2 years ago', null, null, '2021-05-03'],
    ['Millbridge, 3 May 2021', null, null, '2021-05-03'],
    ['By Mira Tolland in Vessa', 'Mira Tolland', null, null],
    ['By Mira Tolland for The Ostrel Herald', 'Mira Tolland', 'Ostrel Herald', null],
    ['Posted by Mira on 3 May 2021', 'Mira', null, '2021-05-03'],
  ])('%s', (text, names, agency, date) => {
    const byline = bylineOf(text);
    expect(byline).toMatchObject({ names });
    if (agency !== null) expect(byline?.agency).toContain(agency);
    expect(byline?.date?.value ?? null).toBe(date);
  });

  it.each([
    'By Monday the river had fallen.',
    'By the river, a town waits for the flood',
    'By the time Mira Tolland came, it was over.',
    'The river rose on May 3, 2021, and fell the day after.',
    'Mira Tolland',
    'Residents and Shopkeepers Protest',
  ])('finds none in “%s”', (text) => {
    expect(bylineOf(text)).toBeNull();
  });

  it('knows what may be a name', () => {
    expect(namesIn('Mira Tolland and Jon Ashgrove in Vessa')).toBe('Mira Tolland and Jon Ashgrove');
    expect(namesIn('The river wall fails')).toBeNull();
  });
});

describe('captions and credits', () => {
  it.each([
    'A ferry leaves Port Arlen, Norland, May 3, 2021. REUTERS/Bo Lind',
    'FILE PHOTO: A ferry leaves Port Arlen in 2015. REUTERS/Bo Lind/File Photo',
    'FILE - In this May 3, 2015, file photo a ferry leaves. (AP Photo/Bo Lind, File)',
    'TOP PHOTO: A ferry leaves Port Arlen, May 3, 2021 (EPA)',
    'A ferry leaves Port Arlen. Photograph: Bo Lind/Getty Images',
    'A ferry leaves Port Arlen. Picture taken May 3, 2021.',
    'A ferry leaves Port Arlen (AFP/Bo Lind)',
    'Photo: Bo Lind',
  ])('is a caption: %s', (text) => {
    expect(isCaption(text)).toBe(true);
  });

  it.each([
    'The agency was sued by Getty Images.',
    'The film won the prize for Best Picture of the year.',
    'They played songs by AC/DC.',
    'The law was passed in 2019 (NATO).',
    'The minister said so. (AFP)',
    '“Photo: it was nothing,” he said.',
    '© 2021 The Ostrel Herald',
  ])('is no caption: %s', (text) => {
    expect(isCaption(text)).toBe(false);
  });

  it('knows archive pictures', () => {
    expect(isArchivePicture('FILE PHOTO: A ferry. REUTERS/Bo Lind/File Photo')).toBe(true);
    expect(isArchivePicture('A ferry leaves. REUTERS/Bo Lind/File Photo')).toBe(true);
    expect(isArchivePicture('A ferry leaves. REUTERS/Bo Lind')).toBe(false);
  });

  it.each([
    '(Reporting by Bo Lind in Vessa; Editing by Ana Delmar)',
    '(Additional reporting by Bo Lind; writing by Ana Delmar)',
    '[Editing by Ana Delmar]',
    'Reporting by Bo Lind; Editing by Ana Delmar',
    'Additional reporting by Bo Lind in Vessa.',
    'Associated Press writer Bo Lind in Vessa contributed to this report.',
    '--With assistance from Per Holm.',
    '(With inputs from agencies)',
    '(AFP)',
  ])('is a credit: %s', (text) => {
    expect(isCredit(text)).toBe(true);
  });

  it.each([
    'Reporting by the ministry shows that costs rose.',
    '(The ministry did not reply.)',
    'Editing by committee has ruined the plan, she said.',
    'The province contributed three million.',
  ])('is no credit: %s', (text) => {
    expect(isCredit(text)).toBe(false);
  });
});

describe('furniture', () => {
  it.each([
    'Related Posts',
    'Leave a Comment',
    'Back to top',
    'Report this page',
    'See Ostrel Weekly, May 3: Flood — Wall Under Repair',
    'READ MORE: Wall under repair',
    'Read more like this free: https://example.org/x',
    'https://example.org/ostrel',
    'Home > News > Ostrel',
    'Sign up for our newsletter.',
    '© 2021 The Ostrel Herald. All rights reserved.',
    'Page 2 of 5',
    'Print · E-mail · Copy link',
    'To contact the reporter on this story: Bo Lind at bo@example.org',
    'Contact: Ida Lund, 555-0100, ida@example.org',
    '(Updates with comment by the mayor)',
  ])('is furniture: %s', (text) => {
    expect(isFurniture(text)).toBe(true);
  });

  it.each([
    'See Rome and die',
    'Get the facts, the mayor said.',
    'Follow the money and you will find the wall.',
    'Read the letter, then decide.',
    'Il a dit « non » hier',
    'Privacy',
    '20 years ago',
    'Watch out for the ice on the bridge.',
    'Related cases were found in two towns.',
  ])('is none: %s', (text) => {
    expect(isFurniture(text)).toBe(false);
  });

  it('knows rules, and names that an address spells', () => {
    expect(['***', '* * *', '_____', '---', '⁂'].every(isRule)).toBe(true);
    expect(isRule('1. *')).toBe(false);
    expect(fitsAddress('the river watch', 'https://t.me/river_watch')).toBe(true);
    expect(fitsAddress('The wall', 'https://t.me/river_watch')).toBe(false);
  });
});

describe('titles', () => {
  it.each([
    'Wall fails at Ostrel',
    'Mayor resigns: sources',
    '“Shameful” neglect of wall, says U.N.',
    'Did the Council Know?',
    'Who pays for the wall? Five questions',
    '奥斯特雷尔大桥关闭',
  ])('is a title: %s', (text) => {
    expect(isTitle(text)).toBe(true);
  });

  it.each([
    'The wall failed.',
    'The mayor listed three causes:',
    '“Who are you?”',
    '“No,” she said',
    'It rained. Nobody came',
  ])('is none: %s', (text) => {
    expect(isTitle(text)).toBe(false);
  });

  it.each([
    'WALL OF SORROWS',
    '“NO WAY BACK”',
    'THE “LAST” BRIDGE',
    'Old wounds',
    'Did the Council Know of Cracks?',
    'What happens next?',
  ])('heads a section: %s', (text) => {
    expect(isCrosshead(text, false)).toBe(true);
  });

  it.each([
    'It is the biggest flood that anybody in the town can remember',
    'But did they?',
    'Safe walls should be built by all towns.',
    'and so on',
  ])('heads none: %s', (text) => {
    expect(isCrosshead(text, false)).toBe(false);
  });

  it('knows kickers by their headline', () => {
    expect(mayBeKicker('The Region', 'Wall fails at Ostrel after weeks of rain')).toBe(true);
    expect(mayBeKicker('Wall fails', 'Ostrel flooded')).toBe(false);
  });
});
