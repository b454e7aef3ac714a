import { NO_DATASHEET, type Answers } from '@/corpus/datasheet/model';
import { findDatasheet } from '../queries/datasheets';
import type { Input } from './inputs';
import type { Ledger } from './ledger';

/** Says something of the dataset that a collection becomes; what is not named stays. */
export function writeDatasheet(ledger: Ledger, input: Input<'writeDatasheet'>): void {
  const { id, version, answers: given = {}, ...terms } = input;
  ledger.read('collection', id);
  const { version: now, ...standing } = findDatasheet(ledger.desk, id);
  const said = { ...standing, ...terms, answers: merged(standing.answers, given) };
  if (version === 0 && now === 0) {
    ledger.create('datasheet', id, { ...NO_DATASHEET, ...said, removed: false });
    return;
  }
  ledger.refuseStale('datasheet', id, version);
  ledger.change('datasheet', id, null, { ...said, removed: false });
}

/** An empty answer takes the one that stands away. */
function merged(standing: Answers, given: Readonly<Record<string, string>>): Answers {
  const all = Object.entries({ ...standing, ...given }).filter(([, answer]) => answer !== '');
  return Object.fromEntries(all);
}
