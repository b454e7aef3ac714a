import type { BlockRole } from '../document/block';
import type { Status } from '../verification/model';
import { ROLE_LABELS, STATUS_LABELS } from '../vocabulary';

/** A line of the history, newer than a signature. */
export interface LaterEvent {
  readonly entity: string;
  readonly entityId: string;
  readonly annotationId: string | null;
  readonly created: boolean;
  readonly at: string;
  readonly person: string;
  /** Field → [before, after]; `{withheld: [field]}` where the content is confidential. */
  readonly changes: Readonly<Record<string, unknown>>;
}

/** What became of one thing after the article was signed. */
export interface SinceChange {
  readonly entity: string;
  readonly entityId: string;
  readonly annotationId: string | null;
  readonly at: string;
  readonly person: string;
  /** Field → what it was when signed, what it is now; only fields that differ. */
  readonly fields: Readonly<Record<string, readonly [unknown, unknown]>>;
}

/** The fields that a signature stands for; other ones (assignee, due day) may change under it. */
const SIGNED_FIELDS: Readonly<Record<string, readonly string[]>> = {
  annotation: ['spans', 'kind', 'types', 'flags', 'speech', 'sourceType', 'terms', 'anonymityReason', 'origin', 'removed'], // prettier-ignore
  check: ['status', 'finding', 'fidelity', 'disposition', 'replacement', 'rationale'],
  citation: ['evidenceItemId', 'locator', 'excerpt', 'stance', 'primary', 'removed', 'withheld'],
  nothingToCheck: ['removed'],
  block: ['role'],
};

/** Folds later events, oldest first, into what is different now: what was undone is no change. */
export function changesSince(events: readonly LaterEvent[]): readonly SinceChange[] {
  const things = new Map<string, Folded>();
  for (const event of events) {
    const signed = SIGNED_FIELDS[event.entity];
    if (signed === undefined) continue;
    const { entity, entityId, annotationId, created, at, person } = event;
    const key = `${entity} ${entityId}`;
    const fields = things.get(key)?.fields ?? new Map<string, readonly [unknown, unknown]>();
    const wasMade = things.get(key)?.wasMade ?? created;
    things.set(key, { entity, entityId, annotationId, at, person, wasMade, fields });
    fold(fields, signed, event);
  }
  return [...things.values()].flatMap((thing) => changeOf(thing) ?? []);
}

interface Folded extends Omit<SinceChange, 'fields'> {
  /** Whether the thing did not exist when the article was signed. */
  readonly wasMade: boolean;
  readonly fields: Map<string, readonly [unknown, unknown]>;
}

function fold(fields: Folded['fields'], signed: readonly string[], { changes }: LaterEvent): void {
  for (const field of signed) {
    const pair = changes[field];
    if (field === 'withheld' && pair !== undefined) fields.set(field, [null, pair]);
    else if (Array.isArray(pair)) fields.set(field, [(fields.get(field) ?? pair)[0], pair[1]]);
  }
}

/** Null for what is as it was: also for what was made and removed since, and a detector's proposal. */
function changeOf({ wasMade, fields, ...thing }: Folded): SinceChange | null {
  const now = (field: string) => fields.get(field)?.[1];
  if (wasMade) {
    if (thing.entity === 'check' || now('removed') === true || now('origin') === 'suggestion') return null; // prettier-ignore
    return { ...thing, fields: { removed: [true, false] } };
  }
  const differ = [...fields].filter(([, [before, after]]) => JSON.stringify(before ?? null) !== JSON.stringify(after ?? null)); // prettier-ignore
  return differ.length === 0 ? null : { ...thing, fields: Object.fromEntries(differ) };
}

/** A change in one sentence. `words`: those of the mark, the sentence or the block. */
export function sinceSentence({ entity, fields }: SinceChange, words: string): string {
  const quoted = `“${words}”`;
  const now = (field: string) => fields[field]?.[1];
  if (entity === 'check') return checkSentence(fields, quoted);
  if (entity === 'citation') return `The evidence for ${quoted} changed.`;
  if (entity === 'block') return `${quoted} became a ${ROLE_LABELS[now('role') as BlockRole].toLowerCase()}.`; // prettier-ignore
  if (entity === 'nothingToCheck') {
    return `${quoted} is ${now('removed') === true ? 'no longer' : 'now'} marked as nothing to check.`; // prettier-ignore
  }
  if ('removed' in fields) return now('removed') === true ? `The mark on ${quoted} was removed.` : `${quoted} was marked.`; // prettier-ignore
  if ('origin' in fields) return `A suggestion on ${quoted} was taken over.`;
  if ('spans' in fields) return `The mark on ${quoted} has other words.`;
  return `The details of the mark on ${quoted} changed.`;
}

function checkSentence(fields: SinceChange['fields'], quoted: string): string {
  const status = fields['status']?.[1] as Status | undefined;
  if (status !== undefined) return `The check of ${quoted} is now “${STATUS_LABELS[status]}”.`;
  return `The ${Object.keys(fields).join(', ')} of ${quoted} changed.`;
}
