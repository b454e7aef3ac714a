import { describe, expect, it } from 'vitest';
import { BLOCK_SEPARATOR } from '../document/text';
import { EditedText } from './edited-text';
import { truthTeller } from './truth';

const FIRST = 'A gale tore nine slates from the roof of the harbour office in Vessa overnight.';
const SECOND = 'The clerk of the quay trust counted the damage before anybody else was awake.';
const THIRD = 'Mayor Anna Holt told the council on Monday that the pumps had been paid for.';
const FOURTH = 'Nobody asked her how long the second wall would stand against a winter storm.';
const FIFTH = 'The fair on the common was opened by two captains with a brass band behind them.';
const SIXTH = 'Its first visitors came by ferry from Skerrow and went home before the rain began.';
const OLD = [`${FIRST} ${SECOND}`, `${THIRD} ${FOURTH}`, `${FIFTH} ${SIXTH}`].join(BLOCK_SEPARATOR);
const OTHER = 'An orchard of pears on the hill road has been sold to a brewer with three sons.';

/** Edits the text and says what became of words of the old one: the kind, and where they are. */
function told(words: string, edit: (text: EditedText) => void, old = OLD): string {
  const text = new EditedText(old);
  edit(text);
  const start = old.indexOf(words);
  const truth = truthTeller(text)({ start, end: start + words.length });
  if (!('place' in truth)) return truth.kind;
  return `${truth.kind}: ${text.text.slice(0, truth.place.start).split(' ').slice(-3).join(' ')}|${text.text.slice(truth.place.start, truth.place.end)}`; // prettier-ignore
}

const at = (text: EditedText, words: string) => text.text.indexOf(words);

function replace(text: EditedText, words: string, by: string): void {
  text.replace(at(text, words), at(text, words) + words.length, by);
}

function remove(text: EditedText, words: string): void {
  text.remove(at(text, words), at(text, words) + words.length);
}

function copy(text: EditedText, words: string, before: string): void {
  text.copy(at(text, words), at(text, words) + words.length, at(text, before));
}

function rewrite(text: EditedText, words: string, by: string): void {
  const start = at(text, words);
  remove(text, words);
  text.insert(start, by);
}

describe('what truly became of a span', () => {
  it('is told from a copy of its sentence by one neighbour that stands there still', () => {
    const edit = (text: EditedText) => {
      copy(text, THIRD, SIXTH);
      rewrite(text, FOURTH, OTHER);
    };
    expect(told('the pumps', edit)).toBe('survived: Monday that |the pumps');
  });

  it('is told by the sentence after the next one, where the next one is gone', () => {
    const edit = (text: EditedText) => {
      copy(text, THIRD, SIXTH);
      remove(text, FIRST);
      remove(text, SECOND);
      remove(text, FOURTH);
    };
    expect(told('the pumps', edit)).toMatch(/^survived/);
  });

  it('is ambiguous where its sentence stands twice and both stand among others', () => {
    const edit = (text: EditedText) => {
      copy(text, THIRD, SIXTH);
      for (const words of [FIRST, SECOND, FOURTH]) rewrite(text, words, OTHER);
      rewrite(text, FIFTH, OTHER);
      rewrite(text, SIXTH, OTHER);
    };
    expect(told('the pumps', edit)).toBe('ambiguous');
    expect(told('Mayor Anna Holt told the council', edit)).toBe('ambiguous');
  });

  it('is ambiguous where a copy was put beside it', () => {
    expect(told('the pumps', (text) => copy(text, THIRD, FOURTH))).toBe('ambiguous');
  });

  it('is not ambiguous for words beside which more letters agree in another sentence', () => {
    const edit = (text: EditedText) => {
      replace(text, 'Monday', 'Friday');
      replace(text, 'the pumps', 'six pumps');
      rewrite(text, SIXTH, 'A rumour went round on Monday that the fair would close.');
    };
    expect(told('that', edit)).toBe('survived: on Friday |that');
  });

  it('is told from a copy that has less than three quarters of what it has of the sentence', () => {
    const edit = (text: EditedText) => {
      copy(text, 'Monday that the pumps had been paid for.', SIXTH);
      for (const words of [FIRST, SECOND, FOURTH]) rewrite(text, words, OTHER);
    };
    expect(told('the pumps', edit)).toMatch(/^survived/);
  });

  it('went with its sentence, where that was copied and then deleted', () => {
    const edit = (text: EditedText) => {
      copy(text, THIRD, SIXTH);
      remove(text, `${THIRD} `);
    };
    expect(told('the pumps', edit)).toBe('survived: Monday that |the pumps');
  });

  it('is gone where it was cut from a sentence that stands in its place, though a copy has it', () => {
    const edit = (text: EditedText) => {
      copy(text, THIRD, SIXTH);
      remove(text, ' on Monday');
    };
    expect(told('on Monday', edit)).toBe('gone');
  });

  it('changed where its own words did, though a copy has the old ones', () => {
    const edit = (text: EditedText) => {
      copy(text, THIRD, SIXTH);
      replace(text, 'Monday', 'Friday');
    };
    expect(told('on Monday', edit)).toBe('changed: the council |on Friday');
  });

  it('is gone with its sentence, where its words stand in another that was there before', () => {
    const old = ['Netherby.', FIRST, 'The road from Netherby was closed.', SIXTH].join(BLOCK_SEPARATOR); // prettier-ignore
    expect(told('Netherby', (text) => remove(text, `Netherby.${BLOCK_SEPARATOR}`), old)).toBe('gone'); // prettier-ignore
  });

  it('is ambiguous where its sentence is gone and another article says the same', () => {
    const edit = (text: EditedText) => {
      remove(text, `${THIRD} `);
      text.insert(at(text, SIXTH), `${THIRD.replace('on Monday', 'last night')} `);
    };
    expect(told('the pumps', edit)).toBe('ambiguous');
  });

  it('is ambiguous where another article has its sentence up to an abbreviation', () => {
    const whole = 'The trust and its two ferry lines were guarded all week by the U.S. navy and a tug from Skerrow that had no crew of its own.'; // prettier-ignore
    const old = [FIRST, whole, SIXTH].join(BLOCK_SEPARATOR);
    const edit = (text: EditedText) => {
      remove(text, whole);
      text.insert(at(text, SIXTH), `${whole.slice(0, whole.indexOf('S. navy'))} Ollivant has sold an orchard of pears on the hill road to a brewer. `); // prettier-ignore
    };
    expect(told('ferry lines', edit, old)).toBe('ambiguous');
  });

  it('is ambiguous where it was torn apart, while copies of its halves came together', () => {
    const [left, right] = ['The crane had not moved.', 'The clerk had slept, she said.'];
    const old = [FIRST, `${left} ${right}`, SECOND, THIRD, SIXTH].join(BLOCK_SEPARATOR);
    const edit = (text: EditedText) => {
      copy(text, right, SIXTH);
      copy(text, left, `${right} ${SIXTH}`);
      text.insert(at(text, right), `${OTHER} `);
      for (const words of [FIRST, SECOND, THIRD]) rewrite(text, words, OTHER);
    };
    expect(told('not moved. The clerk had slept', edit, old)).toBe('ambiguous');
  });

  it('stays with its sentence in other typography and white space, wherever that is moved', () => {
    const old = OLD.replace('the pumps', 'the “pumps”');
    const edit = (text: EditedText) => {
      const start = at(text, '“pumps”');
      text.restyle(start, start + 1, '"');
      text.insert(at(text, 'pumps'), ' ');
      text.move(at(text, 'Mayor'), at(text, FOURTH), 0);
    };
    expect(told('“pumps”', edit, old)).toBe('survived: that the |" pumps”');
  });
});
