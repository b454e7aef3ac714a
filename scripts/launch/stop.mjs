/** A reason to end that a person can act on: one sentence, shown without a stack trace. */
export class Stop extends Error {
  /** @param {string} sentence @param {string} [details] shown above the sentence */
  constructor(sentence, details = '') {
    super(sentence);
    this.name = 'Stop';
    this.details = details;
  }
}

/** Says on stderr why the program ends and gives its exit code. */
export function explain(error) {
  if (!(error instanceof Stop)) {
    console.error(error);
    return 1;
  }
  if (error.details) console.error(error.details.trimEnd());
  console.error(error.message);
  return 1;
}
