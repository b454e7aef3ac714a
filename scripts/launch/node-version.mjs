// Runs on Nodes that are too old for the rest of Stet: keep its syntax plain.
const NEEDED = [20, 19];

/** The sentence that refuses this Node, or null where it is new enough. */
export function refuseNode(version) {
  const parts = version.replace(/^v/, '').split('.');
  const major = Number(parts[0]);
  const minor = Number(parts[1]);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return null;
  return (
    'Stet needs Node ' +
    NEEDED.join('.') +
    ' or newer and this is Node ' +
    version.replace(/^v/, '') +
    ': install a newer one from https://nodejs.org and run the command again.'
  );
}
