/** What each rule looks for, in one sentence for people. The names are stable. */
export const RULES = {
  'quote-says': 'A quotation, then its source, then a verb of saying: “…,” Orm said.',
  'says-inverted':
    'A quotation or statement, then a verb of saying, then its source: “…,” said Orm.',
  'says-quote': 'A source and a verb of saying, then a quotation: Orm said: “…”.',
  'clause-says': 'A statement, then its source and a verb of saying: the wall held, Orm said.',
  'says-that': 'A source, a verb of saying or thinking, and a clause with “that”.',
  'says-clause': 'A source, a verb of saying or thinking, and a clause without “that”.',
  'says-object':
    'A source, and a verb that says what it thinks of something: Orm condemned the vote.',
  'says-relative': 'A thing of which a source says something: charges which Orm says are false.',
  'wants-to': 'A source that plans, wants, promises or refuses to do something.',
  'asks-to': 'A source that asks or tells somebody to do something.',
  participle:
    'A second thing that a source says, after “adding” or “accusing”, or what it issues a text to say.',
  'according-to': 'A statement with “according to” and its source.',
  'passive-believed': 'Something that is believed, expected or said by nobody in particular.',
  'passive-told': 'Something that somebody was told or asked by nobody in particular.',
  'passive-by': 'Something that was condemned, welcomed or described by a source.',
  attitude: 'A source that is sure, wary or in favour of something, or its critic or supporter.',
  'light-verb': 'A source that voices a concern, makes an offer or raises a question.',
  'noun-that': 'A claim, fear or promise that is named as such, with its content.',
  'noun-about': 'A comment, doubt or idea that is named as such, with what it is about.',
  'headline-colon': 'A headline with its source before or behind a colon.',
  transcript: 'A paragraph of a transcript, behind its speaker’s name and a colon.',
  'quote-loose':
    'Words between quotation marks that make a sentence, without anybody named as their speaker.',
  'quote-block': 'A block quotation, which needs no marks.',
  'quote-attributed': 'Words between quotation marks inside of what a source says.',
} as const;

export type RuleName = keyof typeof RULES;
