import type Database from 'better-sqlite3';

const INSERTS = {
  person: `INSERT INTO person (id, name, role, created_at, version) VALUES (?, ?, 'admin', ?, 1)`,
  collection: `INSERT INTO collection (id, name, mode, created_at, version) VALUES (?, ?, 'single', ?, 1)`,
  evidence: `INSERT INTO evidence_item (id, collection_id, kind, title, place, origin, terms, created_by, created_at, version)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
  article: `INSERT INTO article (id, collection_id, content_hash, ordinal, headline, places, date, date_basis, word_count, created_at, version)
    VALUES (?, ?, ?, 1, ?, '["PORT HALLEN"]', ?, 'inferred', ?, ?, 1)`,
  revision: `INSERT INTO revision (id, article_id, number, text, hash, created_at, created_by) VALUES (?, ?, 1, ?, ?, ?, ?)`,
  block: `INSERT INTO block (id, revision_id, ordinal, role, depth, start, "end", version) VALUES (?, ?, ?, ?, 0, ?, ?, 1)`,
  target: 'INSERT INTO target (id, article_id, created_at) VALUES (?, ?, ?)',
  anchoring: `INSERT INTO anchoring (target_id, revision_id, outcome) VALUES (?, ?, 'unchanged')`,
  span: `INSERT INTO span (revision_id, target_id, part, ordinal, piece, start, "end", exact, prefix, suffix)
    VALUES (?, ?, ?, 0, ?, ?, ?, ?, ?, ?)`,
  annotation: `INSERT INTO annotation (id, target_id, article_id, collection_id, kind, layer, origin, types, flags, speech, source_type, terms, created_by, created_at, updated_at, version)
    VALUES (?, ?, ?, ?, ?, 'shared', 'person', ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
  check: `INSERT INTO "check" (id, annotation_id, article_id, collection_id, kind, main_type, risk, listed, status, finding, fidelity, disposition, rationale, assignee_id, due_at, checked_by, updated_at, version)
    VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
  label: `INSERT INTO check_label (label, check_seq, risk_order, due_order, kind, status) VALUES (?, ?, ?, ?, ?, ?)`,
  words: `INSERT INTO check_words (rowid, words) VALUES (?, ?)`,
  assessment: `INSERT INTO assessment (id, check_id, person_id, finding, fidelity, rationale, updated_at, version)
    VALUES (?, ?, ?, ?, ?, ?, ?, 1)`,
  citation: `INSERT INTO citation (id, check_id, evidence_item_id, locator, excerpt, stance, "primary", created_by, version)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)`,
} as const;

export type FillStatements = Readonly<Record<keyof typeof INSERTS, Database.Statement>>;

/** The inserts of a fill, prepared once. */
export function fillStatements(sqlite: Database.Database): FillStatements {
  const entries = Object.entries(INSERTS).map(([name, sql]) => [name, sqlite.prepare(sql)]);
  return Object.fromEntries(entries) as FillStatements;
}

export function insertPeople(
  statements: FillStatements,
  ids: readonly string[],
  names: readonly string[],
  at: string,
): void {
  for (const [index, id] of ids.entries()) statements.person.run(id, names[index]!, at);
}
