import { describe, expect, it } from 'vitest';
import { paragraphsOf } from './paragraphs';

const texts = (text: string): string[] => paragraphsOf(text).map((paragraph) => paragraph.text);

const WRAPPED = [
  'The bridge over the Ostrel was closed on Thursday after an inspector had',
  'found cracks in two of its pillars, the engineer of the town said in the',
  'town hall.',
  '',
  'It will stay closed for a month, and the ferry that crosses the river at',
  'the old mill will run every hour until then.',
];

describe('paragraphsOf', () => {
  it('parts paragraphs at blank lines, whatever ends a line', () => {
    for (const end of ['\n', '\r\n', '\r', '\u2028']) {
      expect(texts(['One is here.', '', 'Two is here.', ' \t', 'Three'].join(end))).toEqual([
        'One is here.',
        'Two is here.',
        'Three',
      ]);
    }
  });

  it('undoes wrapping at a fixed width', () => {
    const [first, second] = texts(WRAPPED.join('\n'));
    expect(first).toBe(`${WRAPPED[0]} ${WRAPPED[1]} ${WRAPPED[2]}`);
    expect(second).toBe(`${WRAPPED[4]} ${WRAPPED[5]}`);
  });

  it('undoes wrapping where paragraphs are parted by a set-in first line', () => {
    const lines = WRAPPED.filter((line) => line !== '');
    lines[3] = `   ${lines[3]}`;
    expect(texts(lines.join('\n'))).toHaveLength(2);
  });

  it('joins a word that is hyphenated at the width without a space', () => {
    const text = [
      'The meeting in the town hall, which was unusually loud and also well-',
      'attended by people from both banks, went on until midnight, when the',
      'lights were put out and everybody had to go home across the bridge.',
    ].join('\n');
    expect(texts(text)[0]).toContain('well-attended');
  });

  it('takes each long line for a paragraph where nothing is wrapped', () => {
    const long =
      'The town has asked the province for money, which the province has refused to give. ';
    const text = [long.repeat(2), long.repeat(3), long].map((line) => line.trim()).join('\n');
    expect(texts(text)).toHaveLength(3);
  });

  it('keeps the line breaks of a verse', () => {
    const prose =
      'They sang it on the bridge, as they had sung it every year since the flood of 1931.';
    const verse = 'The river rose at night\nand took the mill away\nand left the miller’s light';
    expect(texts(`${prose}\n\n${verse}\n\n${prose}`)[1]).toBe(verse);
  });

  it('keeps white space inside a line as it came', () => {
    expect(texts('  It cost 3\u00a0million,  they said.  ')).toEqual([
      'It cost 3\u00a0million,  they said.',
    ]);
  });

  it('knows each paragraph’s place', () => {
    const text = '\n  One here.\r\n\r\n• Two\t\r\n';
    for (const { start, end, text: own } of paragraphsOf(text)) {
      expect(text.slice(start, end)).toBe(own);
    }
  });

  it('takes form feeds for the start of a page', () => {
    expect(paragraphsOf('One.\fTwo.').map(({ newPage }) => newPage)).toEqual([false, true]);
  });
});

describe('markers', () => {
  const markers = (text: string): (string | null)[] =>
    paragraphsOf(text).map(({ marker }) => marker?.kind ?? null);

  it('knows bullets, numbers, headings and quotation signs', () => {
    expect(markers('# Title\n\n• one\n• two\n\n1. one\n2. two\n\n> said\n> so')).toEqual([
      'heading',
      'bullet',
      'bullet',
      'number',
      'number',
      'quote',
    ]);
    expect(texts('> said\n> so')).toEqual(['said\nso']);
  });

  it('leaves a dash, a star or a number without a sibling alone', () => {
    expect(texts('- Who is there?\n\nNobody answered.')).toEqual([
      '- Who is there?',
      'Nobody answered.',
    ]);
    expect(texts('It ended in\n\n12. And then nothing.')[1]).toBe('12. And then nothing.');
    expect(texts('* Corrected on Monday.')[0]).toBe('* Corrected on Monday.');
  });

  it('does not take a wrapped line’s first number for a marker', () => {
    const lines = [
      ...WRAPPED.slice(0, 2),
      '2. It was not so, he said, but nobody in the hall believed a word of it',
      'that day.',
    ];
    expect(paragraphsOf(lines.join('\n')).every(({ marker }) => marker === null)).toBe(true);
  });
});
