import { detect } from '@/corpus/detect/detect';
import { parseDetectorAddress } from '@/corpus/detect/ask-detector';
import { keepMemoryLow } from '@/corpus/ingest/memory';
import { OWN_DETECTOR } from '@/corpus/suggestion/model';
import { counted, figure } from '@/corpus/wording/numbers';
import type { Desk } from '@/db/client';
import { suggestFor, type SuggestOutcome } from '@/db/commands/suggest';
import { askOne, suggestFrom } from '@/db/commands/suggest-outside';
import { listArticleIds } from '@/db/queries/detectable';
import { listDetectors } from '@/db/queries/detectors';
import { commandLineActor } from './actor';
import { readArguments } from './arguments';
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

/**
 * `stet suggest`: proposes annotations for every article that was not read before, by Stet's rules and by
 * the desk's detectors that are on and have not been asked about this text, or by the one at an address.
 */
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
    const asked =
      values.detector === undefined ? listDetectors(desk).filter(({ off }) => !off) : [];
    const failed = new Set<string>();
    for (const articleId of ids) {
      if (progress.stopped()) break;
      const outcome = await suggestOne(desk, actor, articleId);
      if (values.json) console.log(JSON.stringify({ article: articleId, ...outcome }));
      else if ('refused' in outcome) console.error(`${articleId}: ${outcome.refused}`);
      else if (outcome.dropped !== undefined)
        console.error(`${articleId}: ${outcome.dropped} suggestions were dropped: they are no place in the text.`); // prettier-ignore
      count(totals, outcome);
      for (const { id, address } of asked) {
        if (failed.has(id) || (await askOne(desk, actor, articleId, id))) continue;
        failed.add(id);
        totals.refused++;
        console.error(`${address} is not asked any more: ${whyOf(desk, id)}`);
      }
      progress.step();
      keepMemoryLow();
    }
    if (!values.json) {
      console.log(`${counted(totals.proposed, 'suggestion')} in ${counted(totals.read, 'article')}; ${figure(totals.known)} were read before.`); // prettier-ignore
    }
    return totals.refused > 0 ? 1 : 0;
  });
}

/** What came of a detector's last article, in one sentence. */
function whyOf(desk: Desk, detectorId: string): string {
  return listDetectors(desk).find(({ id }) => id === detectorId)?.said ?? 'it gave no answer.';
}

type SuggestOne = (
  desk: Desk,
  actor: { readonly id: string },
  articleId: string,
) => Told | Promise<Told>;

/** Stet's own rules, or the detector at an address. */
function suggesterOf(detector: string | undefined, timeout: string): SuggestOne {
  if (detector === undefined) return suggestByRules;
  const address = parseDetectorAddress(detector);
  if ('refused' in address) throw new UsageProblem(address.refused);
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
  const outcome = await suggestFrom(desk, actor, articleId, { address, timeoutMs });
  if ('refused' in outcome || outcome.result === 'gone') return outcome;
  const { result, counts, dropped } = outcome;
  return { result, counts, ...(dropped === 0 ? {} : { dropped }) };
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
