import { z } from 'zod';
import { OUTCOMES } from '@/corpus/adjudication/model';
import { KINDS } from '@/corpus/annotation/model';
import { isAddress } from '@/corpus/datasheet/licences';
import { isLine, LIMITS } from '@/corpus/datasheet/model';
import { QUESTIONS } from '@/corpus/datasheet/questions';
import { GUIDE_LIMIT, LABELLINGS, PER_ARTICLE, TIMEOUT_HOURS, USES } from '@/corpus/project/model';
import { MEANING_LIMIT, TAG_LISTS, type TagList } from '@/corpus/project/tag-set';
import { figure } from '@/corpus/wording/numbers';
import { attributes, id, once, reason, spans, version } from './input-parts';

const decided = {
  revisionId: id,
  members: z.array(id).max(200).transform(once),
  outcome: z.enum(OUTCOMES).exclude(['agreed']),
  takenId: id.optional(),
  mark: z.object({ kind: z.enum(KINDS), spans, attributes: attributes.optional() }).optional(),
  reason: reason.optional(),
};

const between = ({ fewest, most }: { readonly fewest: number; readonly most: number }) =>
  z.number().int().min(fewest, `must be at least ${fewest}`).max(most, `must be at most ${most}`);

const oneLine = (longest: number) =>
  z
    .string()
    .trim()
    .transform((words) => words || null)
    .nullable()
    .refine((words) => words === null || isLine(words, longest), `must be one line of at most ${figure(longest)} characters`)
    .optional(); // prettier-ignore

const seen = z.number().int().min(0);

const tagSet = z.strictObject({
  kinds: z.array(z.enum(TAG_LISTS.kinds)).transform(once),
  types: z.array(z.enum(TAG_LISTS.types)).transform(once),
  flags: z.array(z.enum(TAG_LISTS.flags)).transform(once),
  speech: z.array(z.enum(TAG_LISTS.speech)).transform(once),
  sourceTypes: z.array(z.enum(TAG_LISTS.sourceTypes)).transform(once),
  terms: z.array(z.enum(TAG_LISTS.terms)).transform(once),
  meanings: z.record(z.string().max(100), z.string().trim().max(MEANING_LIMIT, `must have at most ${MEANING_LIMIT} characters`)).optional(),
}); // prettier-ignore

const migration = z.object({
  list: z.enum(Object.keys(TAG_LISTS) as [TagList, ...TagList[]]),
  from: z.string().max(100),
  to: z.string().max(100).nullable(),
});

/** What the commands of a project and of its adjudication accept. */
export const PROJECT_INPUTS = {
  setProject: z.object({
    id,
    version: seen,
    labelling: z.enum(LABELLINGS),
    mayLook: z.boolean(),
    perArticle: between(PER_ARTICLE),
    timeoutHours: between(TIMEOUT_HOURS),
  }),
  writeGuide: z.object({ id, collectionId: id, after: seen, body: z.string().max(GUIDE_LIMIT, `must have at most ${figure(GUIDE_LIMIT)} characters`) }), // prettier-ignore
  setTagSet: z.object({ id, collectionId: id, after: seen, tagSet, migrations: z.array(migration).max(200) }), // prettier-ignore
  writeDatasheet: z.object({
    id,
    version: seen,
    licence: oneLine(LIMITS.licence),
    citation: oneLine(LIMITS.citation),
    publisher: oneLine(LIMITS.publisher),
    homepage: oneLine(LIMITS.homepage).refine((address) => (address ?? null) === null || isAddress(address!), 'must be the address of a page, like https://example.org/data'),
    answers: z.partialRecord(z.enum(QUESTIONS.map(({ id: question }) => question)), z.string().trim().max(LIMITS.answer, `must have at most ${figure(LIMITS.answer)} characters`)).optional(),
  }), // prettier-ignore
  setMember: z.object({ id, collectionId: id, personId: id, joined: z.boolean() }),
  setUse: z.object({ articleId: id, use: z.enum(USES) }),
  takeArticle: z.object({ id, collectionId: id }),
  handOutArticle: z.object({ id, articleId: id, personId: id }),
  giveBackArticle: z.object({ id, version }),
  submitLayer: z.object({ id, version }),
  returnLayer: z.object({ id, version, reason }),
  adjudicate: z.object({ id, articleId: id, standingId: id.optional(), ...decided }),
  adjudicateAgain: z.object({ id, version, ...decided }),
  adjudicateAgreed: z.object({ articleId: id, revisionId: id }),
};
