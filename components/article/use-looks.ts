import { useState } from 'react';
import { useShortcuts } from '../desk/shortcuts';
import type { NamedFile } from './dropped-files';

/** So many files at a time are looked at one after the other. */
export const MOST_LOOKS = 10;

/** Whether files are looked at before they are stored, and those that wait for it. */
export function useLooks() {
  const [isOn, setOn] = useState(false);
  const [files, setFiles] = useState<readonly NamedFile[]>([]);
  const toggle = () => setOn(!isOn);
  useShortcuts([{ keys: 'l', name: 'Look before storing, or not', group: 'Import', run: toggle }]);
  return {
    isOn,
    toggle,
    first: files[0] ?? null,
    more: Math.max(0, files.length - 1),
    /** False where there are too many; then none is taken. */
    add(more: readonly NamedFile[]): boolean {
      if (files.length + more.length > MOST_LOOKS) return false;
      setFiles([...files, ...more]);
      return true;
    },
    next: () => setFiles(files.slice(1)),
  };
}
