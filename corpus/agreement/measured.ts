/** A coefficient's value, or one sentence that says why it has none. */
export type Measured =
  { readonly value: number; readonly why: null } | { readonly value: null; readonly why: string };

export function measured(value: number): Measured {
  return { value, why: null };
}

export function undefinedBecause(why: string): Measured {
  return { value: null, why };
}

/**
 * The chance-corrected form that every coefficient here has: 1 for no disagreement, 0 for as much
 * as chance gives. Undefined where chance gives none.
 */
export function chanceCorrected(observed: number, expected: number, why: string): Measured {
  return expected > 0 ? measured(1 - observed / expected) : undefinedBecause(why);
}
