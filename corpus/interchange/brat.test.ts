import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBrat, type BratReading } from './brat';

/** Two ferries and a smiling face stand before every span, so that units differ. */
const TEXT =
  '🚢🚢 News 😀\n\nThe plan is “on track,” said Ana Ruiz on Friday. It will “hold,” she added.\n';

const unitOffset = {
  codepoint: (at: number) => [...TEXT.slice(0, at)].length,
  utf16: (at: number) => at,
};

/** A line of standoff for the first place of these words, pieces parted by `|`. */
function spanLine(
  id: string,
  label: string,
  words: string,
  unit: keyof typeof unitOffset = 'codepoint',
) {
  const pieces = words.split('|');
  const places = pieces.map((piece) => {
    const start = TEXT.indexOf(piece);
    return `${unitOffset[unit](start)} ${unitOffset[unit](start + piece.length)}`;
  });
  return `${id}\t${label} ${places.join(';')}\t${pieces.join(' ')}`;
}

const wordsOf = ({ annotations }: BratReading) =>
  annotations.map(({ id, kind, spans }) => [
    id,
    kind,
    ...spans.map(({ part, ordinal, start, end }) => `${part}${ordinal}: ${TEXT.slice(start, end)}`),
  ]);

describe('spans and events', () => {
  const event = [
    spanLine('T1', 'Content', '“on track,”'),
    spanLine('T2', 'Cue', 'said'),
    spanLine('T3', 'Source', 'Ana Ruiz'),
    spanLine('T4', 'Attribution', 'said'),
    'E1\tAttribution:T4 Content:T1 Cue:T2 Source:T3',
  ];

  test('an event is an attribution with its parts, as in PolNeAR', () => {
    const read = readBrat(TEXT, event.join('\n'));
    expect(read.remarks).toEqual([]);
    expect(read.unit).toBe('codepoint');
    expect(wordsOf(read)).toEqual([
      ['E1', 'attribution', 'content0: “on track,”', 'cue0: said', 'source0: Ana Ruiz'],
    ]);
  });

  test('several contents are parts of their own; a span in pieces keeps them', () => {
    const lines = [
      spanLine('T1', 'Content', 'The plan is|on Friday'),
      spanLine('T2', 'Content', 'It will “hold,”'),
      spanLine('T4', 'Attribution-no-source', 'said'),
      'E7\tAttribution-no-source:T4 Content:T1 Content2:T2',
    ];
    const read = readBrat(TEXT, lines.join('\r\n'));
    expect(read.remarks).toEqual([]);
    expect(wordsOf(read)[0]).toEqual([
      ...['E7', 'attribution', 'content0: The plan is', 'content0: on Friday'],
      ...['content1: It will “hold,”', 'cue0: said'],
    ]);
    expect(read.annotations[0]!.spans.map(({ piece }) => piece)).toEqual([0, 1, 0, 0]);
  });

  test('quotes and claims stand alone, with attributes and notes', () => {
    const lines = [
      spanLine('T1', 'Quote', '“hold,”'),
      spanLine('T2', 'Claim', 'The plan is “on track,”'),
      'A1\tSpeech T1 direct',
      'A2\tType T2 position',
      'A3\tType T2 event',
      'A4\tFlag T2 harm',
      '#1\tAnnotatorNotes T2\tAsk the council.',
    ];
    const read = readBrat(TEXT, lines.join('\n'));
    expect(read.remarks).toEqual([]);
    expect(read.annotations).toMatchObject([
      { id: 'T1', kind: 'quote', attributes: { speech: 'direct' }, notes: [] },
      {
        ...{ id: 'T2', kind: 'claim', notes: ['Ask the council.'] },
        attributes: { types: ['position', 'event'], flags: ['harm'] },
      },
    ]);
  });

  test('what cannot be taken over is said, line by line', () => {
    const lines = [
      spanLine('T1', 'Quote', '“hold,”').replace('hold', 'sold'),
      spanLine('T2', 'Cue', 'said'),
      spanLine('T3', 'Attribution', 'added'),
      'E1\tAttribution:T3 Cue:T2 Source:T9',
      'E2\tMeeting:T3 Who:T2',
      spanLine('T5', 'Discuss', 'Friday'),
      'A1\tMood T5 good',
      'something else',
      '',
      spanLine('T6', 'Claim', 'The plan'),
      'A2\tSpeech T6 loud',
    ];
    expect(readBrat(TEXT, lines.join('\n')).remarks).toEqual(
      [
        [1, 'T1', 'The span was left out: ““sold,”” is not where the file says it is.'],
        [4, 'E1', 'T9 is not in the file.'],
        [
          4,
          'E1',
          'The attribution was left out: An attribution needs its content: select some text first.',
        ],
        [5, 'E2', 'An event “Meeting” is no attribution.'],
        [6, 'T5', 'The span “Discuss” belongs to no event.'],
        [7, 'A1', 'The attribute belongs to T5, which is no annotation.'],
        [8, 'something else', 'The line is not understood.'],
        [11, 'A2', '“Speech loud” is no attribute that Stet knows.'],
      ].map(([line, id, message]) => ({ line, id, outcome: 'refused', message })),
    );
  });

  test('an event never loses a part for a span that is refused, and keeps the rest', () => {
    const lines = [...event];
    lines[2] = lines[2]!.replace('Ana Ruiz', 'Ben Ruiz');
    const read = readBrat(TEXT, lines.join('\n'));
    expect(wordsOf(read)[0]).not.toContain('source0: Ana Ruiz');
    expect(wordsOf(read)[0]).toContain('content0: “on track,”');
    expect(read.remarks).toMatchObject([{ id: 'T3', outcome: 'refused' }]);
  });
});

describe('the unit', () => {
  const lines = (unit: 'codepoint' | 'utf16') => [
    spanLine('T1', 'Quote', '“on track,”', unit),
    spanLine('T2', 'Claim', 'The plan is', unit),
    spanLine('T3', 'Quote', '“hold,”', unit),
  ];

  test.each(['codepoint', 'utf16'] as const)('is found from the quoted words: %s', (unit) => {
    const read = readBrat(TEXT, lines(unit).join('\n'));
    expect(read.unit).toBe(unit);
    expect(read.remarks).toEqual([]);
    expect(wordsOf(read).map((words) => words.at(-1))).toEqual([
      'content0: “on track,”',
      'content0: The plan is',
      'content0: “hold,”',
    ]);
  });

  test('a span in the other unit is put right, and that is said', () => {
    const mixed = [...lines('codepoint').slice(0, 2), lines('utf16')[2]];
    const read = readBrat(TEXT, mixed.join('\n'));
    expect(wordsOf(read).at(-1)).toContain('content0: “hold,”');
    expect(read.remarks).toEqual([
      {
        ...{ line: 3, id: 'T3', outcome: 'repaired' },
        message: 'The span was put right: it counts UTF-16 units, unlike the others.',
      },
    ]);
  });

  test('words that stand at one other place only are found there; at two they are refused', () => {
    const elsewhere = readBrat(TEXT, 'T1\tClaim 3 9\tFriday\nT2\tClaim 3 5\ta');
    expect(wordsOf(elsewhere)).toEqual([['T1', 'claim', 'content0: Friday']]);
    expect(elsewhere.remarks.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['T1', 'repaired'],
      ['T2', 'refused'],
    ]);
  });

  test('an edge inside a character is moved out of it', () => {
    const text = 'Cafe\u0301 shut';
    const read = readBrat(text, 'T1\tClaim 0 4\tCafe');
    expect(read.annotations[0]!.spans[0]).toMatchObject({ start: 0, end: 5 });
    expect(read.remarks[0]!.message).toBe('The span was put right: its edge split a character.');
  });

  test('any spans of any text come back with their words, in both units', () => {
    const piece = fc.constantFrom('a', 'é', '🚢', '👩‍👩‍👧', 'שלום', ' ', '𠮷', 'x y');
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 2, maxLength: 20 }),
        fc.array(fc.tuple(fc.nat(19), fc.nat(19)), { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        (pieces, chosen, inUtf16) => {
          const text = pieces.join('');
          const length = (words: string) => (inUtf16 ? words.length : [...words].length);
          const wanted: string[] = [];
          const standoff = chosen.flatMap(([a, b], index) => {
            const [from, to] = [
              Math.min(a, b) % pieces.length,
              (Math.max(a, b) % pieces.length) + 1,
            ];
            const words = pieces.slice(from, to).join('');
            if (words.trim() === '') return [];
            wanted.push(words);
            const start = length(pieces.slice(0, from).join(''));
            return [`T${index}\tClaim ${start} ${start + length(words)}\t${words}`];
          });
          const read = readBrat(text, standoff.join('\n'));
          const found = read.annotations.map(({ spans: [span] }) =>
            text.slice(span!.start, span!.end),
          );
          expect(found).toEqual(wanted);
        },
      ),
    );
  });
});

const POLNEAR = resolve('../shared/polnear');

describe.skipIf(!existsSync(POLNEAR))('PolNeAR (skipped where ../shared has none)', () => {
  const pairs = ['dev', 'six-annotators'].flatMap((part) => {
    const folder = join(POLNEAR, part);
    const files = existsSync(folder) ? readdirSync(folder) : [];
    const texts = files.filter((file) => file.endsWith('.txt')).map((file) => file.slice(0, -4));
    return files
      .filter((file) => file.endsWith('.ann'))
      .map((file) => ({
        text: join(folder, `${texts.find((name) => file.startsWith(name))!}.txt`),
        standoff: join(folder, file),
      }));
  });

  test('every span lies exactly where its words are; the one event without content is said', () => {
    const remarks = pairs.flatMap(({ text, standoff }) => {
      const read = readBrat(readFileSync(text, 'utf8'), readFileSync(standoff, 'utf8'));
      expect(read.unit).toBe('codepoint');
      expect(read.annotations.length).toBeGreaterThan(0);
      return read.remarks;
    });
    expect(remarks.filter(({ outcome }) => outcome === 'repaired')).toEqual([]);
    const refused = remarks.filter(({ message }) => !message.endsWith('belongs to no event.'));
    expect(refused).toHaveLength(1);
    expect(refused[0]!.message).toMatch(
      /^The attribution was left out: An attribution needs its content/,
    );
  });
});
