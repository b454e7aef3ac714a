const VAGUE = /(^|\/)(utils?|helpers?|misc|common)(\.[^/]*)?(\/|$)/i;
const REGISTRY = /https?:\/\/(registry\.|[\w.-]+\/(repository|artifactory|api\/npm)\b)/i;
const MACHINE_PATH = /(^|[\s"'`(=:])\/(work|home|Users|root)\/[\w.-]+/m;

/** What the name of a committed file breaks. */
export function judgeName(path) {
  return VAGUE.test(path)
    ? [`${path}: name it after what it holds, not utils, helpers, misc or common`]
    : [];
}

/** What the text of a committed file breaks; `hosts` are registries in use on this machine. */
export function judgeText(path, text, hosts = []) {
  const problems = [];
  if (REGISTRY.test(text) || hosts.some((host) => text.includes(host))) {
    problems.push(`${path}: names a package registry`);
  }
  const found = MACHINE_PATH.exec(text);
  if (found) problems.push(`${path}: names a path of one machine (${found[0].trim()})`);
  return problems;
}

/** Whether bytes are text, as git decides it. */
export function isText(bytes) {
  return !bytes.subarray(0, 8000).includes(0);
}
