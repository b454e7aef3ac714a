let pressed = false;
const waiting: (() => void)[] = [];

const release = (): void => {
  pressed = false;
  // After the click that follows, so that what was pressed is still where it was.
  setTimeout(() => {
    for (const go of waiting.splice(0)) go();
  });
};

if (typeof window !== 'undefined') {
  window.addEventListener('pointerdown', () => (pressed = true), true);
  window.addEventListener('pointerup', release, true);
  window.addEventListener('pointercancel', release, true);
  window.addEventListener('blur', release);
}

/**
 * Resolves when no pointer is pressed: at once, or after the press that is under way. What comes
 * from elsewhere waits for it, so that nothing moves away between the two halves of a click.
 */
export function pointerRest(): Promise<void> {
  return pressed ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve();
}
