import { randomOf, type Random } from '../../evaluate/random';
import { PARTS } from '../../annotation/model';
import { figuresOf, type Figure, type Resampling } from '../bootstrap';
import { Counts } from '../counts';
import type { LayeredArticle } from '../layers';
import { markingsOf, type Marking } from '../marking';
import { chanceCorrected, undefinedBecause } from '../measured';
import { alignmentDisorder } from './alignment';
import type { GammaWeights, Unit } from './dissimilarity';

/** The units of all people on one continuum of `length` steps. */
export interface Continuum {
  readonly length: number;
  readonly people: readonly (readonly Unit[])[];
}

export interface GammaOptions extends Partial<Resampling> {
  readonly weights?: GammaWeights;
  /** How far the expected disorder may be off, as a share of it, in 95 of 100 runs. */
  readonly precision?: number;
  readonly signal?: AbortSignal;
  /** Called now and then with the share of the work that is done, from 0 to 1. */
  readonly onProgress?: (done: number) => void;
}

export interface Gamma extends Figure {
  readonly units: number;
  /** How many chance continua the expected disorder is the mean of. */
  readonly samples: number;
}

const WEIGHTS: GammaWeights = { place: 1, category: 1 };
/** The paper's first number of samples, from which it tells how many are needed. */
const FIRST_SAMPLES = 30;
const MOST_SAMPLES = 1000;
const NORMAL_95 = 1.96;
/** How long the work goes on before others have their turn, in milliseconds. */
const TURN = 50;

/**
 * γ (Mathet, Widlöcher and Métivier 2015, “The unified and holistic method gamma (γ) for
 * inter-annotator agreement measure and alignment”, Computational Linguistics 41): one less the
 * disorder of the best alignment by that of chance. Chance continua are made as in its section 5.2:
 * each person gets the units of a person drawn at random, moved round by a random distance. Several
 * continua weigh by their units. Rejects with the signal's reason when it is aborted.
 */
export async function gamma(
  continua: readonly Continuum[],
  { weights = WEIGHTS, precision = 0.02, seed = 1, resamples = 1000, ...watch }: GammaOptions = {},
): Promise<Gamma> {
  const compared = continua
    .filter(({ people }) => people.length > 1 && people.some((units) => units.length > 0))
    .map((continuum) => new ComparedContinuum(continuum, weights));
  const turns = new Turns(watch);
  const random = randomOf(seed);
  const units = compared.reduce((sum, continuum) => sum + continuum.units, 0);
  let wanted = compared.length === 0 ? 0 : FIRST_SAMPLES;
  const sums: number[] = [];
  while (sums.length < wanted) {
    let sum = 0;
    for (const [index, continuum] of compared.entries()) {
      sum += continuum.sample(random);
      await turns.take((sums.length + (index + 1) / compared.length) / wanted);
    }
    sums.push(sum);
    if (sums.length === FIRST_SAMPLES) wanted = samplesNeeded(sums, precision);
  }
  const counts = new Counts();
  const [observed, expected] = [counts.cell('observed'), counts.cell('expected')];
  for (const continuum of compared) {
    counts.add(observed, continuum.observed);
    counts.add(expected, continuum.expected);
    counts.endArticle();
  }
  const [figure] = figuresOf(
    counts,
    [
      (totals) =>
        units === 0
          ? undefinedBecause('No two layers on the same article marked anything.')
          : chanceCorrected(totals[observed]!, totals[expected]!, ALWAYS_ALIGNED),
    ],
    { seed, resamples },
  );
  return { ...figure!, units, samples: sums.length };
}

const ALWAYS_ALIGNED = 'Chance gives no disorder either, so agreement cannot be told from it.';

/** The articles' annotations as continua of words; each piece of each part is a unit. */
export function continuaOf(articles: Iterable<LayeredArticle>): readonly Continuum[] {
  return Array.from(articles, (article) => {
    const { words, layers } = markingsOf(article);
    const people = layers.map(({ markings }) => markings.flatMap((marking) => unitsIn(marking)));
    return { length: words.length, people };
  });
}

function unitsIn({ kind, pieces }: Marking): readonly Unit[] {
  return PARTS.flatMap((part) =>
    pieces[part].map(({ start, end }) => ({ start, end, category: `${kind} ${part}` })),
  );
}

/** One continuum with its own disorder and those of chance; disorders weigh by its units per person. */
class ComparedContinuum {
  readonly units: number;
  readonly observed: number;
  private readonly perPerson: number;
  private sampled = 0;
  private samples = 0;

  constructor(
    private readonly continuum: Continuum,
    private readonly weights: GammaWeights,
  ) {
    this.units = continuum.people.reduce((sum, units) => sum + units.length, 0);
    this.perPerson = this.units / continuum.people.length;
    this.observed = this.perPerson * alignmentDisorder(continuum.people, weights);
  }

  get expected(): number {
    return this.sampled / this.samples;
  }

  /** Adds a chance continuum and returns its disorder. */
  sample(random: Random): number {
    let people = shuffled(this.continuum, random);
    while (people.every((units) => units.length === 0)) people = shuffled(this.continuum, random);
    const disorder = this.perPerson * alignmentDisorder(people, this.weights);
    this.sampled += disorder;
    this.samples += 1;
    return disorder;
  }
}

function shuffled({ length, people }: Continuum, random: Random): readonly (readonly Unit[])[] {
  return people.map(() => {
    const distance = random.below(length);
    return random.pick(people).map(({ start, end, category }) => {
      const moved = (start + distance) % length;
      return { start: moved, end: moved + end - start, category };
    });
  });
}

/** By the spread of the first samples (section 5.3), never fewer than those. */
function samplesNeeded(sums: readonly number[], precision: number): number {
  const mean = sums.reduce((sum, value) => sum + value, 0) / sums.length;
  if (mean === 0) return sums.length;
  const squares = sums.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const variation = Math.sqrt(squares / (sums.length - 1)) / mean;
  const needed = Math.ceil(((variation * NORMAL_95) / precision) ** 2);
  return Math.min(MOST_SAMPLES, Math.max(sums.length, needed));
}

/** Lets the page and timers have their turn, and tells how far the work is. */
class Turns {
  private last = performance.now();

  constructor(private readonly watch: Pick<GammaOptions, 'signal' | 'onProgress'>) {}

  async take(done: number): Promise<void> {
    if (performance.now() - this.last < TURN) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.watch.signal?.throwIfAborted();
    this.watch.onProgress?.(done);
    this.last = performance.now();
  }
}
