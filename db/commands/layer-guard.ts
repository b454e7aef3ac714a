import { SHARED_LAYER } from '@/corpus/annotation/model';
import type { Desk } from '../client';
import { mayRun, type Actor } from '../policies';
import { findOpenAssignment } from '../queries/assignments';
import { isBlind } from '../queries/projects';
import { isKeptFrom, maySee } from '../visible';
import { RefusedError } from './errors';
import type { State } from './table-store';

/** Which layers the person of a command may look at and change. */
export class LayerGuard {
  /** Whether anything on the desk is kept from the person. */
  readonly hides: boolean;

  constructor(
    private readonly desk: Desk,
    private readonly actor: Actor,
  ) {
    this.hides = isKeptFrom(desk, actor);
  }

  /** Throws RefusedError as if the mark were not there. */
  refuseHidden(annotationId: string | null): void {
    if (!this.hides || annotationId === null || maySee(this.desk, this.actor, annotationId)) return;
    throw new RefusedError('missing', 'This mark does not exist any more.');
  }

  /** Throws RefusedError where the person may not write in an annotation's layer. */
  refuseForeign({ layer, collectionId, articleId }: State, command: string): void {
    if (command === 'setTagSet' || !isBlind(this.desk, String(collectionId))) return;
    if (layer === this.actor.id) {
      if (findOpenAssignment(this.desk, String(articleId), this.actor.id) !== null) return;
      throw new RefusedError('invalid', NOT_YOURS);
    }
    if (!this.hides && mayRun(this.actor.role, 'setProject') && isOfDesk(this.desk, String(layer))) return; // prettier-ignore
    throw new RefusedError('invalid', 'This mark is in a layer that is not yours: only your own can be changed.'); // prettier-ignore
  }
}

export const NOT_YOURS =
  'In a blind project you mark what is handed out to you, until you submit it: this article is not.';

/** Whether a layer is no person's own. */
function isOfDesk({ sqlite }: Desk, layer: string): boolean {
  return layer === SHARED_LAYER || sqlite.prepare('SELECT 1 FROM person WHERE id = ?').get(layer) === undefined; // prettier-ignore
}
