import { eq } from 'drizzle-orm';
import { askDetector, parseDetectorAddress } from '@/corpus/detect/ask-detector';
import { detectorRequest, readDetectorAnswer, type DetectorAnswer } from '@/corpus/detect/external';
import { OWN_DETECTOR, type RunCounts } from '@/corpus/suggestion/model';
import { counted, figure } from '@/corpus/wording/numbers';
import type { Desk } from '../client';
import { findDetectable, hasRun } from '../queries/detectable';
import { isNameTaken } from '../queries/detectors';
import * as schema from '../schema';
import { proposeSuggestions } from './propose';
import type { Actor } from './run';

export interface OutsideAnswer {
  readonly result: 'proposed';
  readonly counts: RunCounts;
  readonly answer: DetectorAnswer;
  /** Suggestions that are no place in the text. */
  readonly dropped: number;
}

export type OutsideOutcome =
  OutsideAnswer | { readonly result: 'gone' } | { readonly refused: string };

type Problem = (answer: DetectorAnswer) => string | null;

/** Has a detector at an address read an article's newest revision, and stores what it proposes. Never rejects for what a detector does. */
export async function suggestFrom(
  desk: Desk,
  actor: Pick<Actor, 'id'>,
  articleId: string,
  at: { readonly address: URL; readonly timeoutMs: number },
  findProblem: Problem = () => null,
): Promise<OutsideOutcome> {
  const read = findDetectable(desk, articleId);
  if (read === null) return { result: 'gone' };
  const reply = await askDetector(at.address, detectorRequest(read), at.timeoutMs);
  if ('refused' in reply) return reply;
  const answer = readDetectorAnswer(read.text, reply.answer, OWN_DETECTOR.name);
  if ('refused' in answer) return answer;
  const refused = findProblem(answer);
  if (refused !== null) return { refused };
  const { revisionId, inputHash } = read;
  const { detector, suggestions } = answer;
  const detection = { articleId, revisionId, inputHash, detector, suggestions };
  const outcome = proposeSuggestions(desk, actor, detection);
  if (outcome === null) return { result: 'gone' };
  const dropped = answer.dropped + outcome.dropped;
  return { result: 'proposed', counts: outcome.counts, answer, dropped };
}

/**
 * Asks a detector of the desk about an article and keeps how it answered; false where that went wrong. One
 * that is off, or has read the same text already, is not asked.
 */
export async function askOne(
  desk: Desk,
  actor: Pick<Actor, 'id'>,
  articleId: string,
  detectorId: string,
): Promise<boolean> {
  const { detector, detectorAnswer } = schema;
  const row = desk.orm.select().from(detector).where(eq(detector.id, detectorId)).get();
  if (row === undefined || row.removed || row.off) return true;
  const address = parseDetectorAddress(row.address);
  if ('refused' in address) return false;
  const known = desk.orm.select().from(detectorAnswer).where(eq(detectorAnswer.detectorId, detectorId)).get(); // prettier-ignore
  if (known !== undefined && hasRead(desk, articleId, known)) return true;
  const at = { address, timeoutMs: row.seconds * 1000 };
  const outcome = await suggestFrom(desk, actor, articleId, at, ({ detector: { name } }) =>
    isNameTaken(desk, detectorId, name)
      ? `Another detector of the desk calls itself “${name}”: give this one a name of its own.`
      : null,
  );
  if ('result' in outcome && outcome.result === 'gone') return true;
  keep(desk, detectorId, articleId, outcome);
  return !('refused' in outcome);
}

function hasRead(
  desk: Desk,
  articleId: string,
  { name, release, isGood }: typeof schema.detectorAnswer.$inferSelect,
): boolean {
  if (name === null || release === null || !isGood) return false;
  const read = findDetectable(desk, articleId);
  return read === null || hasRun(desk, read, { name, version: release });
}

function keep(
  desk: Desk,
  detectorId: string,
  articleId: string,
  outcome: OutsideAnswer | { readonly refused: string },
): void {
  const headline = desk.sqlite
    .prepare<[string], string>('SELECT headline FROM article WHERE id = ?')
    .pluck()
    .get(articleId);
  const about = `“${(headline ?? '').slice(0, 80)}”`;
  const isGood = !('refused' in outcome);
  const told = isGood
    ? {
        name: outcome.answer.detector.name,
        release: outcome.answer.detector.version,
        unit: outcome.answer.unit,
        said: `${about}: ${wordsFor(outcome)}`,
      }
    : { said: `${about}: ${outcome.refused}` };
  const row = { at: new Date().toISOString(), isGood, ...told };
  desk.orm
    .insert(schema.detectorAnswer)
    .values({ detectorId, ...row })
    .onConflictDoUpdate({ target: schema.detectorAnswer.detectorId, set: row })
    .run();
}

function wordsFor({ answer, counts, dropped }: OutsideAnswer): string {
  const fresh = counts.claim + counts.quote + counts.attribution;
  const sent = answer.suggestions.length + answer.dropped;
  const told = `${counted(sent, 'suggestion')}, ${figure(fresh)} new`;
  return dropped === 0
    ? `${told}.`
    : `${told}; ${dropped} ${dropped === 1 ? 'was' : 'were'} dropped, being no place in the text.`;
}
