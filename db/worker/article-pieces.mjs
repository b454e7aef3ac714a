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
  const annotations = lister(reader, reads.annotations);
  const ofRevision = Object.entries({ blocks: reads.blocks, spans: reads.spans });
  const ofArticle = Object.entries({ assessments: reads.assessments, evidence: reads.evidence });
  const others = [...ofRevision, ...ofArticle].map(([name, read], at) => ({
    name: /** @type {'blocks'} */ (name),
    list: lister(reader, read),
    isOfRevision: at < ofRevision.length,
  }));
  for (const head of articleHeads(reader, reads)) {
    const chosen = annotations(head.id);
    const first = chosen.next().value;
    if (reads.isChoosy && first === undefined) continue;
    yield { head, text: /** @type {string} */ (text.get(head.revisionId)) };
    if (first !== undefined) yield { name: 'annotations', list: first };
    for (const list of chosen) yield { name: 'annotations', list };
    for (const { name, list: listsOf, isOfRevision } of others) {
      for (const list of listsOf(isOfRevision ? head.revisionId : head.id)) yield { name, list };
    }
  }
}

/**
 * @param {Reader} reader
 * @param {Read} read
 */
function lister(reader, { sql, parameters }) {
  const statement = reader.prepare(sql).pluck();
  /** @param {string} id */
  return function* lists(id) {
    /** @type {unknown[]} */
    let rows = [];
    for (const row of statement.iterate(id, ...parameters)) {
      rows.push(row);
      if (rows.length < LIST) continue;
      yield `[${rows.join()}]`;
      rows = [];
    }
    if (rows.length > 0) yield `[${rows.join()}]`;
  };
}
