import { figure } from '../wording/numbers';
import {
  CLAIM_TYPES,
  FLAGS,
  KINDS,
  SOURCE_TYPES,
  SPEECH,
  TERMS,
  type Attributes,
  type Kind,
} from '../annotation/model';
import {
  FLAG_LABELS,
  KIND_LABELS,
  SOURCE_TYPE_LABELS,
  SPEECH_LABELS,
  TERMS_LABELS,
  TYPE_LABELS,
} from '../vocabulary';

/** The words of each list that a tag set chooses from. */
export const TAG_LISTS = {
  kinds: KINDS,
  types: CLAIM_TYPES,
  flags: FLAGS,
  speech: SPEECH,
  sourceTypes: SOURCE_TYPES,
  terms: TERMS,
} as const;
export type TagList = keyof typeof TAG_LISTS;

/** The words that a collection's marks may have, in each list. */
export type TagSet = {
  readonly [List in TagList]: readonly (typeof TAG_LISTS)[List][number][];
} & { readonly meanings?: TagMeanings };

/** What words mean in this collection, in its people's own words; `meaningKey` → one line. */
export type TagMeanings = Readonly<Record<string, string>>;

export function meaningKey(list: TagList, word: string): string {
  return `${list} ${word}`;
}

/** Most characters of a meaning. */
export const MEANING_LIMIT = 500;

/** A word of a tag set with what it means, as it is shown beside the text. */
export interface TagMeaning {
  readonly label: string;
  readonly meaning: string;
}

/** The words of a tag set that have a meaning of their own, in its order. */
export function listMeanings(tagSet: TagSet): readonly TagMeaning[] {
  return (Object.keys(TAG_LISTS) as TagList[]).flatMap((list) =>
    tagSet[list].flatMap((word) => {
      const meaning = tagSet.meanings?.[meaningKey(list, word)];
      return meaning === undefined ? [] : [{ label: tagLabel(list, word), meaning }];
    }),
  );
}

/** The meanings of words that a tag set has; empty ones are none. */
export function keptMeanings(tagSet: TagSet): TagMeanings {
  const has = (Object.keys(TAG_LISTS) as TagList[]).flatMap((list) =>
    tagSet[list].map((word) => meaningKey(list, word)),
  );
  const given = Object.entries(tagSet.meanings ?? {});
  return Object.fromEntries(given.filter(([key, meaning]) => meaning !== '' && has.includes(key)));
}

export const WHOLE_TAG_SET: TagSet = { ...TAG_LISTS };

const LABELS: { readonly [List in TagList]: Readonly<Record<string, string>> } = {
  kinds: KIND_LABELS,
  types: TYPE_LABELS,
  flags: FLAG_LABELS,
  speech: SPEECH_LABELS,
  sourceTypes: SOURCE_TYPE_LABELS,
  terms: TERMS_LABELS,
};

export const TAG_LIST_LABELS: Readonly<Record<TagList, string>> = {
  kinds: 'Kinds',
  types: 'Types',
  flags: 'Flags',
  speech: 'Speech',
  sourceTypes: 'Sources',
  terms: 'Terms',
};

export function tagLabel(list: TagList, word: string): string {
  return LABELS[list][word] ?? word;
}

/** What becomes of marks with a word that a tag set leaves out: another word, or null for none. */
export interface Migration {
  readonly list: TagList;
  readonly from: string;
  readonly to: string | null;
}

/** How many marks have a word. */
export interface TagUse {
  readonly list: TagList;
  readonly word: string;
  readonly marks: number;
}

/** What a tag set has a say in. */
export type Tagged = Attributes & { readonly kind: Kind };

/** The words of a mark, by list. */
export function tagsOf(mark: Tagged): { readonly [List in TagList]: readonly string[] } {
  const { kind, types, flags, speech, sourceType, terms } = mark;
  const one = (word: string | null) => (word === null ? [] : [word]);
  return {
    ...{ kinds: [kind], types, flags },
    ...{ speech: one(speech), sourceTypes: one(sourceType), terms: one(terms) },
  };
}

/** The sentence that refuses a mark with words that the tag set does not have; null where it has all. */
export function findTagProblem(tagSet: TagSet, mark: Tagged): string | null {
  for (const [list, words] of Object.entries(tagsOf(mark)) as [TagList, readonly string[]][]) {
    const known: readonly string[] = tagSet[list];
    const other = words.find((word) => !known.includes(word));
    if (other !== undefined) {
      return `“${tagLabel(list, other)}” is not in this collection’s tag set (${TAG_LIST_LABELS[list].toLowerCase()}).`;
    }
  }
  return null;
}

/**
 * Why a tag set cannot take another's place; null where it can. Each word in use that it leaves
 * out needs a migration, to a word that it has or to none; a kind cannot become none.
 */
export function findMigrationProblem(
  next: TagSet,
  uses: readonly TagUse[],
  migrations: readonly Migration[],
): string | null {
  if (next.kinds.length === 0) return 'A tag set needs a kind: choose at least one.';
  for (const { list, word, marks } of uses) {
    const known: readonly string[] = next[list];
    if (marks === 0 || known.includes(word)) continue;
    const label = tagLabel(list, word);
    const counted = marks === 1 ? 'One mark has' : `${figure(marks)} marks have`;
    const migration = migrations.find((one) => one.list === list && one.from === word);
    if (migration === undefined) {
      return `${counted} “${label}”: say what they get instead, or keep it.`;
    }
    if (migration.to === null && list === 'kinds') {
      return `${counted} the kind “${label}”: a mark cannot be without a kind, choose another.`;
    }
    if (migration.to !== null && !known.includes(migration.to)) {
      return `“${tagLabel(list, migration.to)}” is not in the new tag set either: choose a word that is.`;
    }
    if (list === 'kinds' && migration.to === 'attribution') {
      return 'A claim or a quote cannot become an attribution, which has parts: choose another kind.';
    }
  }
  return null;
}

/** A mark's kind and attributes under the migrations. */
export function migrated(mark: Tagged, migrations: readonly Migration[]): Tagged {
  const becomes = (list: TagList, word: string): string | null => {
    const found = migrations.find((one) => one.list === list && one.from === word);
    return found === undefined ? word : found.to;
  };
  const all = (list: TagList, words: readonly string[]) => [
    ...new Set(words.flatMap((word) => becomes(list, word) ?? [])),
  ];
  const one = (list: TagList, word: string | null) => (word === null ? null : becomes(list, word));
  return {
    ...mark,
    kind: becomes('kinds', mark.kind) ?? mark.kind,
    types: all('types', mark.types),
    flags: all('flags', mark.flags),
    speech: one('speech', mark.speech),
    sourceType: one('sourceTypes', mark.sourceType),
    terms: one('terms', mark.terms),
  } as Tagged;
}
