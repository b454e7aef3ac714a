import type { Desk } from './client';

const built = new WeakMap<Desk, Map<(desk: Desk) => unknown, unknown>>();

/**
 * The statement that `build` makes of a desk, built once for each desk: building one takes many
 * times as long as running it. `build` is known by its identity, so it must not be made anew.
 */
export function prepared<T>(desk: Desk, build: (desk: Desk) => T): T {
  let statements = built.get(desk);
  if (statements === undefined)
    built.set(desk, (statements = new Map<(desk: Desk) => unknown, unknown>()));
  let statement = statements.get(build) as T | undefined;
  if (statement === undefined) statements.set(build, (statement = build(desk)));
  return statement;
}
