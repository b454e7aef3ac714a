import type { Part } from '../annotation/model';
import { mixedUp, partDiffers, type AgreementCase, type OpenCase } from './cases';
import type { ComparedAttribute } from './layers';
import type { Marking } from './marking';
import { pairName } from './pairs';
import { comparedPart, kindsOf, ROWS, type RowSubject } from './rows';

/** Two labels that people gave to the same words, in the order of the alphabet. */
export interface Confusion {
  /** `kind`, or the attribute's name. */
  readonly of: string;
  readonly labels: readonly [string, string];
  /** How many pairs of layers differ so. */
  readonly count: number;
  readonly cases: readonly string[];
}

/** Collects all cases, and which of them stand behind which figure. */
export class CaseIndex {
  readonly cases: AgreementCase[] = [];
  private readonly behindRows = ROWS.map(() => new Map<string, string[]>());
  private readonly behindAttributes: ReadonlyMap<string, Map<string, string[]>>;
  private readonly confused = new Map<string, { count: number; cases: Set<string> }>();

  constructor(private readonly attributes: readonly ComparedAttribute[]) {
    this.behindAttributes = new Map(attributes.map(({ name }) => [name, new Map()]));
  }

  /** Adds the cases of one article. */
  add(cases: readonly OpenCase[]): void {
    for (const open of cases) {
      this.cases.push(open.told);
      this.addMissing(open);
      for (const [index, a] of open.members.entries()) {
        for (const b of open.members.slice(index + 1)) this.addPair(open, a, b);
      }
    }
    this.addKinds(cases);
  }

  /** The ids of the cases in which two layers, or any where none are named, differ in a row. */
  behindRow(row: RowSubject, pair: string = ANY): readonly string[] {
    const place = ROWS.findIndex(({ kind, part }) => kind === row.kind && part === row.part);
    return this.behindRows[place]!.get(pair) ?? [];
  }

  behindAttribute(name: string, pair: string = ANY): readonly string[] {
    return this.behindAttributes.get(name)?.get(pair) ?? [];
  }

  /** The most frequent first. */
  confusions(): readonly Confusion[] {
    return [...this.confused]
      .map(([key, { count, cases }]) => {
        const [of, first, second] = JSON.parse(key) as [string, string, string];
        return { of, labels: [first, second] as const, count, cases: [...cases] };
      })
      .sort((a, b) => b.count - a.count || (a.labels.join() < b.labels.join() ? -1 : 1));
  }

  /** A layer without the annotation differs from every layer that has it. */
  private addMissing({ told, members }: OpenCase): void {
    for (const layer of told.missing) {
      for (const member of members) {
        const pair = pairName(...inOrder(layer, member.layer));
        for (const [place, row] of ROWS.entries()) {
          if (!kindsOf(row).includes(told.kind)) continue;
          if (member.marking.words[comparedPart(row)].length > 0) {
            note(this.behindRows[place]!, pair, told.id);
          }
        }
      }
    }
  }

  private addPair({ told }: OpenCase, a: Member, b: Member): void {
    const pair = pairName(a.layer, b.layer);
    const differs = (part: Part) => partDiffers(part, a.marking, b.marking);
    const related = (['content', 'source', 'cue'] as const).some(differs);
    for (const [place, row] of ROWS.entries()) {
      if (!kindsOf(row).includes(told.kind)) continue;
      if (row.part === null ? related : differs(row.part)) {
        note(this.behindRows[place]!, pair, told.id);
      }
    }
    for (const { name } of this.attributes) {
      const [first, second] = [a.marking.values[name], b.marking.values[name]];
      if (first === undefined || second === undefined || first === second) continue;
      note(this.behindAttributes.get(name)!, pair, told.id);
      this.confuse(name, [String(first), String(second)], [told.id], 1);
    }
  }

  /** The same words, of one kind for some and of another for those who are missing there. */
  private addKinds(cases: readonly OpenCase[]): void {
    for (const [index, one] of cases.entries()) {
      for (const other of cases.slice(index + 1)) {
        const pairs = mixedUp(one, other);
        if (pairs === 0) continue;
        const kinds = [one.told.kind, other.told.kind] as const;
        this.confuse('kind', kinds, [one.told.id, other.told.id], pairs);
      }
    }
  }

  private confuse(
    of: string,
    labels: readonly [string, string],
    cases: readonly string[],
    pairs: number,
  ): void {
    const key = JSON.stringify([of, ...[...labels].sort()]);
    const entry = this.confused.get(key) ?? { count: 0, cases: new Set<string>() };
    entry.count += pairs;
    for (const id of cases) entry.cases.add(id);
    this.confused.set(key, entry);
  }
}

interface Member {
  readonly layer: string;
  readonly marking: Marking;
}

const ANY = '';

/** Notes a case behind a pair's figure and behind that of all; a case is noted at one go. */
function note(behind: Map<string, string[]>, pair: string, id: string): void {
  for (const key of [pair, ANY]) {
    const ids = behind.get(key);
    if (ids === undefined) behind.set(key, [id]);
    else if (ids.at(-1) !== id) ids.push(id);
  }
}

function inOrder(a: string, b: string): [string, string] {
  return a < b ? [a, b] : [b, a];
}
