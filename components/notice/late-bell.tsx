'use client';

import { loadedWhenShown } from '../ui/loaded-when-shown';

/** Loaded on a team desk alone. */
export const LateBell = loadedWhenShown(() => import('./bell').then((module) => module.Bell));
