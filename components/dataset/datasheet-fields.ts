import type { Answers, Datasheet, DatasetTerms } from '@/corpus/datasheet/model';
import { QUESTIONS } from '@/corpus/datasheet/questions';

/** A datasheet as it stands in the fields of a form, where what is not said is empty. */
export interface DatasheetFields extends Readonly<Record<keyof DatasetTerms, string>> {
  readonly answers: Answers;
}

const TERMS = ['licence', 'citation', 'publisher', 'homepage'] as const;

export function fieldsOf(datasheet: Datasheet): DatasheetFields {
  const { licence, citation, publisher, homepage, answers } = datasheet;
  return {
    ...{ licence: licence ?? '', citation: citation ?? '' },
    ...{ publisher: publisher ?? '', homepage: homepage ?? '', answers },
  };
}

/** What is different from the datasheet that was read; an empty answer takes one away. Null for nothing. */
export function changesOf(
  seen: Datasheet,
  fields: DatasheetFields,
): (Partial<DatasetTerms> & { readonly answers: Answers }) | null {
  const terms = TERMS.flatMap((name) => {
    const said = fields[name].trim() || null;
    return said === seen[name] ? [] : [[name, said] as const];
  });
  const answers = QUESTIONS.flatMap(({ id }) => {
    const answer = (fields.answers[id] ?? '').trim();
    return answer === (seen.answers[id] ?? '') ? [] : [[id, answer] as const];
  });
  if (terms.length + answers.length === 0) return null;
  return { ...Object.fromEntries(terms), answers: Object.fromEntries(answers) };
}

/** The answers that are given. */
export function givenAnswers(answers: Answers): Answers {
  const trimmed = Object.entries(answers).map(([id, answer]) => [id, answer.trim()] as const);
  return Object.fromEntries(trimmed.filter(([, answer]) => answer !== ''));
}
