import { detect } from '@/corpus/detect/detect';
import { detectorRequest, readDetectorAnswer } from '@/corpus/detect/external';
import { keepMemoryLow } from '@/corpus/ingest/memory';
import { OWN_DETECTOR } from '@/corpus/suggestion/model';
import type { Desk } from '@/db/client';
import { proposeSuggestions } from '@/db/commands/propose';
import { suggestFor, type SuggestOutcome } from '@/db/commands/suggest';
import { findDetectable, listArticleIds } from '@/db/queries/detectable';
import { commandLineActor } from './actor';
import { readArguments } from './arguments';
import { askDetector } from './ask-detector';
import { collectionIdOf } from './collection';
import { withDesk } from './desk';
import { UsageProblem, reasonOf } from './problems';
import { showProgress } from './progress';

const OPTIONS = {
  collection: { type: 'string' },
  detector: { type: 'string' },
  timeout: { type: 'string', default: '30' },
  json: { type: 'boolean', default: false },
} as const;

/** `dropped`: suggestions of a detector that are no place in the text. */
type Told = (SuggestOutcome & { readonly dropped?: number }) | { readonly refused: string };

/** `stet suggest`: proposes annotations for every article that was not read before. */
export function runSuggest(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS);
  if (positionals.length > 0) throw new UsageProblem('stet suggest takes no names of files.');
  const suggestOne = suggesterOf(values.detector, values.timeout);
  return withDesk({ create: false }, async (desk) => {
    const { collection } = values;
    const collectionId = collection === undefined ? null : collectionIdOf(desk, collection);
    const ids = listArticleIds(desk, collectionId);
    const actor = commandLineActor(desk, 'suggestAnnotations');
    const progress = showProgress(ids.length, 'articles');
    const totals = { read: 0, proposed: 0, known: 0, refused: 0 };
    for (const articleId of ids) {
      if (progress.stopped()) break;
      const outcome = await suggestOne(desk, actor, articleId);
      if (values.json) console.log(JSON.stringify({ article: articleId, ...outcome }));
      else if ('refused' in outcome) console.error(`${articleId}: ${outcome.refused}`);
      else if (outcome.dropped !== undefined)
        console.error(`${articleId}: ${outcome.dropped} suggestions were dropped: they are no place in the text.`); // prettier-ignore
      count(totals, outcome);
      progress.step();
      keepMemoryLow();
    }
    if (!values.json) {
      console.log(`${totals.proposed} suggestions in ${totals.read} articles; ${totals.known} were read before.`); // prettier-ignore
    }
    return totals.refused > 0 ? 1 : 0;
  });
}

type SuggestOne = (
  desk: Desk,
  actor: { readonly id: string },
  articleId: string,
) => Told | Promise<Told>;

/** Stet's own rules, or the detector at an address. */
function suggesterOf(detector: string | undefined, timeout: string): SuggestOne {
  if (detector === undefined) return suggestByRules;
  const address = URL.canParse(detector) ? new URL(detector) : null;
  if (address === null || !['http:', 'https:'].includes(address.protocol)) {
    throw new UsageProblem(`“${detector}” is no web address: --detector takes one like http://127.0.0.1:5000/.`); // prettier-ignore
  }
  const timeoutMs = Number(timeout) * 1000;
  if (!(timeoutMs > 0)) throw new UsageProblem('--timeout takes a number of seconds.');
  return (desk, actor, articleId) => suggestByDetector(desk, actor, articleId, address, timeoutMs);
}

function suggestByRules(desk: Desk, actor: { readonly id: string }, articleId: string): Told {
  try {
    return suggestFor(desk, actor, articleId, OWN_DETECTOR, detect);
  } catch (error) {
    return { refused: `${reasonOf(error)}.` };
  }
}

async function suggestByDetector(
  desk: Desk,
  actor: { readonly id: string },
  articleId: string,
  address: URL,
  timeoutMs: number,
): Promise<Told> {
  const read = findDetectable(desk, articleId);
  if (read === null) return { result: 'gone' };
  const reply = await askDetector(address, detectorRequest(read), timeoutMs);
  if ('refused' in reply) return reply;
  const answer = readDetectorAnswer(read.text, reply.answer, OWN_DETECTOR.name);
  if ('refused' in answer) return answer;
  const { revisionId, inputHash } = read;
  const { detector, suggestions } = answer;
  const outcome = proposeSuggestions(desk, actor, { articleId, revisionId, inputHash, detector, suggestions }); // prettier-ignore
  if (outcome === null) return { result: 'gone' };
  const dropped = answer.dropped + outcome.dropped;
  return { result: 'proposed', counts: outcome.counts, ...(dropped === 0 ? {} : { dropped }) };
}

function count(
  totals: { read: number; proposed: number; known: number; refused: number },
  outcome: Told,
): void {
  if ('refused' in outcome) totals.refused++;
  else if (outcome.result === 'known') totals.known++;
  else if (outcome.result === 'proposed') {
    const { claim, quote, attribution } = outcome.counts;
    totals.read++;
    totals.proposed += claim + quote + attribution;
  }
}
