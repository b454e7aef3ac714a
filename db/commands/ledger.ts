import { isDeepStrictEqual } from 'node:util';
import type { Written } from '@/corpus/commands/requests';
import type { Desk } from '../client';
import { newId } from '../ids';
import { inserter } from '../prepared';
import * as schema from '../schema';
import { RefusedError, StaleError } from './errors';
import { unknownToYou } from './may-know';
import type { LayerGuard } from './layer-guard';
import { STORES, type Entity } from './stores';
import type { Place, State, Store } from './table-store';

/** Field → what it was, what it became. */
export type Changes = Readonly<Record<string, readonly [unknown, unknown]>>;

/** Who does what, when: written into every event of one command. */
export interface Act {
  readonly commandId: string;
  readonly name: string;
  readonly personId: string;
  readonly at: string;
  readonly undoes: string | null;
}

const insertEvent = inserter(schema.event);

/** Begins a command that is no request of a page: an import, a revision, a run of a detector. */
export function openLedger(desk: Desk, personId: string, name: string): Ledger {
  const at = new Date().toISOString();
  const act: Act = { commandId: newId(), name, personId, at, undoes: null };
  desk.orm
    .insert(schema.command)
    .values({ ...act, id: act.commandId, result: null })
    .run();
  return new Ledger(desk, act);
}

/**
 * Writes things and their history together. Every change goes through `create` or `change`, so
 * that there is no write without its event, and no event where nothing changed.
 */
export class Ledger {
  readonly written: Written[] = [];
  seq = 0;

  constructor(
    readonly desk: Desk,
    /** The step that is being carried out. */
    public act: Act,
    /** Says which layers a person may look at and change; none where Stet itself acts. */
    private readonly guard: LayerGuard | null = null,
  ) {}

  /** Throws RefusedError, as where it is absent, where the person may not look at an annotation. */
  refuseHidden(annotationId: string | null): void {
    this.guard?.refuseHidden(annotationId);
  }

  /** Throws RefusedError where the thing is absent. */
  read(entity: Entity, id: string): { state: State; version: number } {
    const found = STORES[entity].read(this.desk, id);
    if (found === null)
      throw new RefusedError('missing', `This ${entity} does not exist any more.`);
    if (this.guard?.hides) {
      const store: Store = STORES[entity];
      this.refuseHidden(store.place(this.desk, id, found.state).annotationId);
    }
    return found;
  }

  create(entity: Entity, id: string, state: State): void {
    const store: Store = STORES[entity];
    if (store.read(this.desk, id) !== null) {
      throw new RefusedError('invalid', `There is already a ${entity} with this id.`);
    }
    if (entity === 'annotation') this.guard?.refuseForeign(state, this.act.name);
    store.insert(this.desk, id, state);
    const changes = Object.fromEntries(
      Object.entries(state)
        .filter(([, value]) => value !== null)
        .map(([field, value]) => [field, [null, value] as const]),
    );
    this.record(entity, id, [state], changes, 1, true);
  }

  /** Says in the history that something was made whose content is too large, or secret, to stand there too. */
  note(
    entity: 'revision' | 'detectionRun' | 'account' | 'collection' | 'release',
    id: string,
    place: Place,
    state: State,
  ): void {
    const changes = Object.fromEntries(
      Object.entries(state).map(([k, value]) => [k, [null, value]]),
    );
    this.append(entity, id, place, changes, 1, true);
  }

  /**
   * Applies a patch. `seen` is the version the person saw: another one is refused with StaleError;
   * null where no version matters. What the person may not see is refused. Returns whether anything changed.
   */
  change(entity: Entity, id: string, seen: number | null, patch: State): boolean {
    const store: Store = STORES[entity];
    const { state, version } = this.read(entity, id);
    if (store.mayChange?.(this.desk, id, state, this.act.personId) === false) throw unknownToYou();
    if (seen !== null && seen !== version) throw this.stale(entity, id, state, version);
    const changes = Object.fromEntries(
      Object.entries(patch)
        .filter(([field, value]) => value !== undefined && !isDeepStrictEqual(state[field], value))
        .map(([field, value]) => [field, [state[field] ?? null, value] as const]),
    );
    if (Object.keys(changes).length === 0) return false;
    if (seen !== null && state['removed'] === true) {
      throw new RefusedError('missing', `This ${entity} has been removed.`);
    }
    if (entity === 'annotation' && !isMoveAlone(changes))
      this.guard?.refuseForeign(state, this.act.name);
    const changed = Object.fromEntries(Object.entries(changes).map(([k, pair]) => [k, pair[1]]));
    store.update(this.desk, id, changed, version + 1);
    this.record(entity, id, [{ ...state, ...changed }, state], changes, version + 1, false);
    return true;
  }

  /** Throws StaleError where the person saw another version than the one that stands. */
  refuseStale(entity: Entity, id: string, seen: number): void {
    const { state, version } = this.read(entity, id);
    if (seen !== version) throw this.stale(entity, id, state, version);
  }

  private record(
    entity: Entity,
    id: string,
    /** After, and where it was there before, before: confidential in either is withheld. */
    states: readonly [State, State?],
    changes: Changes,
    version: number,
    created: boolean,
  ): void {
    const store: Store = STORES[entity];
    const withheld = states.some((state) => state && store.confidential?.(this.desk, state));
    const shown = withheld ? { withheld: Object.keys(changes) } : changes;
    const place = store.place(this.desk, id, states[0]);
    this.refuseHidden(place.annotationId);
    const seq = this.append(entity, id, place, shown, version, created);
    if (withheld) {
      this.desk.orm.insert(schema.withheldChange).values({ eventSeq: seq, changes }).run();
    }
  }

  private append(
    entity: string,
    id: string,
    place: Place,
    changes: State,
    version: number,
    created: boolean,
  ): number {
    const told = { ...this.act, ...place, entity, entityId: id, created, versionAfter: version };
    this.seq = insertEvent(this.desk, { ...told, changes });
    this.written.push({ entity, id, version });
    return this.seq;
  }

  private stale(entity: Entity, id: string, state: State, version: number): StaleError {
    const last = this.desk.sqlite
      .prepare<[string, string], { at: string; name: string; personId: string }>(
        `SELECT e.at, p.name, p.id AS personId FROM event e JOIN person p ON p.id = e.person_id
         WHERE e.entity = ? AND e.entity_id = ? ORDER BY e.seq DESC LIMIT 1`,
      )
      .get(entity, id);
    const by = last?.name ?? 'somebody';
    const own = last?.personId === this.act.personId;
    const who = own ? 'In another window you' : by;
    return new StaleError(`${who} changed this meanwhile.`, {
      entity,
      id,
      version,
      by,
      own,
      at: last?.at ?? '',
      fields: state,
    });
  }
}

/** Whether an annotation only goes to another article, as all of an article do in a cut. */
function isMoveAlone(changes: Changes): boolean {
  return Object.keys(changes).every((field) => field === 'articleId');
}
