import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awkwardText } from '../document/awkward.testing';
import { isGraphemeBoundary } from '../document/graphemes';
import { BLOCK_SEPARATOR } from '../document/text';
import { snapToGraphemes } from '../spans/span';
import { carrier, type Carried } from './carry';
import { carryTarget } from './carry-target';
import { foldWords, type BlockText } from './tokens';

const OLD = [
  'The ferry was late on Monday, the harbour master said.',
  'Mayor Anna Holt spoke of 12 delays in the month of June. “We had no choice,” she said.',
  'Nobody in Vessa asked for the old timetable, which had 40 sailings a week.',
].join(BLOCK_SEPARATOR);

function textOf(text: string): BlockText {
  let start = 0;
  const blocks = text.split(BLOCK_SEPARATOR).map((part) => {
    const block = { start };
    start += part.length + BLOCK_SEPARATOR.length;
    return block;
  });
  return { text, blocks };
}

function carry(words: string, text: string, old = OLD): Carried {
  const start = old.indexOf(words);
  return carrier(textOf(old), textOf(text))({ start, end: start + words.length });
}

/** The outcome, and the words that the span covers in the new text. */
function told(words: string, text: string, old = OLD): string {
  const { outcome, span } = carry(words, text, old);
  return span === null ? outcome : `${outcome}: ${text.slice(span.start, span.end)}`;
}

describe('a span carried to a new text', () => {
  it('is told from a copy by the sentence before, also behind a closing quotation mark', () => {
    const own = 'They were “ready”. Ansty had told the office that no cuts were planned.';
    const copy = 'Nobody came. Ansty had told the office that no cuts were planned.';
    const old = ['A cold morning.', own, 'The plant opened in May.'].join(BLOCK_SEPARATOR);
    const fresh = ['One warm day.', own, 'It closed.', copy].join(BLOCK_SEPARATOR);
    expect(told('the office', fresh, old)).toBe('moved: the office');
  });

  it('is never put on a copy of its sentence, where its own words are gone from it', () => {
    const own = 'Carter said on Monday that the campaign would move more swiftly if all of the nations in this room do even more.'; // prettier-ignore
    const changed = own.replace('all of the nations in this room do', 'all of them do');
    const copy = own.replace('more swiftly', 'with speed');
    const old = ['A cold morning.', own, 'The plant opened in May.'].join(BLOCK_SEPARATOR);
    const fresh = ['A cold morning.', changed, 'The plant opened in May.', `A visitor had come. ${copy} Others stayed away.`].join(BLOCK_SEPARATOR); // prettier-ignore
    expect(told('this room do', fresh, old)).not.toMatch(/^(moved|unchanged)/);
  });

  it('is never told from a copy put beside it, when one of the two was changed since', () => {
    const own = 'The wall held back 500 tons of sand, a clerk of the harbour trust said on Friday.';
    const old = ['A cold morning.', own, 'Medics came from Varnholt that same night.'].join(BLOCK_SEPARATOR); // prettier-ignore
    const twice = `${own} ${own.replace('500', '543')}`;
    const fresh = ['A cold morning.', twice, 'Medics came from Varnholt that same night.'].join(BLOCK_SEPARATOR); // prettier-ignore
    expect(told('held back 500 tons', fresh, old)).toBe('ambiguous');
  });

  it('of a few words is not found in another sentence that has them', () => {
    const old = ['Mayor Anna Holt told the council on Monday that the pumps had been paid for.', 'It rained.'].join(BLOCK_SEPARATOR); // prettier-ignore
    const fresh = ['It rained.', 'Nobody at the plant would say who told the press.'].join(BLOCK_SEPARATOR); // prettier-ignore
    expect(told('told the', fresh, old)).not.toMatch(/^(moved|unchanged)/);
    expect(told('told', fresh, old)).not.toMatch(/^(moved|unchanged)/);
  });

  it('of a few words is not found in a sentence about the same that shares a phrase with its own', () => {
    const old = ['Speaking of Vessa, Ansty’s largest port before the strike, she told the board on Friday that nothing had been sold.', 'It rained.'].join(BLOCK_SEPARATOR); // prettier-ignore
    const fresh = ['It rained.', 'Nobody who had worked in Vessa, Ansty’s largest port before the strike, would come to the wedding of two clerks.'].join(BLOCK_SEPARATOR); // prettier-ignore
    expect(told('port before the', fresh, old)).not.toMatch(/^(moved|unchanged)/);
  });

  it('is found between the words that it stood between, though those beside it are other ones', () => {
    const old = ['It rained and a gale blew over a pier.', '“At night, with the bridge closed, I would pack a towel,” Ansty told a clerk.'].join(BLOCK_SEPARATOR); // prettier-ignore
    const fresh = ['A new lede came.', '“At nihgt, with the bridge closed, I which a coat,” Ansty told a clerk.'].join(BLOCK_SEPARATOR); // prettier-ignore
    const start = old.indexOf('a towel');
    const { span } = carrier(textOf(old), textOf(fresh))({ start, end: start + 1 });
    expect(span?.start).toBe(fresh.indexOf('a coat'));
  });

  it('is found among the words that it stood among, though its sentence has others before it', () => {
    const old = 'Mayor Anna Holt told the council on Monday that the pumps had been paid for.';
    const fresh = 'Late at night, and without a word to her own office, the mayor told the council on Monday that the pumps had been paid for.'; // prettier-ignore
    expect(told('the council', fresh, old)).toBe('moved: the council');
  });

  it('is found in its own sentence, though the words beside it are other ones', () => {
    const old = ['The board of the harbour met on the first Monday of the month, and the clerk read the letter of the three captains aloud.', 'The rain stopped.'].join(BLOCK_SEPARATOR); // prettier-ignore
    const fresh = ['The rain stopped.', 'The board of the harbour met on the first Monday of the month, and no clerk heard the lettre of the three captains aloud.', 'It was late, said the clerk.'].join(BLOCK_SEPARATOR); // prettier-ignore
    const { outcome, span } = carry('clerk', fresh, old);
    expect(outcome).toBe('moved');
    expect(span?.start).toBe(fresh.indexOf('clerk heard'));
  });

  it('follows its own sentence, not the one before it', () => {
    const before =
      'Nobody at the quay had seen the crane move since a storm in the spring of that year.';
    const own =
      'The harbour trust is planning a second wall that could close the inner basin by winter.';
    const other = 'The harbour trust bought four pumps.';
    const old = [before, own, 'It rained.'].join(BLOCK_SEPARATOR);
    const fresh = [before, other, `It rained. ${own}`].join(BLOCK_SEPARATOR);
    const { outcome, span } = carry('The harbour trust', fresh, old);
    if (outcome !== 'ambiguous') expect(span?.start).toBe(fresh.indexOf(own));
  });

  it('is not lost among speech tags that end in the same words', () => {
    const own = '“I can see better,” she said.';
    const old = ['“It was cold,” she said.', 'The keeper has been here for years.', own].join(BLOCK_SEPARATOR); // prettier-ignore
    const fresh = ['A new lede came.', '“We are on our fourth clerk,” she said.', 'Nobody slept.', own, 'It rained.'].join(BLOCK_SEPARATOR); // prettier-ignore
    expect(told('see better,” she said', fresh, old)).toBe('moved: see better,” she said');
  });

  it('is told from a copy of its sentence by the old sentence next but one', () => {
    const gale = 'A gale tore nine slates from the roof of the harbour office.';
    const own = 'The clerk of the quay trust counted the damage before anybody was awake.';
    const old = [gale, own, 'It had been mended in the spring of last year.'].join(BLOCK_SEPARATOR);
    const fresh = [gale, 'An orchard was sold.', own, 'Pears were dear.', `Snow fell. ${own} Nobody came.`].join(BLOCK_SEPARATOR); // prettier-ignore
    const { outcome, span } = carry('the damage', fresh, old);
    expect(outcome).toBe('moved');
    expect(span?.start).toBe(fresh.indexOf('the damage'));
  });

  it('is told from the same words in another sentence, however alike the words beside it are there', () => {
    const own = 'The clerk of the quay trust told the board on Friday that the damage was small.';
    const old = ['A gale blew over a pier.', own, 'It rained.'].join(BLOCK_SEPARATOR);
    const fresh = ['Boats came.', own.replace('Friday', 'Sunday').replace('the damage', 'any damage'), 'An heir of his wrote on Friday that the damage had been done before.'].join(BLOCK_SEPARATOR); // prettier-ignore
    const { outcome, span } = carry('that', fresh, old);
    expect(outcome).toBe('moved');
    expect(span?.start).toBe(fresh.indexOf('that any'));
  });

  it('is not found in a sentence that shares but a clause with its own', () => {
    const old = ['The prefect of the county counts three to four thousand men who are holed up in Vessa, the old seat of the guild, which has owned up to many raids on ports across the strait.', 'It rained.'].join(BLOCK_SEPARATOR); // prettier-ignore
    const fresh = ['It rained.', 'Some eight hundred families live on the island that is held by the guild, which has owned up to raids on ports across the strait.'].join(BLOCK_SEPARATOR); // prettier-ignore
    expect(told('the strait', fresh, old)).not.toMatch(/^(moved|unchanged)/);
  });

  it('is changed in its own sentence, though a copy among others has the old words', () => {
    const shown = 'They were only on display, said the curator of the town museum.';
    const own = '“Nobody had paid to see them.”';
    const old = [`${shown} ${own}`, 'Seventy volunteers work in three shifts.', 'It rained.'].join(BLOCK_SEPARATOR); // prettier-ignore
    const fresh = [`${shown} “Nobody had to see them.”`, 'A kitchen opened.', `Snow fell. ${own} A child drew a cat.`].join(BLOCK_SEPARATOR); // prettier-ignore
    expect(told('had paid to see them', fresh, old)).toBe('changed: had to see them');
  });

  it('is found in its piece of a sentence that was cut where an abbreviation ends', () => {
    const [first, second] = ['The museum bought the boat house from Mr.', 'Edwin Marle, who had kept the lamp there for eleven years and never asked for a crown.']; // prettier-ignore
    const added = 'Snow fell on Vessa all night, and the baker of Lower Quay sold out.';
    const old = ['A cold morning.', `${first} ${second}`, 'It rained.'].join(BLOCK_SEPARATOR);
    const fresh = ['One warm day.', `${first} ${added} ${second}`, 'It rained.'].join(BLOCK_SEPARATOR); // prettier-ignore
    expect(told('the boat house from', fresh, old)).toBe('moved: the boat house from');
    expect(told('boat house', fresh, old)).toBe('moved: boat house');
    expect(told('the lamp', fresh, old)).toBe('moved: the lamp');
  });

  it('is found in its sentence where the word beside it is written otherwise', () => {
    const own = 'About 2,600 households were still without power on Thursday, the official said.';
    const old = ['A cold morning.', own, 'It rained.'].join(BLOCK_SEPARATOR);
    const fresh = old.replace('2,600', '479').replace('said', 'siad');
    expect(told('the official', fresh, old)).toBe('moved: the official');
  });

  it('is never found in another article’s like of its sentence, which stands changed beside the old neighbour', () => {
    const old = ['The ferry leaves in a swell. COUNTY WIRE/Osric Tamm', 'Three ferries will run this winter.'].join(BLOCK_SEPARATOR); // prettier-ignore
    const fresh = ['Workers leave the plant after the late shift. COUNTY WIRE/Osric Tamm', 'The ferry leaves in a swell. told WIRE/Osric Tamm', 'A clerk sold pears.'].join(BLOCK_SEPARATOR); // prettier-ignore
    expect(told('WIRE/Osric Tamm', fresh, old)).toBe('ambiguous');
  });

  it('of most of its sentence is never put on a copy, where that was changed', () => {
    const own = 'It has been shared 2,714 times.';
    const old = ['The kitchen opened at noon on Lower Quay.', own, 'A child drew a cat on the board above the door.'].join(BLOCK_SEPARATOR); // prettier-ignore
    const fresh = ['The kitchen opened at noon on Lower Quay.', 'Seventy people live there. It has bene shared 2,714 after.', `Shopkeepers fear for their trade. ${own} Snow fell all night on the common.`].join(BLOCK_SEPARATOR); // prettier-ignore
    expect(told('It has been shared 2,714 times', fresh, old)).not.toMatch(/^(moved|unchanged)/);
  });

  it('is not found in another sentence that has half of the words but is about something else', () => {
    const old = ['It will be lit in May.', 'It is the largest bequest in the museum’s history.'].join(BLOCK_SEPARATOR); // prettier-ignore
    const fresh = ['It rained.', 'The kitchen is the largest relief effort in the town since the winter of 1953.'].join(BLOCK_SEPARATOR); // prettier-ignore
    expect(told('largest', fresh, old)).not.toMatch(/^(moved|unchanged)/);
  });

  it('is found in a line that stands whole, though another old line has most of its words', () => {
    const old = ['By Rolf Anders Quist', 'The mayor goes into the last week with a lead.', '(Reporting by Tindra Moll; editing by Rolf Anders Quist)'].join(BLOCK_SEPARATOR); // prettier-ignore
    const fresh = ['I would like some credit for that.', 'By Rolf Anders Quist', 'The salaries were cut.'].join(BLOCK_SEPARATOR); // prettier-ignore
    expect(told('Rolf Anders Quist', fresh, old)).toBe('moved: Rolf Anders Quist');
  });

  it('of one word is not found in its line elsewhere, where a line like it stands among strangers', () => {
    const old = ['The lamp burned all night.', '@pierwatch17.', 'Nobody slept on the quay.', 'It rained.'].join(BLOCK_SEPARATOR); // prettier-ignore
    const fresh = ['Boats came.', '@pierwatch903.', 'A clerk sold pears. @pierwatch17. Snow fell.'].join(BLOCK_SEPARATOR); // prettier-ignore
    expect(told('pierwatch17', fresh, old)).toBe('ambiguous');
  });

  it('is found in a line that stands whole, though it ended another old line too', () => {
    const address = 'https://vessa.example/ferry_times';
    const old = ['A cold morning.', address, 'It rained.', `More for our readers: ${address}`, 'Boats came.'].join(BLOCK_SEPARATOR); // prettier-ignore
    const fresh = ['One warm day.', address, 'Snow fell.', 'Pears were dear.'].join(BLOCK_SEPARATOR); // prettier-ignore
    expect(told('vessa.example', fresh, old)).toBe('moved: vessa.example');
  });

  it('is not chosen from two pieces of its sentence that share the part that it stands in', () => {
    const [first, shared, last] = ['The bill is made up of nine parts that the town cannot pay for by itself,', 'and two million for roads and drains', 'as well as the sum that the works department sent to county councillors.']; // prettier-ignore
    const old = ['A cold morning.', `${first} ${shared} ${last}`, 'It does not include the ferries.'].join(BLOCK_SEPARATOR); // prettier-ignore
    const fresh = ['One warm day.', `${first} ${shared}.`, 'Pears were dear.', `${shared} ${last}`, 'It does not include the ferries.'].join(BLOCK_SEPARATOR); // prettier-ignore
    expect(told('for roads', fresh, old)).toBe('ambiguous');
  });

  it('stays, or moves with its words, in whatever order paragraphs and sentences stand', () => {
    expect(told('harbour master', OLD)).toBe('unchanged: harbour master');
    expect(told('harbour master', `A new first line.\n\n${OLD}`)).toBe('moved: harbour master');
    const [one, two, three] = OLD.split(BLOCK_SEPARATOR) as [string, string, string];
    const turned = [three, one, two].join(BLOCK_SEPARATOR);
    for (const words of ['late on Monday', '12 delays', 'she said', '40']) {
      expect(told(words, turned)).toBe(`moved: ${words}`);
    }
    const joined = `${one} ${two}\n\n${three}`;
    expect(told('spoke of 12 delays', joined)).toBe('moved: spoke of 12 delays');
  });

  it('is not taken for the same few words of another sentence, be they in the same punctuation', () => {
    const old = 'The storm came. “She has sailed snug,” he said.\n\nThe crew left on Monday.';
    const fresh = 'Nobody could move. “It was in the teapot,” he said. “We have them now.”';
    expect(told('he said', fresh, old)).toBe('ambiguous');
  });

  it('is found where a short sentence stands whole again, among other sentences', () => {
    const old =
      'The storm came.\n\nSHARED DISTRUST\n\nThe crew left on Monday. Holt wept. Snow fell.';
    const fresh = 'No ship sailed. Holt wept. It was cold.\n\nSHARED DISTRUST\n\nA day went by.';
    expect(told('SHARED DISTRUST', fresh, old)).toBe('moved: SHARED DISTRUST');
    expect(told('Holt wept', fresh, old)).toBe('moved: Holt wept');
  });

  it('tells what its words became', () => {
    const text = OLD.replace('12 delays', '14 delays').replace('40 sailings', 'forty sailings');
    expect(told('12', text)).toBe('changed: 14');
    expect(told('spoke of 12 delays', text)).toBe('changed: spoke of 14 delays');
    expect(told('had 40 sailings a week', text)).toBe('changed: had forty sailings a week');
    expect(told('Mayor Anna Holt', text)).toBe('unchanged: Mayor Anna Holt');
  });

  it('is lost with its words', () => {
    const [one, , three] = OLD.split(BLOCK_SEPARATOR) as [string, string, string];
    expect(told('spoke of 12 delays in the month', `${one}\n\n${three}`)).toBe('lost');
    expect(told('Mayor Anna Holt', 'Something else altogether happened.')).toBe('lost');
    expect(told('Mayor Anna Holt', '')).toBe('lost');
  });

  it('takes quotation marks, dashes and spaces of another style for the same words', () => {
    const text = OLD.replaceAll(/[“”]/g, '"').replace('had no', 'had  no');
    expect(told('“We had no choice,”', text)).toBe('moved: "We had  no choice,"');
  });

  it('never follows a look-alike: the sentence is gone here, and stood there before', () => {
    const sentence = 'The council said the bridge would open in May.';
    const old = `First the engineers spoke. ${sentence} Then it rained.\n\nA week later the mayor spoke. ${sentence} Nobody believed it.`;
    const without = old.replace(`${sentence} Then`, 'Then');
    const first = { start: old.indexOf(sentence), end: old.indexOf(sentence) + sentence.length };
    const { outcome } = carrier(textOf(old), textOf(without))(first);
    expect(['lost', 'ambiguous']).toContain(outcome);
    const second = old.lastIndexOf(sentence);
    const kept = carrier(textOf(old), textOf(without))({ start: second, end: second + sentence.length }); // prettier-ignore
    expect(kept.outcome).toBe('moved');
    expect(kept.span!.start).toBe(without.indexOf(sentence));
  });

  it('does not go over to a clean copy when its own sentence was changed', () => {
    const sentence = 'The council said the bridge would open in May after a long dispute.';
    const old = `First the engineers spoke at length. ${sentence} Then it rained on the town.\n\nThe fair was opened by the mayor.`;
    const text = `${old.replace('in May', 'in June')} ${sentence}`;
    expect(carry('would open in May', text, old).outcome).not.toMatch(/unchanged|moved/);
  });

  it('shows the places when several are equally good, and chooses none', () => {
    const words = 'the harbour master said';
    const old = `On Monday ${words} that the ferry was late again because of the fog.`;
    const sentence = old;
    const text = `Something new. ${sentence}\n\nMore that is new. ${sentence}\n\nThe end.`;
    const { outcome, span, places } = carry(words, text, old);
    expect({ outcome, span }).toEqual({ outcome: 'ambiguous', span: null });
    expect(places.map(({ start, end }) => text.slice(start, end))).toEqual([words, words]);
  });

  it('takes no short word for itself elsewhere, nor a part of a longer one', () => {
    expect(told('12', 'In 2012 nothing of the kind was said.')).toBe('lost');
    expect(told('June', 'Something else happened to June Miller.')).toBe('ambiguous');
  });

  it('finds words in a script without spaces', () => {
    const old = '市長は月曜日に港で演説し、来年の予算について長い間詳しく説明したと言われている。';
    const text = old.replace('言われている', '伝えられた');
    expect(told('来年の予算', `新聞。${text}`, old)).toBe('moved: 来年の予算');
  });

  it('says unchanged or moved only of the very words, whatever the texts', () => {
    fc.assert(
      fc.property(awkwardText, awkwardText, fc.nat(), fc.nat(), (old, added, a, b) => {
        const range = { start: Math.min(a, b) % (old.length + 1), end: Math.max(a, b) % (old.length + 1) }; // prettier-ignore
        const span = snapToGraphemes(old, range);
        if (span === null) return;
        for (const text of [old, added + old, old + added, added]) {
          const { outcome, span: place } = carrier(textOf(old), textOf(text))(span);
          if (outcome !== 'unchanged' && outcome !== 'moved') continue;
          const words = text.slice(place!.start, place!.end);
          expect(foldWords(words)).toBe(foldWords(old.slice(span.start, span.end)));
          expect(isGraphemeBoundary(text, place!.start)).toBe(true);
          expect(isGraphemeBoundary(text, place!.end)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a target carried to a new text', () => {
  const part = (words: string, name: 'content' | 'source' | 'cue', piece = 0) => {
    const start = OLD.indexOf(words);
    return { part: name, ordinal: 0, piece, start, end: start + words.length };
  };
  const parts = [part('the harbour master', 'source'), part('said', 'cue'), part('The ferry was late on Monday', 'content')]; // prettier-ignore
  const carryParts = (text: string) => carryTarget(parts, carrier(textOf(OLD), textOf(text)), text);

  it('is changed where its source is, though its content is not', () => {
    const text = OLD.replace('the harbour master', 'the port director');
    const { outcome, spans } = carryParts(text);
    expect(outcome).toBe('changed');
    const source = spans.find((span) => span.part === 'source')!;
    expect(text.slice(source.start, source.end)).toBe('the port director');
  });

  it('becomes two pieces where a new paragraph begins inside it', () => {
    const text = OLD.replace('late on', `late${BLOCK_SEPARATOR}on`);
    const { outcome, spans } = carryParts(text);
    expect(outcome).toBe('moved');
    const content = spans.filter((span) => span.part === 'content');
    expect(content.map(({ piece, start, end }) => [piece, text.slice(start, end)])).toEqual([
      [0, 'The ferry was late'],
      [1, 'on Monday'],
    ]);
  });

  it('is lost with its content, whatever else is left', () => {
    const text = OLD.replace('The ferry was late on Monday, ', '');
    expect(carryParts(text)).toMatchObject({ outcome: 'lost', spans: [] });
  });
});
