/** What the start did, on one line. */
export function tellDone(steps) {
  const done = steps.filter(Boolean);
  if (done.length === 0) return 'Everything was up to date.';
  const line = done.join(' · ');
  return line[0].toUpperCase() + line.slice(1);
}
