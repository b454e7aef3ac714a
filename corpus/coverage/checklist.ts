/** One line of a checklist. Its id stays when its words are changed, and with it what was ticked. */
export interface ChecklistItem {
  readonly id: string;
  readonly words: string;
}

/** A desk's own list for the articles of a collection. */
export interface Checklist {
  readonly id: string;
  readonly name: string;
  readonly items: readonly ChecklistItem[];
  /** Whether an article can be signed only when all items are ticked. */
  readonly required: boolean;
  readonly version: number;
}

/** Who ticked an item, when; `revision` is the number of the revision that was looked at. */
export interface Tick {
  readonly person: string;
  readonly at: string;
  readonly revision: number;
}

/** A checklist as it stands for an article's newest revision. */
export interface TickedChecklist extends Omit<Checklist, 'items'> {
  readonly items: readonly (ChecklistItem & {
    readonly tick: Tick | null;
    /** The newest tick on an older revision, where there is none on the newest. */
    readonly before: Tick | null;
  })[];
}

/** What a new checklist is offered with; the desk changes it as it likes. */
export const CHECKLIST_STARTER: readonly string[] = [
  'Names are spelt as their bearers spell them',
  'Titles, ages and places are right',
  'Numbers, sums and percentages add up',
  'Captions say what is in the picture, and who',
  'The headline says no more than the article',
  'Links and references lead where they should',
];

/**
 * Items from lines of text: a line whose words stand already keeps its id; a changed line keeps the
 * id of the item in its place, unless that stands elsewhere; others get one from `newId`.
 */
export function itemsFromLines(
  text: string,
  known: readonly ChecklistItem[],
  newId: () => string,
): readonly ChecklistItem[] {
  const lines = text.split('\n').map((line) => line.trim()).filter(Boolean); // prettier-ignore
  const same = new Map(known.map(({ id, words }) => [words, id]));
  const kept = new Set(lines.flatMap((line) => same.get(line) ?? []));
  const used = new Set<string>();
  const take = (id: string | undefined): string | null => {
    if (id === undefined || used.has(id)) return null;
    used.add(id);
    return id;
  };
  return lines.map((words, index) => {
    const inPlace = known[index]?.id;
    const moved = inPlace !== undefined && kept.has(inPlace) ? undefined : inPlace;
    return { id: take(same.get(words)) ?? take(moved) ?? newId(), words };
  });
}
