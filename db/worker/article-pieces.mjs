/** How many articles’ heads are read at once. */
const HEADS = 200;

/** How many rows stand in one list. */
const LIST = 100;

/**
 * @typedef {import('better-sqlite3').Database} Reader
 * @typedef {import('../queries/dataset-reads').Read} Read
 * @typedef {import('../queries/dataset-reads').DatasetReads} DatasetReads
 * @typedef {import('../queries/article-rows').HeadRow} HeadRow
 * @typedef {import('../queries/article-rows').ArticlePiece} ArticlePiece
 */

/**
 * The heads of the articles that the reads choose, in the order of their ids.
 * @param {Reader} reader
 * @param {Pick<DatasetReads, 'heads'>} reads
 * @returns {Generator<HeadRow, void, undefined>}
 */
export function* articleHeads(reader, { heads }) {
  const statement = reader.prepare(heads.sql);
  let after = '';
  for (;;) {
    const found = /** @type {HeadRow[]} */ (statement.all(after, ...heads.parameters, HEADS));
    if (found.length === 0) return;
    yield* found;
    after = /** @type {HeadRow} */ (found.at(-1)).id;
  }
}

/**
 * The rows of the same articles in pieces that are small also where an article is large; where
 * annotations are chosen, only of articles that have one.
 * @param {Reader} reader
 * @param {DatasetReads} reads
 * @returns {Generator<ArticlePiece, void, undefined>}
 */
export function* articlePieces(reader, reads) {
  const text = reader.prepare(reads.text.sql).pluck();
  const annotationLists = lister(reader, reads.annotations);
  const blockLists = lister(reader, reads.blocks);
  for (const head of articleHeads(reader, reads)) {
    const chosen = annotationLists(head.revisionId, head.id);
    const first = chosen.next().value;
    if (reads.isChoosy && first === undefined) continue;
    yield { head, text: /** @type {string} */ (text.get(head.revisionId)) };
    if (first !== undefined) yield { name: 'annotations', list: first };
    for (const list of chosen) yield { name: 'annotations', list };
    for (const list of blockLists(head.revisionId)) yield { name: 'blocks', list };
  }
}

/**
 * @param {Reader} reader
 * @param {Read} read
 */
function lister(reader, { sql, parameters }) {
  const statement = reader.prepare(sql).pluck();
  /** @param {readonly string[]} ids */
  return function* lists(...ids) {
    /** @type {unknown[]} */
    let rows = [];
    for (const row of statement.iterate(...ids, ...parameters)) {
      rows.push(row);
      if (rows.length < LIST) continue;
      yield `[${rows.join()}]`;
      rows = [];
    }
    if (rows.length > 0) yield `[${rows.join()}]`;
  };
}
