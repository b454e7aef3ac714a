'use client';

import { lazy, Suspense, type ComponentType } from 'react';

/** A component whose code is loaded when it is first shown; until then its place is empty. */
export function loadedWhenShown<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const Loaded = lazy(async () => ({ default: await load() })) as unknown as ComponentType<Props>;
  return function LoadedWhenShown(props: Props) {
    return (
      <Suspense>
        <Loaded {...props} />
      </Suspense>
    );
  };
}
