import { ANSWER_LABELS, type AnswerKind } from '@/corpus/outside/model';
import type { HistoryEntry } from '@/corpus/verification/check-detail';
import {
  DISPOSITION_LABELS,
  FIDELITY_LABELS,
  FINDING_LABELS,
  FLAG_LABELS,
  KIND_LABELS,
  STATUS_LABELS,
  TYPE_LABELS,
} from '@/corpus/vocabulary';
import type { Desk } from '../client';
import type { Changes } from '../commands/ledger';

interface EventRow {
  readonly seq: number;
  readonly at: string;
  readonly person: string;
  readonly entity: string;
  readonly created: number;
  readonly changes: string;
  readonly undoes: string | null;
}

/** How many lines of history a panel gets; older ones stay in the log. */
const HISTORY_LINES = 200;

/** What happened to an annotation and its check, newest first, each a sentence. */
export function listHistory(desk: Desk, annotationId: string): readonly HistoryEntry[] {
  const people = new Map(
    desk.sqlite
      .prepare<[], { id: string; name: string }>('SELECT id, name FROM person')
      .all()
      .map((person) => [person.id, person.name]),
  );
  return desk.sqlite
    .prepare<[string, number], EventRow>(
      `SELECT e.seq, e.at, p.name AS person, e.entity, e.created, e.changes, e.undoes
       FROM event e JOIN person p ON p.id = e.person_id
       WHERE e.annotation_id = ? ORDER BY e.seq DESC LIMIT ?`,
    )
    .all(annotationId, HISTORY_LINES)
    .flatMap((row) => {
      const sentence = sentenceOf(row, people);
      if (sentence === null) return [];
      const undone = row.undoes === null ? sentence : `undid: ${sentence}`;
      return [{ seq: row.seq, at: row.at, person: row.person, sentence: undone }];
    });
}

function sentenceOf(row: EventRow, people: ReadonlyMap<string, string>): string | null {
  const changes = JSON.parse(row.changes) as Changes;
  if ('withheld' in changes) {
    const what =
      row.entity === 'contact' ? 'a confidential line of the contact log' : 'confidential evidence';
    return `changed ${what}`;
  }
  if (row.entity === 'annotation') return annotationSentence(row, changes);
  if (row.entity === 'check') return row.created ? null : checkSentence(changes, people);
  if (row.entity === 'citation') return citationSentence(row, changes);
  if (row.entity === 'message') return row.created ? 'wrote in the discussion' : null;
  if (row.entity === 'thread') return threadSentence(changes);
  if (row.entity === 'assessment')
    return changes['handedInAt']?.[1] ? 'handed in a judgement' : null;
  if (row.entity === 'decision') return row.created ? decisionSentence(changes) : null;
  if (row.entity === 'override') return overrideSentence(row, changes);
  if (row.entity === 'contact') return contactSentence(row, changes);
  if (row.entity === 'inquiry') return inquirySentence(row, changes);
  if (row.entity === 'inquiryAnswer') return answerSentence(changes);
  return null;
}

function contactSentence(row: EventRow, changes: Changes): string {
  if (row.created) return `logged that ${String(changes['name']?.[1])} was asked`;
  if ('removed' in changes)
    return changes['removed'][1] ? 'removed a contact' : 'put a contact back';
  return 'answer' in changes ? 'logged what was answered' : 'changed a contact';
}

function inquirySentence(row: EventRow, changes: Changes): string | null {
  if (row.created) return `asked ${String(changes['name']?.[1])} by link`;
  return 'revokedAt' in changes ? 'revoked a link' : null;
}

function answerSentence(changes: Changes): string {
  const kind = ANSWER_LABELS[changes['kind']?.[1] as AnswerKind].toLowerCase();
  return `had an answer by link from ${String(changes['name']?.[1])}: ${kind}`;
}

function threadSentence(changes: Changes): string | null {
  if (!('resolved' in changes)) return null;
  return changes['resolved'][1] ? 'resolved the discussion' : 'opened the discussion again';
}

function decisionSentence(changes: Changes): string {
  const { finding, fidelity, reason } = changes;
  const judged = [
    finding && FINDING_LABELS[finding[1] as 'supported'],
    fidelity && FIDELITY_LABELS[fidelity[1] as 'verbatim'],
  ].filter((label) => label !== undefined);
  return `decided the dispute: ${judged.join(', ').toLowerCase()} (“${String(reason?.[1])}”)`;
}

function overrideSentence(row: EventRow, changes: Changes): string | null {
  if (!row.created) return null;
  return `signed against the rules (“${String(changes['reason']?.[1])}”)`;
}

function annotationSentence(row: EventRow, changes: Changes): string {
  const after = (field: string) => changes[field]?.[1];
  if (row.created) return `marked this as ${KIND_LABELS[after('kind') as 'claim'].toLowerCase()}`;
  const parts: string[] = [];
  if ('origin' in changes)
    parts.push(
      after('origin') === 'person' ? 'accepted the suggestion' : 'took the acceptance back',
    );
  if ('removed' in changes)
    parts.push(after('removed') ? 'removed the mark' : 'brought the mark back');
  if ('kind' in changes)
    parts.push(`made it a ${KIND_LABELS[after('kind') as 'claim'].toLowerCase()}`);
  else if ('spans' in changes) parts.push('changed which words are marked');
  if ('articleId' in changes) parts.push('moved it with its words to another article');
  if ('types' in changes) parts.push(`set the types to ${listOf(after('types'), TYPE_LABELS)}`);
  if ('flags' in changes) parts.push(`set the flags to ${listOf(after('flags'), FLAG_LABELS)}`);
  const rest = ['speech', 'sourceType', 'terms', 'anonymityReason'].filter((f) => f in changes);
  if (rest.length > 0) parts.push('changed the details of the source');
  return parts.join(', ');
}

function listOf(values: unknown, labels: Readonly<Record<string, string>>): string {
  const names = (values as string[]).map((value) => labels[value] ?? value);
  return names.length === 0 ? 'none' : names.join(', ').toLowerCase();
}

function checkSentence(changes: Changes, people: ReadonlyMap<string, string>): string | null {
  const after = (field: string) => changes[field]?.[1] as string | null | undefined;
  const parts: string[] = [];
  const status = after('status');
  if (status) {
    const reason = after('reason');
    parts.push(
      `set the status to ${STATUS_LABELS[status as 'checked'].toLowerCase()}${reason ? ` (“${reason}”)` : ''}`,
    );
  }
  if ('finding' in changes) parts.push(choice('the finding', after('finding'), FINDING_LABELS));
  if ('fidelity' in changes) parts.push(choice('the fidelity', after('fidelity'), FIDELITY_LABELS));
  if ('disposition' in changes) {
    parts.push(choice('the disposition', after('disposition'), DISPOSITION_LABELS));
  }
  if (after('replacement')) parts.push(`wrote the replacement “${after('replacement')}”`);
  if ('rationale' in changes)
    parts.push(after('rationale') ? 'wrote the rationale' : 'cleared the rationale');
  if ('assigneeId' in changes) {
    const name = people.get(after('assigneeId') ?? '');
    parts.push(name === undefined ? 'freed it from its assignee' : `assigned it to ${name}`);
  }
  if ('dueAt' in changes)
    parts.push(after('dueAt') ? `set it due on ${after('dueAt')}` : 'cleared the due date');
  return parts.length === 0 ? null : parts.join(', ');
}

function choice(
  what: string,
  value: string | null | undefined,
  labels: Readonly<Record<string, string>>,
): string {
  return value ? `set ${what} to ${(labels[value] ?? value).toLowerCase()}` : `cleared ${what}`;
}

function citationSentence(row: EventRow, changes: Changes): string {
  if (row.created) return 'cited evidence';
  if ('removed' in changes)
    return changes['removed']?.[1] ? 'took evidence away' : 'put evidence back';
  return 'changed how evidence is cited';
}
