interface Asked {
  readonly id: string;
  readonly words: string;
  readonly rai?: string;
}

const GROUPS = [
  {
    name: 'Motivation',
    questions: [
      { id: 'purpose', words: 'What was it made for?' },
      { id: 'makers', words: 'Who made it, and for whom?' },
      { id: 'funding', words: 'Who paid for it?' },
    ],
  },
  {
    name: 'Composition',
    questions: [
      { id: 'instances', words: 'What is in it, and how much of it?' },
      { id: 'sample', words: 'Is it all there is, or a sample, and of what?' },
      { id: 'labels', words: 'What is marked, and who says so?' },
      { id: 'missing', words: 'Is anything left out?' },
      { id: 'relations', words: 'Are links between its parts told?' },
      { id: 'splits', words: 'Should it be divided in a certain way?' },
      { id: 'errors', words: 'Which errors and repetitions are known?', rai: 'dataLimitations' },
      { id: 'outside', words: 'Does it need anything outside itself that may change?' },
      { id: 'confidential', words: 'Is anything in it confidential?' },
      { id: 'offensive', words: 'Could reading it hurt or frighten anybody?' },
      { id: 'groups', words: 'Which groups of people appear, and how evenly?', rai: 'dataBiases' },
      { id: 'identifiable', words: 'Can single people be recognised?' },
      { id: 'sensitive', words: 'Does it tell sensitive things about people?', rai: 'personalSensitiveInformation' },
    ],
  },
  {
    name: 'Collection',
    questions: [
      { id: 'acquired', words: 'How did the articles come in?', rai: 'dataCollection' },
      { id: 'drawn', words: 'If it is a sample, how was it drawn?' },
      { id: 'workers', words: 'Who did the work, and how were they paid?' },
      { id: 'timeframe', words: 'Over what time was it collected, and when did the articles appear?' },
      { id: 'ethics', words: 'Did anybody review the ethics of it?' },
      { id: 'notice', words: 'Do the people whom it tells of know?' },
      { id: 'consent', words: 'Did they agree, and can they take that back?' },
      { id: 'impact', words: 'Was it asked what it may do to them?', rai: 'dataSocialImpact' },
    ],
  },
  {
    name: 'Preparation and labelling',
    questions: [
      { id: 'preparation', words: 'Was the text changed?', rai: 'dataPreprocessingProtocol' },
      { id: 'labelling', words: 'How were the marks made?', rai: 'dataAnnotationProtocol' },
      { id: 'raw', words: 'Are the articles kept as they came?' },
      { id: 'software', words: 'With which software was it made?' },
    ],
  },
  {
    name: 'Uses',
    questions: [
      { id: 'used', words: 'What has it been used for, and where is that listed?' },
      { id: 'tasks', words: 'What else could it be used for?', rai: 'dataUseCases' },
      { id: 'bearing', words: 'What about it could make a later use unfair or harmful?' },
      { id: 'unfit', words: 'What should it not be used for?' },
    ],
  },
  {
    name: 'Distribution',
    questions: [
      { id: 'recipients', words: 'Who gets it?' },
      { id: 'channel', words: 'How and when does it come to them, and has it a DOI?' },
      { id: 'terms', words: 'Under which licence or terms?' },
      { id: 'rights', words: 'Who else has rights in it, in the articles for one?' },
      { id: 'controls', words: 'Do laws limit where it may go?' },
    ],
  },
  {
    name: 'Maintenance',
    questions: [
      { id: 'host', words: 'Who keeps it, and how are they reached?' },
      { id: 'errata', words: 'Where are corrections told?' },
      { id: 'updates', words: 'Will it be updated, how often and by whom?', rai: 'dataReleaseMaintenancePlan' },
      { id: 'retention', words: 'How long may it be kept, for the sake of the people in it?' },
      { id: 'older', words: 'What becomes of older versions?' },
      { id: 'contributions', words: 'Can others add to it, and how?' },
    ],
  },
] as const satisfies readonly { readonly name: string; readonly questions: readonly Asked[] }[]; // prettier-ignore

export type QuestionId = (typeof GROUPS)[number]['questions'][number]['id'];

/** One question of a datasheet. */
export interface Question extends Asked {
  readonly id: QuestionId;
  /** The property of Croissant’s RAI vocabulary 1.0 that the answer is also told as. */
  readonly rai?: string;
}

/**
 * What Gebru, Morgenstern, Vecchione, Wortman Vaughan, Wallach, Daumé III and Crawford ask
 * (“Datasheets for Datasets”, Communications of the ACM 64(12), 2021), in our own words and in their
 * order.
 */
export const QUESTION_GROUPS: readonly { readonly name: string; readonly questions: readonly Question[] }[] = GROUPS; // prettier-ignore

export const QUESTIONS = QUESTION_GROUPS.flatMap(({ questions }) => questions);
