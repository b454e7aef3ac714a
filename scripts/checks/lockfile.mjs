/** What the lock file names, by path; a path is as npm writes it: `node_modules/a/node_modules/b`. */

/** The optional packages that a package of the lock wants and the lock does not hold. */
export function listMissing(packages) {
  return Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !resolves(packages, path, name))
      .map((name) => `${path || 'the project'} wants ${name} and the lock file lacks it`),
  );
}

/** The packages of the lock that are tied to one registry, or that no registry can confirm. */
export function listTied(packages) {
  return Object.entries(packages).flatMap(([path, entry]) => {
    if (path === '' || entry.link) return [];
    const told = [];
    if (entry.resolved) told.push(`${path} names the address it came from`);
    if (!entry.integrity && !entry.inBundle) told.push(`${path} has no integrity hash`);
    return told;
  });
}

/** Looks the way Node does: in the package's own folder, then in each one above it. */
function resolves(packages, from, name) {
  for (let folder = from; ; folder = parentOf(folder)) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
    if (folder === '') return false;
  }
}

function parentOf(folder) {
  const end = folder.lastIndexOf('/node_modules/');
  return end < 0 ? '' : folder.slice(0, end);
}
