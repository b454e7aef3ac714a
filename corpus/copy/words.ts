import { coverageWords } from '../coverage/coverage';
import { archivedWords } from '../verification/archive';
import {
  DISPOSITION_LABELS,
  EVIDENCE_KIND_LABELS,
  FIDELITY_LABELS,
  FINDING_LABELS,
  FLAG_LABELS,
  KIND_LABELS,
  STANCE_LABELS,
  STATUS_LABELS,
  TERMS_LABELS,
  TYPE_LABELS,
} from '../vocabulary';
import { dayOfMoment, dayWords } from '../wording/dates';
import type { CopyArticle, CopyEvidence, CopyNote } from './model';

/** A note's lines, the first of which says what it is and how it stands. */
export function noteLines(note: CopyNote): readonly string[] {
  const lines = [[KIND_LABELS[note.kind], ...note.types.map((type) => TYPE_LABELS[type].toLowerCase())].join(', ') + `: ${STATUS_LABELS[note.status].toLowerCase()}.`]; // prettier-ignore
  const say = (name: string, value: string | null) => {
    if (value !== null && value.trim() !== '') lines.push(`${name}: ${value.trim()}`);
  };
  say('Flags', note.flags.map((flag) => FLAG_LABELS[flag]).join(', '));
  say('Source', note.source);
  say('Terms', note.terms && TERMS_LABELS[note.terms]);
  say('Not named because', note.anonymityReason === 'none_given' ? 'no reason is given' : note.anonymityReason); // prettier-ignore
  say('Finding', note.finding && FINDING_LABELS[note.finding]);
  say('Fidelity', note.fidelity && FIDELITY_LABELS[note.fidelity]);
  say('Disposition', note.disposition && DISPOSITION_LABELS[note.disposition]);
  say('Replace by', note.replacement);
  say('Rationale', note.rationale);
  say('Reason', note.reason);
  say('Checked by', note.checkedBy);
  say('Signed by', note.signedBy && `${note.signedBy}, ${dayOf(note.signedAt)}`);
  if (note.withheld > 0) lines.push(withheldWords(note.withheld));
  return lines;
}

export function withheldWords(count: number): string {
  return count === 1 ? 'One confidential part stays on the desk.' : `${count} confidential parts stay on the desk.`; // prettier-ignore
}

/** A citation in one line. */
export function evidenceLine(evidence: CopyEvidence): string {
  const { kind, title, origin, locator, stance, primary, terms, copies } = evidence;
  const use = [STANCE_LABELS[stance].toLowerCase(), primary && 'primary', terms !== 'on_record' && TERMS_LABELS[terms].toLowerCase()]; // prettier-ignore
  const parts = [`${title} (${EVIDENCE_KIND_LABELS[kind].toLowerCase()}, ${origin})`, locator, use.filter(Boolean).join(', '), ...copies.map(archivedWords)]; // prettier-ignore
  return `${parts.filter(Boolean).join('; ')}.`;
}

/** Annotation id → its evidence in one line each, and how much stays on the desk; none without either. */
export type ProofLines = Readonly<Record<string, readonly string[]>>;

export function proofLines({ notes }: CopyArticle): ProofLines {
  const lines = notes.map(({ id, evidence, withheld }): [string, readonly string[]] => {
    const rest = withheld > 0 ? [withheldWords(withheld)] : [];
    return [id, [...evidence.map(evidenceLine), ...rest]];
  });
  return Object.fromEntries(lines.filter(([, said]) => said.length > 0));
}

/** What stands above the article in a copy. */
export function headLines(article: CopyArticle): readonly string[] {
  const { collection, revision, coverage, signature, notes } = article;
  const withheld = notes.reduce((sum, note) => sum + note.withheld, 0);
  const signed = signature === null ? 'Not signed as a whole.' : `Signed as a whole${signature.person === null ? '' : ` by ${signature.person}`}, ${dayOf(signature.at)}.`; // prettier-ignore
  return [
    [collection, article.date && dayWords(article.date), `revision ${revision.number}`]
      .filter(Boolean)
      .join(' · '),
    `${signed} ${coverageWords(coverage)}.`,
    `SHA-256 of the text: ${revision.hash}`,
    ...(withheld > 0 ? [withheldWords(withheld)] : []),
  ];
}

export function dayOf(at: string | null): string {
  return at === null ? '' : dayOfMoment(at);
}
