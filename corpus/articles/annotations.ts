import * as evidence from './evidence';
import { cite } from './evidence';
import type { SampleAnnotation } from './sample';

const FLOOD = '01-lower-quay-flood.txt';
const BILL = '02-flood-bill.txt';
const FISH = '03-brightfin-jobs.txt';
const BRIDGE = '05-kestrel-bridge.txt';
const WARD = '06-maternity-nights.txt';
const KITCHEN = '08-harbour-kitchen.txt';

const TOLD_IN_MARCH = 'We were told in March that the wall would hold, and in November it did not,';

const ENVELOPE_SPEECH = [
  '“I have stood on line four for 31 years. In that time we have had three owners, five names over the gate and one strike, and the fish have not noticed any of it.',
  '“Tonight a man I had never met told us that we were ‘surplus to the new footprint’. I asked him what my footprint was. He said that he would get back to me.',
  '“A town is not a spreadsheet. You cannot delete a row and expect the rest to add up.”',
] as const;

const FERRANT_STATEMENT =
  'This is the hardest decision I have taken in nineteen years at this hospital. We have advertised seven posts for midwives since the spring and have filled one. I will not keep a ward open on paper that is not safe in fact, and I will not ask tired people to be lucky.';

const ONE_WAGE_IN_NINE: SampleAnnotation = {
  file: FISH,
  kind: 'claim',
  content: ['One wage in nine in Port Hallen depends on it'],
  attributes: { types: ['number'], flags: ['load_bearing'] },
};

const flood: readonly SampleAnnotation[] = [
  {
    file: FLOOD,
    kind: 'claim',
    content: [
      'The sea broke through the Lower Quay wall shortly before midnight on Tuesday and flooded 312 homes',
    ],
    attributes: { types: ['event', 'number', 'date'], flags: ['load_bearing'] },
    check: {
      status: 'disputed',
      reason: 'The Ledger has 340. One of the two counts cellars and the other does not.',
      finding: 'conflicting',
      disposition: 'add_context',
      rationale:
        'The council’s register lists 312 addresses with water above the floor. The Ledger counts 340, and the difference is close to the 29 cellars that the register keeps on a separate sheet.',
      evidence: [
        cite(evidence.FLOOD_REGISTER, 'supports', {
          primary: true,
          locator: 'page 2, total',
          excerpt: 'Dwellings with water above floor level: 312',
        }),
        cite(evidence.LEDGER_STORY, 'refutes', { locator: 'first paragraph' }),
      ],
      messages: [
        'The register has a second sheet with 29 cellars. 312 and 29 is 341, so somebody lost one.',
        'Then let us say “312 homes, not counting cellars” and leave the Ledger to its arithmetic.',
      ],
    },
  },
  {
    file: FLOOD,
    kind: 'claim',
    content: ['flooded 312 homes, the worst flood in the town since 1953'],
    attributes: { types: ['superlative', 'history'] },
    check: {
      status: 'checked',
      finding: 'supported_with_caveat',
      disposition: 'stet',
      rationale:
        'By water level it is the highest since the gauge was set up, 1953 included. By houses flooded it is the worst since 1953, when there were 451. Both readings are true; the sentence leaves it open which is meant.',
      evidence: [
        cite(evidence.GAUGE, 'supports', { primary: true, locator: 'maximum, 4 November, 23:50' }),
        cite(evidence.STORM_REPORT, 'supports', { locator: 'section 3' }),
      ],
    },
  },
  {
    file: FLOOD,
    kind: 'claim',
    content: ['gusts of up to 131 kilometres an hour'],
    attributes: { types: ['number'] },
    check: {
      status: 'signed_off',
      finding: 'supported',
      disposition: 'stet',
      rationale: 'Gannet Rock, 4 November, 22:40. No other station on the coast was higher.',
      evidence: [
        cite(evidence.STORM_REPORT, 'supports', {
          primary: true,
          locator: 'table 1',
          excerpt: 'Gannet Rock 131 km/h',
        }),
      ],
    },
  },
  {
    file: FLOOD,
    kind: 'claim',
    content: [
      'Eleven people were treated at St. Orla’s Hospital, nine for the effects of cold and two for broken bones',
    ],
    attributes: { types: ['number', 'event'], flags: ['sensitive'] },
    check: {
      status: 'signed_off',
      finding: 'supported',
      disposition: 'stet',
      rationale:
        'The hospital will not release its own list, so three who counted separately: all have eleven.',
      evidence: [
        cite(evidence.HOSPITAL_BULLETIN, 'supports', { locator: 'second sentence' }),
        cite(evidence.AMBULANCE_LOG, 'supports', { locator: 'page 1' }),
        cite(evidence.POLICE_REPORT, 'supports', { locator: 'point 7' }),
      ],
    },
  },
  {
    file: FLOOD,
    kind: 'claim',
    content: [
      'The town council on Thursday put the damage to public property at 4.2 million crowns.',
    ],
    attributes: { types: ['number'], flags: ['load_bearing'] },
    check: {
      status: 'checked',
      finding: 'supported_with_caveat',
      disposition: 'update',
      rationale:
        'The council did say 4.2 million on Thursday. A day later the county said 6.8 million for the same thing; the council’s figure leaves out county roads.',
      evidence: [
        cite(evidence.MEETING_RECORDING, 'supports', { primary: true, locator: '00:12:30' }),
        cite(evidence.WORKS_NOTE, 'context', { locator: 'total' }),
      ],
      messages: ['Can we have a line on the county’s 6.8 million in the online version?'],
    },
  },
  {
    file: FLOOD,
    kind: 'quote',
    content: ['“That is a first count, not a final one,”'],
    check: {
      status: 'signed_off',
      fidelity: 'verbatim',
      disposition: 'stet',
      evidence: [
        cite(evidence.MEETING_RECORDING, 'supports', { primary: true, locator: '00:12:48' }),
      ],
    },
  },
  {
    file: FLOOD,
    kind: 'attribution',
    content: [
      '“That is a first count, not a final one,”',
      '“I would rather give you a low number I can defend than a high one I cannot.”',
    ],
    source: 'Mayor Marit Oldane',
    cue: 'told',
    addressee: 'a meeting in the Corn Exchange',
    within: 'Mayor Marit Oldane told a meeting in the Corn Exchange',
    attributes: { speech: 'direct', sourceType: 'named_person', terms: 'on_record' },
    check: {
      status: 'signed_off',
      finding: 'supported',
      disposition: 'stet',
      evidence: [
        cite(evidence.MEETING_RECORDING, 'supports', {
          primary: true,
          locator: '00:12:48–00:13:02',
        }),
      ],
    },
  },
  {
    file: FLOOD,
    kind: 'claim',
    content: ['rebuilt in 2009 at a cost of 11 million crowns'],
    attributes: { types: ['history', 'number', 'date'] },
    check: {
      status: 'waiting',
      reason:
        'The county archive looks for the final account of 2009 and will call back on Monday.',
    },
  },
  {
    file: FLOOD,
    kind: 'quote',
    content: [`“${TOLD_IN_MARCH}”`],
    attributes: { flags: ['load_bearing'] },
    check: {
      status: 'signed_off',
      fidelity: 'verbatim',
      disposition: 'stet',
      rationale: 'Word for word, and it is her voice: she gives her name before she speaks.',
      evidence: [
        cite(evidence.MEETING_RECORDING, 'supports', {
          primary: true,
          locator: '00:41:12',
          excerpt: 'Loewe, harbour office. We were told in March that the wall would hold …',
        }),
      ],
    },
  },
  {
    file: FLOOD,
    kind: 'attribution',
    content: [
      `“${TOLD_IN_MARCH}”`,
      '“Three letters went up the hill. Nothing came down but the water.”',
    ],
    source: 'harbour master Edda Loewe, who was in the pilot station when the wall gave way',
    cue: 'said',
    within: 'and in November it did not,” said harbour master Edda Loewe',
    attributes: { speech: 'direct', sourceType: 'named_person', terms: 'on_record' },
    check: { status: 'checking' },
  },
  {
    file: FLOOD,
    kind: 'attribution',
    content: [
      'she had written to the county works department three times since February to ask for a survey of the wall’s footings',
    ],
    source: 'Loewe, a former tug captain who has run the port since 2016',
    cue: 'said',
    within: 'since 2016, said that she had written',
    attributes: {
      speech: 'indirect',
      sourceType: 'named_person',
      terms: 'on_record',
      flags: ['load_bearing'],
    },
    check: {
      status: 'checked',
      finding: 'supported_with_caveat',
      disposition: 'add_context',
      rationale:
        'We hold two of the three letters. Both ask for a survey; neither says that the wall is in danger, which is what the county’s engineer says too.',
      evidence: [
        cite(evidence.LETTERS, 'supports', {
          primary: true,
          locator: 'letter of 17 February, last paragraph',
          excerpt: 'I should be grateful for a survey of the footings at your convenience.',
        }),
      ],
    },
  },
  {
    file: FLOOD,
    kind: 'claim',
    content: ['has run the port since 2016'],
    attributes: { types: ['title', 'date'] },
    check: { status: 'checking' },
  },
  {
    file: FLOOD,
    kind: 'quote',
    content: [
      '“The wall was within its design life and was inspected in accordance with the programme,”',
    ],
    check: {
      status: 'checked',
      fidelity: 'trimmed',
      finding: 'refuted_partly',
      disposition: 'add_context',
      rationale:
        'The statement goes on “as resources allowed”. The programme asks for an inspection every two years, and the last was three and a half years ago.',
      evidence: [
        cite(evidence.INSPECTION_PROGRAMME, 'refutes', { primary: true, locator: 'row 14' }),
      ],
    },
  },
  {
    file: FLOOD,
    kind: 'attribution',
    content: ['the wall was last inspected in April 2022'],
    source: 'the programme, which is published on the department’s website',
    cue: 'According to',
    attributes: { speech: 'indirect', sourceType: 'document', terms: 'on_record' },
    check: {
      status: 'signed_off',
      finding: 'supported',
      disposition: 'stet',
      evidence: [
        cite(evidence.INSPECTION_PROGRAMME, 'supports', { primary: true, locator: 'row 14' }),
        cite(evidence.INSPECTION_SHEET, 'supports', { locator: 'date' }),
      ],
    },
  },
  {
    file: FLOOD,
    kind: 'quote',
    content: ['“It came like a train,”'],
    check: { status: 'not_for_check', reason: 'A figure of speech; there is nothing to look up.' },
  },
  {
    file: FLOOD,
    kind: 'attribution',
    content: [
      '“It came like a train,”',
      '“One of them said, ‘Leave the cat, missus,’ and the other said, ‘We are not leaving the cat.’ So that was settled.”',
    ],
    source:
      'Sunniva Peake, 71, who was lifted out of her kitchen by two deckhands from the ferry Skarra',
    cue: 'said',
    within: 'like a train,” said Sunniva Peake',
    attributes: { speech: 'direct', sourceType: 'named_person', terms: 'on_record' },
  },
  {
    file: FLOOD,
    kind: 'attribution',
    content: ['‘Leave the cat, missus,’'],
    source: 'One of them',
    cue: 'said',
    within: 'One of them said, ‘Leave',
    attributes: { speech: 'direct', sourceType: 'group' },
  },
  {
    file: FLOOD,
    kind: 'attribution',
    content: [
      'officers had knocked on 400 doors between 9 p.m. and 11 p.m. and that “all but a handful” of households had agreed to leave',
    ],
    source: 'Police Inspector Aron Lisle',
    cue: 'said',
    within: 'Police Inspector Aron Lisle said',
    attributes: { speech: 'mixed', sourceType: 'named_person', terms: 'on_record' },
    check: { status: 'unchecked' },
  },
  {
    file: FLOOD,
    kind: 'attribution',
    content: ['all of them would be reconnected before the weekend'],
    source: 'Wendmere Power, the grid company',
    cue: 'did not promise',
    attributes: { speech: 'indirect', sourceType: 'organisation', terms: 'on_record' },
  },
  {
    file: FLOOD,
    kind: 'claim',
    content: [
      'The gauge at Pilot Steps recorded a level of 3.87 metres, 14 centimetres above the mark of 1953',
    ],
    attributes: { types: ['number', 'superlative'] },
    check: {
      status: 'signed_off',
      finding: 'supported',
      disposition: 'stet',
      rationale: 'The mark of 1953 is 3.73 in the service’s own table.',
      evidence: [
        cite(evidence.GAUGE, 'supports', {
          primary: true,
          locator: '4 November, 23:50',
          excerpt: '2025-11-04T23:50,3.87',
        }),
      ],
    },
  },
];

const bill: readonly SampleAnnotation[] = [
  {
    file: BILL,
    kind: 'claim',
    content: [
      'Repairing the damage that Storm Ottoline did to public property in Port Hallen will cost 6.8 million crowns',
    ],
    attributes: { types: ['number', 'predict'], flags: ['load_bearing'] },
    check: {
      status: 'disputed',
      reason: 'The town says 4.2 million. The desk must decide whether to print both.',
      finding: 'conflicting',
      disposition: 'add_context',
      evidence: [
        cite(evidence.WORKS_NOTE, 'supports', { primary: true, locator: 'total' }),
        cite(evidence.MEETING_RECORDING, 'refutes', { locator: '00:12:30' }),
      ],
    },
  },
  {
    file: BILL,
    kind: 'claim',
    content: [
      'The bill is made up of 3.1 million crowns for the wall, 1.9 million for roads and drains and 1.2 million for public buildings',
    ],
    attributes: { types: ['number'] },
    check: {
      status: 'checked',
      finding: 'refuted_partly',
      disposition: 'fix',
      replacement:
        'The bill is made up of 3.1 million crowns for the wall, 1.9 million for roads and drains, 1.2 million for public buildings and 600,000 for the swimming pool',
      rationale:
        'The three items come to 6.2 million, not 6.8. The note has a fourth line, the pool on Tanner Street, which the article leaves out.',
      evidence: [
        cite(evidence.WORKS_NOTE, 'refutes', {
          primary: true,
          locator: 'lines 1 to 4',
          excerpt: 'Tanner St. pool: 0.6',
        }),
      ],
    },
  },
  {
    file: BILL,
    kind: 'quote',
    content: [`"${TOLD_IN_MARCH}"`],
    attributes: { flags: ['harm', 'load_bearing'] },
    check: {
      status: 'disputed',
      reason:
        'County Wire gives the same words to the harbour master. Connor Delf stands by his notes.',
      fidelity: 'misattributed',
      disposition: 'correction',
      rationale:
        'The words are Edda Loewe’s. Brook repeats them nine minutes later and begins with “As the harbour master told us”.',
      evidence: [
        cite(evidence.MEETING_RECORDING, 'refutes', {
          primary: true,
          locator: '00:41:12 and 00:50:40',
        }),
      ],
      messages: [
        'I have him saying it, in shorthand, at ten to eight.',
        'He says it, yes. But listen to the four words before it.',
      ],
    },
  },
  {
    file: BILL,
    kind: 'attribution',
    content: [`"${TOLD_IN_MARCH}"`, '"What we had down there was a wall of paper."'],
    source: 'Stellan Brook, who leads the opposition on the town council and is running for mayor',
    cue: 'said',
    within: 'it did not," said Stellan Brook',
    attributes: { speech: 'direct', sourceType: 'named_person', terms: 'on_record' },
    check: {
      status: 'returned',
      reason: 'Keep the wall of paper, which is his; give the rest back to Loewe.',
      finding: 'refuted_partly',
      disposition: 'on_author',
      evidence: [
        cite(evidence.MEETING_RECORDING, 'refutes', { primary: true, locator: '00:50:40' }),
      ],
    },
  },
  {
    file: BILL,
    kind: 'claim',
    content: ['in the Corn Exchange on Wednesday, November 6'],
    attributes: { types: ['date', 'place'] },
    check: {
      status: 'checked',
      finding: 'refuted',
      disposition: 'fix',
      replacement: 'in the Corn Exchange on Thursday, November 6',
      rationale: 'November 6 was a Thursday, and the recording is of Thursday.',
      evidence: [
        cite(evidence.MEETING_RECORDING, 'refutes', { primary: true, locator: '00:00:05' }),
      ],
    },
  },
  {
    file: BILL,
    kind: 'claim',
    content: ['Port director Edda Loewe'],
    attributes: { types: ['title', 'name'] },
    check: {
      status: 'checked',
      finding: 'refuted',
      disposition: 'fix',
      replacement: 'Harbour master Edda Loewe',
      rationale: 'The town has had no port director since 1998. The deck needs the same change.',
      evidence: [cite(evidence.HARBOUR_STAFF_LIST, 'refutes', { primary: true })],
    },
  },
  {
    file: BILL,
    kind: 'attribution',
    content: ['she had asked the county for a survey of the footings on three occasions'],
    source: 'Port director Edda Loewe',
    cue: 'told',
    addressee: 'the Ledger',
    within: 'Port director Edda Loewe told the Ledger that',
    attributes: { speech: 'indirect', sourceType: 'named_person', terms: 'on_record' },
    check: {
      status: 'checking',
      evidence: [cite(evidence.LETTERS, 'supports', { locator: 'both letters' })],
    },
  },
  {
    file: BILL,
    kind: 'attribution',
    content: ['any of her letters had spoken of danger'],
    source: "The county's chief engineer, Joss Amberly",
    cue: 'denied',
    attributes: { speech: 'indirect', sourceType: 'named_person', terms: 'on_record' },
    check: {
      status: 'waiting',
      reason: 'Asked the harbour office for the third letter.',
      evidence: [cite(evidence.LETTERS, 'context', { locator: 'both letters' })],
    },
  },
  {
    file: BILL,
    kind: 'attribution',
    content: [
      'a claim by a former colleague that the inspection of 2022 had been carried out "from the car"',
    ],
    source: 'Amberly, who joined the department in 2014',
    cue: 'rejected',
    attributes: { speech: 'indirect', sourceType: 'named_person', terms: 'on_record' },
  },
  {
    file: BILL,
    kind: 'attribution',
    content: ['the inspection of 2022 had been carried out "from the car"'],
    source: 'a former colleague',
    cue: 'a claim',
    within: 'a claim by a former colleague',
    attributes: {
      speech: 'mixed',
      sourceType: 'anonymous',
      terms: 'background',
      anonymityReason: 'still works for the county as a contractor',
      flags: ['allegation', 'harm'],
    },
    check: {
      status: 'checked',
      finding: 'insufficient',
      disposition: 'legal',
      rationale:
        'One source, who was not there. The sheet says that the visit took 20 minutes, which proves neither version.',
      evidence: [cite(evidence.INSPECTION_SHEET, 'context', { locator: 'duration of visit' })],
      messages: ['To the lawyer, please, before anything else in this piece.'],
    },
  },
  {
    file: BILL,
    kind: 'quote',
    content: [`"He said, 'You don't get out for a wall you can see from the road,'"`],
    attributes: { flags: ['allegation', 'harm'] },
    check: {
      status: 'checked',
      fidelity: 'not_found',
      finding: 'insufficient',
      disposition: 'cut',
      rationale: 'Told from memory by one person, three years on. No note, no second witness.',
    },
  },
  {
    file: BILL,
    kind: 'claim',
    content: [
      'The inspection sheet, which the department released on Thursday, gives the condition of the wall as "fair" and the duration of the visit as 20 minutes.',
    ],
    attributes: { types: ['describe', 'number'] },
    check: {
      status: 'signed_off',
      finding: 'supported',
      disposition: 'stet',
      evidence: [
        cite(evidence.INSPECTION_SHEET, 'supports', {
          primary: true,
          locator: 'boxes 6 and 9',
          excerpt: 'Condition: fair. Time on site: 20 min.',
        }),
      ],
    },
  },
  {
    file: BILL,
    kind: 'claim',
    content: [
      "Mayor Marit Oldane's council turned down a grant of 900,000 crowns for the wall in 2021",
    ],
    attributes: { types: ['event', 'number', 'history'], flags: ['load_bearing', 'harm'] },
    check: {
      status: 'reopened',
      reason:
        'The minutes show a vote of the committee; the mayor is not on it. Whose council is it?',
      finding: 'supported',
      disposition: 'clarification',
      evidence: [cite(evidence.FINANCE_MINUTES, 'supports', { primary: true, locator: 'item 5' })],
      messages: ['Henrik Saul chaired that day. The mayor’s name is not in the minutes at all.'],
    },
  },
  {
    file: BILL,
    kind: 'claim',
    content: ['The water at Pilot Steps stood at 3.78 metres'],
    attributes: { types: ['number'] },
    check: {
      status: 'checked',
      finding: 'refuted',
      disposition: 'fix',
      replacement: 'The water at Pilot Steps stood at 3.87 metres',
      rationale: 'Two digits have changed places.',
      evidence: [
        cite(evidence.GAUGE, 'refutes', { primary: true, locator: '4 November, 23:50' }),
        cite(evidence.STORM_REPORT, 'refutes', { locator: 'section 3' }),
      ],
    },
  },
];

const fish: readonly SampleAnnotation[] = [
  {
    file: FISH,
    kind: 'claim',
    content: [
      'Brightfin Seafoods will cut 180 of the 415 jobs at its Port Hallen plant by the end of March',
    ],
    attributes: { types: ['number', 'predict', 'date'], flags: ['load_bearing'] },
    check: {
      status: 'signed_off',
      finding: 'supported_with_caveat',
      disposition: 'stet',
      rationale:
        '180 permanent posts. The union’s 240 counts 60 seasonal contracts that end in February.',
      evidence: [
        cite(evidence.BRIGHTFIN_LETTER, 'supports', {
          primary: true,
          locator: 'paragraph 2',
          excerpt: '180 permanent positions out of 415',
        }),
        cite(evidence.POST_STORY, 'context', { locator: 'first and third paragraphs' }),
      ],
    },
  },
  {
    file: FISH,
    kind: 'claim',
    content: ['more than half of the workforce'],
    attributes: { types: ['number'] },
    check: {
      status: 'checked',
      finding: 'refuted',
      disposition: 'fix',
      replacement: 'more than two fifths of the workforce',
      rationale: '180 of 415 is 43 percent.',
      evidence: [
        cite(evidence.BRIGHTFIN_LETTER, 'refutes', { primary: true, locator: 'paragraph 2' }),
      ],
    },
  },
  {
    file: FISH,
    kind: 'attribution',
    content: [
      'Brightfin Seafoods will cut 180 of the 415 jobs at its Port Hallen plant by the end of March, more than half of the workforce',
    ],
    source: 'the company',
    cue: 'said',
    within: 'the workforce, the company said on Thursday',
    attributes: { speech: 'indirect', sourceType: 'organisation', terms: 'on_record' },
    check: {
      status: 'returned',
      reason: 'The company gave the two numbers. The half is ours; take it out of its mouth.',
      finding: 'refuted_partly',
      disposition: 'on_author',
      evidence: [
        cite(evidence.BRIGHTFIN_LETTER, 'refutes', { primary: true, locator: 'paragraph 2' }),
      ],
    },
  },
  {
    file: FISH,
    kind: 'quote',
    content: ['“No one in this room has done anything wrong,”'],
    check: {
      status: 'checked',
      fidelity: 'tidied',
      disposition: 'stet',
      rationale: '“No one in this, no one in this room has done anything wrong.”',
      evidence: [
        cite(evidence.SUNDHOLM_RECORDING, 'supports', { primary: true, locator: '00:02:17' }),
      ],
    },
  },
  {
    file: FISH,
    kind: 'quote',
    content: ['“efficiency window”'],
    check: {
      status: 'signed_off',
      fidelity: 'verbatim',
      disposition: 'stet',
      rationale: 'Their word, not ours.',
      evidence: [
        cite(evidence.BRIGHTFIN_LETTER, 'supports', { primary: true, locator: 'paragraph 4' }),
      ],
    },
  },
  {
    file: FISH,
    kind: 'quote',
    content: ENVELOPE_SPEECH,
    attributes: { flags: ['load_bearing'] },
    check: {
      status: 'signed_off',
      fidelity: 'verbatim',
      disposition: 'stet',
      rationale:
        'Heard twice. It is “spreadsheet”; the Post’s “balance sheet” is not on the recording.',
      evidence: [
        cite(evidence.GATE_RECORDING, 'supports', { primary: true, locator: '00:03:05–00:04:10' }),
        cite(evidence.POST_STORY, 'refutes', { locator: 'headline and second paragraph' }),
      ],
    },
  },
  {
    file: FISH,
    kind: 'attribution',
    content: ENVELOPE_SPEECH,
    source: 'he',
    cue: 'told',
    addressee: 'about 300 workers',
    within: 'envelope, he told about 300 workers',
    attributes: { speech: 'direct', sourceType: 'named_person', terms: 'on_record' },
    check: {
      status: 'checked',
      finding: 'supported',
      disposition: 'stet',
      evidence: [cite(evidence.GATE_RECORDING, 'supports', { primary: true, locator: '00:03:05' })],
    },
  },
  {
    file: FISH,
    kind: 'claim',
    content: ['we have had three owners, five names over the gate and one strike'],
    attributes: { types: ['history', 'number'] },
    check: {
      status: 'checked',
      finding: 'refuted_partly',
      disposition: 'add_context',
      rationale:
        'There were strikes in 1997 and in 2004. In a quote we leave it and say so after it.',
      evidence: [
        cite(evidence.BRIGHTFIN_REPORT, 'context', { locator: 'page 3, company history' }),
      ],
    },
  },
  {
    file: FISH,
    kind: 'attribution',
    content: ['we were ‘surplus to the new footprint’'],
    source: 'a man I had never met',
    cue: 'told',
    addressee: 'us',
    within: 'a man I had never met told us that we',
    attributes: {
      speech: 'mixed',
      sourceType: 'anonymous',
      anonymityReason: 'none_given',
    },
    check: { status: 'checking' },
  },
  {
    file: FISH,
    kind: 'claim',
    content: ['made a profit of 9.6 million crowns last year'],
    attributes: { types: ['number'], flags: ['load_bearing'] },
    check: {
      status: 'signed_off',
      finding: 'supported',
      disposition: 'stet',
      evidence: [
        cite(evidence.BRIGHTFIN_REPORT, 'supports', {
          primary: true,
          locator: 'page 41',
          excerpt: 'Profit for the year 9,612',
        }),
      ],
    },
  },
  {
    file: FISH,
    kind: 'claim',
    content: ['up 38 percent from the year before'],
    attributes: { types: ['number'] },
    check: {
      status: 'checking',
      evidence: [cite(evidence.BRIGHTFIN_REPORT, 'context', { locator: 'note 12' })],
    },
  },
  {
    file: FISH,
    kind: 'attribution',
    content: [
      'temperature logs in the second cold store had been “tidied up” before an audit in September',
    ],
    source: 'A shift supervisor',
    cue: 'said',
    within: 'A shift supervisor said',
    attributes: {
      speech: 'mixed',
      sourceType: 'anonymous',
      terms: 'background',
      anonymityReason: 'feared for her severance pay',
      flags: ['allegation', 'harm', 'load_bearing'],
    },
    check: {
      status: 'waiting',
      reason: 'A second supervisor has agreed to talk on Sunday.',
      disposition: 'legal',
      messages: ['Not without a second source and not without the lawyer.'],
    },
  },
  {
    file: FISH,
    kind: 'quote',
    content: ['“We were told to make the curve look like a curve,”'],
    attributes: { flags: ['allegation'] },
    check: { status: 'checking' },
  },
  {
    file: FISH,
    kind: 'attribution',
    content: ['“All logs are kept by an automatic system and cannot be altered by staff,”'],
    source: 'a company spokesman',
    cue: 'wrote',
    addressee: 'County Wire',
    within: 'wrote in an e-mail to County Wire',
    attributes: { speech: 'direct', sourceType: 'anonymous', terms: 'on_record' },
    check: {
      status: 'signed_off',
      finding: 'supported',
      disposition: 'stet',
      rationale: 'He wrote it. Whether it is so is another check.',
      evidence: [
        cite(evidence.BRIGHTFIN_EMAIL, 'supports', {
          primary: true,
          locator: '13 November, 18:22',
        }),
      ],
    },
  },
  {
    file: FISH,
    kind: 'attribution',
    content: ['the remaining lines would be safe only until the autumn'],
    source: 'Two people familiar with the company’s plans',
    cue: 'said',
    within: 'Two people familiar with the company’s plans said',
    attributes: {
      speech: 'indirect',
      sourceType: 'anonymous',
      terms: 'deep_background',
      anonymityReason: 'none_given',
      flags: ['allegation'],
    },
    check: {
      status: 'returned',
      reason: 'Our guide asks for the reason why a source is not named. Say it or name them.',
      finding: 'insufficient',
      disposition: 'attribute',
    },
  },
  {
    file: FISH,
    kind: 'quote',
    content: ['“I can’t guarantee my own.”'],
    check: {
      status: 'checked',
      fidelity: 'out_of_context',
      disposition: 'clarification',
      rationale:
        'On the recording the question is whether she will still be in Port Hallen in a year. The question about the 235 jobs comes later, and she does not answer it.',
      evidence: [
        cite(evidence.SUNDHOLM_RECORDING, 'refutes', {
          primary: true,
          locator: '00:09:31 and 00:11:02',
        }),
      ],
    },
  },
  {
    file: FISH,
    kind: 'claim',
    content: ['The plant is the town’s largest private employer.'],
    attributes: { types: ['superlative'] },
    check: {
      status: 'checked',
      finding: 'insufficient',
      disposition: 'soften',
      replacement: 'The plant is one of the town’s largest private employers',
      rationale: 'Nobody keeps the list. The ferry company and its yard together may have more.',
    },
  },
  ONE_WAGE_IN_NINE,
  ONE_WAGE_IN_NINE,
  {
    file: FISH,
    kind: 'attribution',
    content: [
      'he had heard that Sundholm had told the mayor’s office in October that no cuts were planned',
    ],
    source: 'Ansty',
    cue: 'said',
    within: 'Ansty said he had heard',
    attributes: { speech: 'indirect', sourceType: 'named_person', terms: 'on_record' },
    check: { status: 'unchecked' },
  },
  {
    file: FISH,
    kind: 'attribution',
    content: ['no cuts were planned'],
    source: 'Sundholm',
    cue: 'had told',
    addressee: 'the mayor’s office',
    within: 'Sundholm had told the mayor’s office',
    attributes: { speech: 'indirect', sourceType: 'named_person', flags: ['harm'] },
    check: {
      status: 'waiting',
      reason: 'The mayor’s office looks for its note of the call.',
    },
  },
  {
    file: FISH,
    kind: 'claim',
    content: ['At its height, in 1978, it gave work to 1,100 people'],
    attributes: { types: ['history', 'number'] },
    check: {
      status: 'disputed',
      reason: 'The Post has 1,600 for the same year. The booklet may not count the boats.',
      finding: 'conflicting',
      evidence: [
        cite(evidence.CANNERY_HISTORY, 'supports', { primary: true, locator: 'page 18' }),
        cite(evidence.POST_STORY, 'refutes', { locator: 'ninth paragraph' }),
      ],
    },
  },
];

const bridge: readonly SampleAnnotation[] = [
  {
    file: BRIDGE,
    kind: 'claim',
    content: ['The Kestrel Bridge, seen from the east bank of the Wenlow.'],
    attributes: { types: ['image', 'place'] },
    check: {
      status: 'reopened',
      reason: 'A reader writes that the fire house is on the left, so it is the west bank.',
      finding: 'supported',
      disposition: 'tk',
      evidence: [cite(evidence.BRIDGE_PHOTOGRAPH, 'supports', { primary: true })],
    },
  },
  {
    file: BRIDGE,
    kind: 'claim',
    content: [
      'The Kestrel Bridge will be closed to all traffic for ten weeks from 1 December after divers found cracks in two of its seven piers',
    ],
    attributes: { types: ['event', 'date', 'cause'], flags: ['load_bearing'] },
    check: {
      status: 'signed_off',
      finding: 'supported',
      disposition: 'stet',
      evidence: [
        cite(evidence.ROAD_NOTICE, 'supports', { primary: true, locator: 'paragraph 1' }),
        cite(evidence.BRIDGE_TENDER, 'supports', { locator: 'scope of work' }),
      ],
    },
  },
  {
    file: BRIDGE,
    kind: 'claim',
    content: ['The repair will cost 3.4 million crowns'],
    attributes: { types: ['number'], flags: ['load_bearing'] },
    check: {
      status: 'checked',
      finding: 'refuted',
      disposition: 'correction',
      replacement: 'The repair will cost 3.9 million crowns',
      rationale: '3.4 million is the estimate of the spring. The contract is for 3.9 million.',
      evidence: [
        cite(evidence.BRIDGE_TENDER, 'refutes', {
          primary: true,
          locator: 'contract value',
          excerpt: '3,912,000',
        }),
      ],
    },
  },
  {
    file: BRIDGE,
    kind: 'quote',
    content: ['“We would rather close it for ten weeks than have it close itself,”'],
    check: {
      status: 'checked',
      fidelity: 'altered',
      disposition: 'fix',
      replacement: '“We would sooner close it for a winter than have it close itself,”',
      rationale: 'He says “sooner” and “for a winter”. The ten weeks come from the notice.',
      evidence: [
        cite(evidence.AMBERLY_RECORDING, 'refutes', { primary: true, locator: '00:04:44' }),
      ],
    },
  },
  {
    file: BRIDGE,
    kind: 'attribution',
    content: ['“We would rather close it for ten weeks than have it close itself,”'],
    source: 'Joss Amberly, the county’s chief engineer',
    cue: 'said',
    within: 'close itself,” said Joss Amberly',
    attributes: { speech: 'direct', sourceType: 'named_person', terms: 'on_record' },
    check: {
      status: 'signed_off',
      finding: 'supported',
      disposition: 'stet',
      evidence: [
        cite(evidence.AMBERLY_RECORDING, 'supports', { primary: true, locator: '00:04:44' }),
      ],
    },
  },
  {
    file: BRIDGE,
    kind: 'claim',
    content: ['Tomas Greel'],
    attributes: { types: ['name'] },
    check: {
      status: 'checked',
      finding: 'refuted',
      disposition: 'fix',
      replacement: 'Tomas Grehl',
      rationale: 'He spelt it for me on the telephone, twice.',
      evidence: [
        cite(
          {
            title: 'Telephone call with Tomas Grehl, 13 November',
            kind: 'speaker_confirmation',
            place: 'notes/2025-11-13-grehl.txt',
            origin: 'Tomas Grehl',
          },
          'refutes',
          { primary: true },
        ),
      ],
    },
  },
  {
    file: BRIDGE,
    kind: 'attribution',
    content: ['the bridge had never been in danger of collapse'],
    source: 'Amberly',
    cue: 'insisted',
    within: 'Amberly insisted',
    attributes: {
      types: ['opinion'],
      speech: 'indirect',
      sourceType: 'named_person',
      terms: 'on_record',
    },
    check: {
      status: 'signed_off',
      finding: 'not_checkable',
      disposition: 'stet',
      rationale: 'An engineer’s judgement about what did not happen. It is his, and it says so.',
    },
  },
  {
    file: BRIDGE,
    kind: 'attribution',
    content: ['the limit was seldom enforced'],
    source: 'Lorry drivers',
    cue: 'have told',
    addressee: 'the Courier',
    attributes: { speech: 'indirect', sourceType: 'group', terms: 'background' },
    check: { status: 'unchecked' },
  },
  {
    file: BRIDGE,
    kind: 'claim',
    content: ['a former pilot launch that holds 48 people'],
    attributes: { types: ['product', 'number'] },
    check: {
      status: 'signed_off',
      finding: 'supported',
      disposition: 'stet',
      evidence: [
        cite(
          {
            title: 'Passenger certificate of the launch Pipit',
            kind: 'document',
            place: 'files/pipit-certificate.pdf',
            origin: 'Maritime authority',
          },
          'supports',
          { primary: true, excerpt: 'Maximum number of passengers: 48' },
        ),
      ],
    },
  },
  {
    file: BRIDGE,
    kind: 'attribution',
    content: ['she had been told of the closure by a parent'],
    source: 'The head of the east bank school, Corinna Blythe',
    cue: 'said',
    within: 'Corinna Blythe, said she had been told',
    attributes: { speech: 'indirect', sourceType: 'named_person', terms: 'on_record' },
  },
  {
    file: BRIDGE,
    kind: 'claim',
    content: ['carries about 8,700 vehicles a day'],
    attributes: { types: ['number'] },
    check: {
      status: 'returned',
      reason: 'Which year is this? Look for a count from after the weight limit.',
      finding: 'insufficient',
      evidence: [
        cite(evidence.TRAFFIC_COUNT, 'context', { locator: 'row K-6', excerpt: '8,712 (2024)' }),
      ],
    },
  },
];

const ward: readonly SampleAnnotation[] = [
  {
    file: WARD,
    kind: 'claim',
    content: [
      'The maternity ward of St. Orla’s Hospital in Port Hallen will close between 8 p.m. and 7 a.m. from the new year because it can no longer fill its night shifts',
    ],
    attributes: { types: ['event', 'cause'], flags: ['load_bearing'] },
    check: {
      status: 'signed_off',
      finding: 'supported',
      disposition: 'stet',
      evidence: [cite(evidence.FERRANT_LETTER, 'supports', { primary: true, locator: 'page 1' })],
    },
  },
  {
    file: WARD,
    kind: 'claim',
    content: ['There were 388 births at St. Orla’s last year, 163 of them at night, or 52 percent.'],
    attributes: { types: ['number'] },
    check: {
      status: 'checked',
      finding: 'refuted_partly',
      disposition: 'fix',
      replacement:
        'There were 388 births at St. Orla’s last year, 163 of them at night, or 42 percent',
      rationale: 'Both counts are right and the division is not.',
      evidence: [
        cite(evidence.BIRTH_FIGURES, 'refutes', { primary: true, locator: 'sheet “2024”, B26' }),
      ],
    },
  },
  {
    file: WARD,
    kind: 'quote',
    content: [FERRANT_STATEMENT],
    attributes: { flags: ['load_bearing'] },
    check: {
      status: 'signed_off',
      fidelity: 'verbatim',
      finding: 'supported',
      disposition: 'stet',
      rationale: 'Read against the letter, and the seven posts against the hospital’s own notices.',
      evidence: [
        cite(evidence.FERRANT_LETTER, 'supports', { primary: true, locator: 'second paragraph' }),
      ],
    },
  },
  {
    file: WARD,
    kind: 'attribution',
    content: [FERRANT_STATEMENT],
    source: 'the director, Dr. Nadia Ferrant',
    cue: 'wrote',
    addressee: 'all employees',
    attributes: { speech: 'direct', sourceType: 'named_person', terms: 'on_record' },
    check: {
      status: 'signed_off',
      finding: 'supported',
      disposition: 'stet',
      evidence: [
        cite(evidence.FERRANT_LETTER, 'supports', { primary: true, locator: 'signature' }),
      ],
    },
  },
  {
    file: WARD,
    kind: 'attribution',
    content: ['no mother would be “more than 40 minutes from a delivery room”'],
    source: 'Its chairman, Halvar Rost',
    cue: 'said',
    within: 'Its chairman, Halvar Rost, said that no mother',
    attributes: {
      types: ['number'],
      speech: 'mixed',
      sourceType: 'named_person',
      terms: 'on_record',
    },
    check: { status: 'unchecked' },
  },
  {
    file: WARD,
    kind: 'quote',
    content: ['“more than 40 minutes from a delivery room”'],
    check: {
      status: 'checked',
      fidelity: 'trimmed',
      finding: 'refuted_partly',
      disposition: 'add_context',
      rationale: 'He goes on “in normal traffic, by day”, and it is the night that this is about.',
      evidence: [cite(evidence.BOARD_RECORDING, 'refutes', { primary: true, locator: '01:22:09' })],
    },
  },
  {
    file: WARD,
    kind: 'attribution',
    content: [
      'in August a woman had been sent home twice and had then given birth in the car park',
    ],
    source: 'A midwife on the night shift',
    cue: 'said',
    within: 'A midwife on the night shift said that',
    attributes: {
      speech: 'indirect',
      sourceType: 'anonymous',
      terms: 'background',
      anonymityReason: 'staff have been forbidden to talk to the press',
      flags: ['sensitive', 'allegation'],
    },
    check: {
      status: 'waiting',
      reason: 'The hospital confirms the birth but not that she was sent home. Asked again.',
      messages: ['Do we need the date? Somebody in town will know at once who she is.'],
    },
  },
  {
    file: WARD,
    kind: 'attribution',
    content: ['the board knew of the shortage as early as 2023'],
    source: 'people in the health administration',
    cue: 'According to',
    attributes: {
      speech: 'indirect',
      sourceType: 'anonymous',
      terms: 'deep_background',
      anonymityReason: 'none_given',
      flags: ['allegation', 'harm'],
    },
    check: {
      status: 'checked',
      finding: 'conflicting',
      disposition: 'retraction',
      rationale:
        'The board’s papers of 2023 speak of doctors, not of midwives. Unless the source has another paper we must take it back.',
      evidence: [cite(evidence.BOARD_RECORDING, 'refutes', { locator: '01:40:15' })],
    },
  },
  {
    file: WARD,
    kind: 'attribution',
    content: [
      'Ferrant “shouted down” a colleague who raised the matter at a staff meeting in October',
    ],
    source: 'one of those present',
    cue: 'told',
    addressee: 'the Mercury',
    within: 'one of those present told the Mercury',
    attributes: {
      speech: 'mixed',
      sourceType: 'anonymous',
      terms: 'background',
      anonymityReason: 'none_given',
      flags: ['allegation', 'harm'],
    },
    check: {
      status: 'disputed',
      reason: 'She does not deny it and one voice does not prove it.',
      finding: 'insufficient',
      disposition: 'legal',
    },
  },
  {
    file: WARD,
    kind: 'attribution',
    content: [
      'the risk of an unplanned birth outside a hospital doubles where the journey is longer than 45 minutes',
    ],
    source: 'A study by the national institute for health',
    cue: 'found',
    within: 'A study by the national institute for health found that',
    attributes: {
      types: ['number', 'cause'],
      speech: 'indirect',
      sourceType: 'document',
      terms: 'on_record',
    },
    check: {
      status: 'checked',
      finding: 'supported_with_caveat',
      disposition: 'clarification',
      rationale: 'It doubles from three in a thousand to six. Without the base it frightens.',
      evidence: [
        cite(evidence.BIRTH_STUDY, 'supports', {
          primary: true,
          locator: 'table 4',
          excerpt: '0.31% (under 30 min), 0.63% (over 45 min)',
        }),
      ],
    },
  },
  {
    file: WARD,
    kind: 'quote',
    content: ['“My name is on a brick in that corridor,”'],
    check: { status: 'not_for_check', reason: 'Harmless, and she has sent a photograph of it.' },
  },
];

const kitchen: readonly SampleAnnotation[] = [
  {
    file: KITCHEN,
    kind: 'claim',
    content: ['the kitchen in the old customs shed has served 4,300 hot meals'],
    attributes: { types: ['number', 'place'] },
    check: {
      status: 'checked',
      finding: 'supported_with_caveat',
      disposition: 'stet',
      rationale: 'The tally book has 4,286, and the Sunday was counted in fives.',
      evidence: [cite(evidence.KITCHEN_TALLY, 'supports', { primary: true, locator: 'last page' })],
    },
  },
  {
    file: KITCHEN,
    kind: 'claim',
    content: ['Leila al-Nawrasi (ليلى النورسي)'],
    attributes: { types: ['name'] },
    check: {
      status: 'signed_off',
      finding: 'supported',
      disposition: 'stet',
      evidence: [
        cite(
          {
            title: 'Leila al-Nawrasi, by message, 12 November',
            kind: 'speaker_confirmation',
            place: 'notes/2025-11-12-names.txt',
            origin: 'Leila al-Nawrasi',
          },
          'supports',
          { primary: true, excerpt: 'ليلى النورسي' },
        ),
      ],
    },
  },
  {
    file: KITCHEN,
    kind: 'claim',
    content: ['Shen Heyue (沈禾月), who owns a noodle bar on Chandler Street'],
    attributes: { types: ['name', 'title', 'place'] },
    check: { status: 'checking' },
  },
  {
    file: KITCHEN,
    kind: 'quote',
    content: ['“Soup at the customs shed from noon. Bring a bowl 🥣 and a neighbour 👩‍🍳❤️”'],
    check: {
      status: 'signed_off',
      fidelity: 'verbatim',
      disposition: 'stet',
      evidence: [
        cite(evidence.NOTICE_PAGE, 'supports', { primary: true, locator: '5 November, 06:12' }),
      ],
    },
  },
  {
    file: KITCHEN,
    kind: 'claim',
    content: ['It has been shared 2,714 times.'],
    attributes: { types: ['number'] },
    check: {
      status: 'checked',
      finding: 'supported',
      disposition: 'update',
      replacement: 'It has been shared more than 3,000 times',
      rationale: 'True on Wednesday. It will not be on the day of print.',
      evidence: [cite(evidence.NOTICE_PAGE, 'supports', { primary: true })],
    },
  },
  {
    file: KITCHEN,
    kind: 'attribution',
    content: ['“Three generations, one table 👨‍👩‍👧‍👦 thank you all 🙏🏽”'],
    source: 'the account @lowerquay_mum',
    cue: 'wrote',
    attributes: { speech: 'direct', sourceType: 'social_account', terms: 'on_record' },
    check: {
      status: 'checked',
      finding: 'supported',
      disposition: 'stet',
      rationale: 'She is who she says she is, and is glad to be quoted under that name.',
      evidence: [cite(evidence.NOTICE_PAGE, 'supports', { primary: true, locator: 'reply 41' })],
    },
  },
];

/** The annotations that the sample desk opens with; the articles not named here are unmarked. */
export const SAMPLE_ANNOTATIONS: readonly SampleAnnotation[] = [
  ...flood,
  ...bill,
  ...fish,
  ...bridge,
  ...ward,
  ...kitchen,
];
