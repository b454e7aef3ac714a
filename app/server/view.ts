import type { Desk } from '@/db/client';
import { currentDesk } from '@/db/client';
import { visibleDesk } from '@/db/visible';
import { currentActor, type SignedIn } from './actor';

/** The desk as the person of a request may see it: what every page and every route reads. */
export function viewOf(actor: SignedIn): Desk {
  return visibleDesk(currentDesk(), actor);
}

/** The desk as whoever asks for the page that is being made may see it. */
export async function currentView(): Promise<Desk> {
  return viewOf(await currentActor());
}
