/**
 * What `npm test` was asked to run. Arguments that are not ours go on to the runner; they mean the
 * browser tests when these are asked for, the unit tests otherwise.
 */
export function readTestOptions(args) {
  const ours = new Set(['--unit', '--e2e', '--screenshots']);
  const has = (name) => args.includes(name);
  const rest = args.filter((arg) => !ours.has(arg));
  const screenshots = has('--screenshots');
  const one = has('--unit') || has('--e2e') || screenshots;
  return {
    unit: has('--unit') || !one,
    e2e: has('--e2e') || screenshots || !one,
    screenshots,
    rest,
  };
}
