import { describe, expect, it } from 'vitest';
import { proposeAttribution } from './attribution';

/** The parts proposed for a sentence, told by their words; `content` is what was selected. */
function partsOf(sentence: string, content?: string): Record<string, string> | null {
  const start = content === undefined ? -1 : sentence.indexOf(content);
  const selected = content === undefined ? null : { start, end: start + content.length };
  const proposal = proposeAttribution(sentence, { start: 0, end: sentence.length }, selected);
  if (proposal === null) return null;
  return Object.fromEntries(proposal.map((p) => [p.part, sentence.slice(p.start, p.end)]));
}

describe('an attribution is proposed', () => {
  it('for a quotation before "said X"', () => {
    expect(partsOf('“The wall held,” said harbour master Ada Orm.', '“The wall held,”')).toEqual({
      content: '“The wall held,”',
      cue: 'said',
      source: 'harbour master Ada Orm',
    });
  });

  it('for a quotation with its speaker and an addressee between', () => {
    const sentence = '“We waited,” Mayor Ivo Tarn told the Courier on Friday.';
    expect(partsOf(sentence, '“We waited,”')).toEqual({
      content: '“We waited,”',
      cue: 'told',
      source: 'Mayor Ivo Tarn',
      addressee: 'the Courier',
    });
  });

  it('for indirect speech, without "that" and the full stop', () => {
    expect(partsOf('The council said that the ferry would run all winter.')).toEqual({
      content: 'the ferry would run all winter',
      cue: 'said',
      source: 'The council',
    });
  });

  it('for "according to" at the end', () => {
    expect(partsOf('Repairs cost 2.1 million crowns, according to the county.')).toEqual({
      content: 'Repairs cost 2.1 million crowns',
      cue: 'according to',
      source: 'the county',
    });
  });

  it('with the cue’s negation and auxiliaries', () => {
    expect(partsOf('Tarn did not say when the bridge would open.')?.['cue']).toBe('did not say');
  });

  it('not where nobody says anything, and never from a cue inside the quotation', () => {
    expect(partsOf('The bridge is closed.')).toBeNull();
    expect(partsOf('“He said no,” ran the headline.', '“He said no,”')).toEqual({
      content: '“He said no,”',
    });
  });
});
