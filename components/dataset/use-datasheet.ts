import { useEffect, useState } from 'react';
import type { VersionedDatasheet } from '@/corpus/datasheet/model';
import { keep, readKept } from '../desk/kept';
import { changesOf, fieldsOf, type DatasheetFields } from './datasheet-fields';

/** What is typed, and the datasheet that it changes. */
interface Typed {
  readonly seen: VersionedDatasheet;
  readonly fields: DatasheetFields;
}

interface UseDatasheet extends Typed {
  /** What is typed and not saved; null for nothing. */
  readonly changes: ReturnType<typeof changesOf>;
  /** What is not saved was typed before the page was opened. */
  readonly isOld: boolean;
  readonly set: (change: Partial<DatasheetFields>) => void;
  /** Goes on from a datasheet that holds what is typed. */
  readonly onSaved: (saved: VersionedDatasheet) => void;
  readonly throwAway: () => void;
}

/** The fields of a collection's datasheet; what is typed is kept in this tab until it is saved. */
export function useDatasheet(collectionId: string, datasheet: VersionedDatasheet): UseDatasheet {
  const key = `stet-datasheet ${collectionId}`;
  const [{ seen, fields }, setTyped] = useState<Typed>(() => fresh(datasheet));
  const [isOld, setOld] = useState(false);
  const [isRead, setRead] = useState(false);
  const changes = changesOf(seen, fields);
  const isChanged = changes !== null;
  // What others write meanwhile is shown where nothing is typed here; where something is, saving it says so.
  if (datasheet.version > seen.version && !isChanged) setTyped(fresh(datasheet));
  useEffect(() => {
    const kept = readKept<Typed>(sessionStorage, key);
    if (kept !== null) setTyped(kept);
    setOld(kept !== null);
    setRead(true);
  }, [key]);
  useEffect(() => {
    if (!isRead) return;
    if (isChanged) keep(sessionStorage, key, { seen, fields } satisfies Typed);
    else {
      sessionStorage.removeItem(key);
      setOld(false);
    }
  }, [key, isRead, isChanged, seen, fields]);
  return {
    ...{ seen, fields, changes, isOld },
    set: (change) => setTyped((now) => ({ ...now, fields: { ...now.fields, ...change } })),
    onSaved: (saved) => setTyped((now) => ({ ...now, seen: saved })),
    throwAway: () => setTyped(fresh(datasheet)),
  };
}

function fresh(datasheet: VersionedDatasheet): Typed {
  return { seen: datasheet, fields: fieldsOf(datasheet) };
}
