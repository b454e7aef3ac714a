import { detect } from '@/corpus/detect/detect';
import { keepMemoryLow } from '@/corpus/ingest/memory';
import { OWN_DETECTOR } from '@/corpus/suggestion/model';
import type { Desk } from '@/db/client';
import { suggestFor, type SuggestOutcome } from '@/db/commands/suggest';
import { listArticleIds } from '@/db/queries/detectable';
import { commandLineActor } from './actor';
import { readArguments } from './arguments';
import { collectionIdOf } from './collection';
import { withDesk } from './desk';
import { UsageProblem, reasonOf } from './problems';
import { showProgress } from './progress';

const OPTIONS = {
  collection: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

type Told = SuggestOutcome | { readonly refused: string };

/** `stet suggest`: proposes annotations for every article that was not read before. */
export function runSuggest(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS);
  if (positionals.length > 0) throw new UsageProblem('stet suggest takes no names of files.');
  return withDesk({ create: false }, (desk) => {
    const { collection } = values;
    const collectionId = collection === undefined ? null : collectionIdOf(desk, collection);
    const ids = listArticleIds(desk, collectionId);
    const actor = commandLineActor(desk, 'suggestAnnotations');
    const progress = showProgress(ids.length, 'articles');
    const totals = { read: 0, proposed: 0, known: 0, refused: 0 };
    for (const articleId of ids) {
      if (progress.stopped()) break;
      const outcome = suggestOne(desk, actor, articleId);
      if (values.json) console.log(JSON.stringify({ article: articleId, ...outcome }));
      else if ('refused' in outcome) console.error(`${articleId}: ${outcome.refused}`);
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

function suggestOne(desk: Desk, actor: { readonly id: string }, articleId: string): Told {
  try {
    return suggestFor(desk, actor, articleId, OWN_DETECTOR, detect);
  } catch (error) {
    return { refused: `${reasonOf(error)}.` };
  }
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
