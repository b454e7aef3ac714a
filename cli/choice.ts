import { parseFilter, type DatasetFilter } from '@/corpus/interchange/filter';
import type { Desk } from '@/db/client';
import { findLayerProblem } from '@/db/queries/layer-names';
import { findArticle } from '@/db/queries/reading';
import { CommandProblem, UsageProblem } from './problems';

export const SEVERAL = { type: 'string', multiple: true, default: [] as string[] } as const;

/** The options by which a command chooses what is in a dataset. */
export const CHOICE_OPTIONS = {
  article: SEVERAL,
  kind: SEVERAL,
  layer: SEVERAL,
  status: SEVERAL,
  finding: SEVERAL,
  from: { type: 'string' },
  to: { type: 'string' },
} as const;

interface ChoiceValues {
  readonly article: readonly string[];
  readonly kind: readonly string[];
  readonly layer: readonly string[];
  readonly status: readonly string[];
  readonly finding: readonly string[];
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** What those options choose. Throws UsageProblem for words that choose nothing. */
export function readChoice(values: ChoiceValues): DatasetFilter {
  const { article, kind, layer, status, finding, from = null, to = null } = values;
  const parsed = parseFilter({ article, kind, layer, status, finding, from, to });
  if (!parsed.ok) throw new UsageProblem(parsed.refused);
  return parsed.filter;
}

/** Throws CommandProblem where an article or a layer is chosen that is not on the desk. */
export function refuseUnknownChoice(desk: Desk, filter: DatasetFilter): void {
  const { articleIds = [] } = filter;
  const unknown = articleIds.find((id) => findArticle(desk, id) === null);
  if (unknown !== undefined) throw new CommandProblem(`There is no article “${unknown}”.`);
  const problem = findLayerProblem(desk, filter);
  if (problem !== null) throw new CommandProblem(problem);
}
