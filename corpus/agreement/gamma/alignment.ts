import { bestAssignment } from './assignment';
import { dissimilarity, EMPTY, type GammaWeights, type Unit } from './dissimilarity';

/** Units that are aligned with each other, one of each person at most. */
type Aligned = readonly { readonly person: number; readonly unit: Unit }[];

/**
 * The disorder of the best alignment that is found: the sum over its unitary alignments of the mean
 * dissimilarity of two people's units in it, by the mean number of units of a person. 0 without units.
 *
 * For two people the alignment is the best one. For more, finding it is a set partitioning problem;
 * it is approached by dimensionwise variation (Karapetyan and Gutin 2011): for every division of
 * the people into two groups all that the groups have aligned is taken apart and put together anew in
 * the best way, until no division gains anything.
 */
export function alignmentDisorder(
  people: readonly (readonly Unit[])[],
  weights: GammaWeights,
): number {
  const units = people.reduce((sum, list) => sum + list.length, 0);
  if (units === 0) return 0;
  const search = new AlignmentSearch(people.length, weights);
  return ((units - search.saved(people)) * EMPTY) / (units / people.length);
}

/** Divisions are tried one and all up to this number of people; beyond, each person against the rest. */
const ALL_DIVISIONS_UP_TO = 6;

class AlignmentSearch {
  /** How many pairs of people there are. */
  private readonly pairs: number;
  private readonly divisions: readonly (readonly boolean[])[];

  constructor(
    count: number,
    private readonly weights: GammaWeights,
  ) {
    this.pairs = (count * (count - 1)) / 2;
    this.divisions = divisionsOf(count);
  }

  /** What aligning saves of the disorder that all units alone would have, in units of Δ∅. */
  saved(people: readonly (readonly Unit[])[]): number {
    let aligned: readonly Aligned[] = people.flatMap((units, person) =>
      units.map((unit) => [{ person, unit }]),
    );
    let saved = 0;
    for (let unchanged = 0, turn = 0; unchanged < this.divisions.length; turn++) {
      aligned = this.regroup(aligned, this.divisions[turn % this.divisions.length]!);
      const now = aligned.reduce((sum, group) => sum + this.savingOf(group), 0);
      unchanged = now > saved + 1e-9 ? 1 : unchanged + 1;
      saved = Math.max(saved, now);
    }
    return saved;
  }

  /** Takes every alignment apart by the division and puts the parts together in the best way. */
  private regroup(aligned: readonly Aligned[], division: readonly boolean[]): readonly Aligned[] {
    const partsOn = (side: boolean) =>
      aligned
        .map((group) => group.filter(({ person }) => division[person] === side))
        .filter((group) => group.length > 0);
    const [left, right] = [partsOn(true), partsOn(false)];
    const gains = left.map((one) => Float64Array.from(right, (other) => this.gainOf(one, other)));
    const ofLeft = bestAssignment(gains, right.length);
    const taken = new Set(ofLeft);
    return [
      ...left.map((one, index) => [...one, ...(right[ofLeft[index]!] ?? [])]),
      ...right.filter((_group, index) => !taken.has(index)),
    ];
  }

  /** What is saved by aligning two groups with each other. */
  private gainOf(one: Aligned, other: Aligned): number {
    let gain = 1;
    for (const { unit } of one) {
      for (const { unit: second } of other) gain += this.likeness(unit, second);
    }
    return gain;
  }

  private savingOf(group: Aligned): number {
    let saving = group.length - 1;
    for (const [index, { unit }] of group.entries()) {
      for (const { unit: second } of group.slice(index + 1)) saving += this.likeness(unit, second);
    }
    return saving;
  }

  private likeness(a: Unit, b: Unit): number {
    return (EMPTY - dissimilarity(a, b, this.weights)) / EMPTY / this.pairs;
  }
}

/** Divisions of people into two groups, each told once by who is on the one side. */
function divisionsOf(count: number): readonly (readonly boolean[])[] {
  const people = Array.from({ length: count }, (_value, person) => person);
  if (count > ALL_DIVISIONS_UP_TO) return people.map((one) => people.map((other) => one === other));
  return Array.from({ length: 2 ** (count - 1) - 1 }, (_value, index) =>
    people.map((person) => (((index + 1) >> person) & 1) === 1),
  );
}
