import { useEffect, useRef } from 'react';
import type { NamedFile } from './dropped-files';
import { markupIn, type PastedMarkup } from './pasted-markup';

/** Takes files pasted anywhere on the page, and text pasted outside of a field. */
export function usePagePaste(
  onFiles: (files: readonly NamedFile[]) => void,
  onText: (text: string, markup: PastedMarkup | null) => void,
): void {
  const latest = useRef({ onFiles, onText });
  useEffect(() => {
    latest.current = { onFiles, onText };
  });
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const inField = event.target instanceof Element && event.target.matches('input, textarea');
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length > 0 && text === '') {
        event.preventDefault();
        latest.current.onFiles(files.map((file) => ({ name: file.name, blob: file })));
      } else if (text !== '' && !inField) {
        event.preventDefault();
        latest.current.onText(text.replace(/\r\n?/g, '\n'), markupIn(event.clipboardData));
      }
    };
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, []);
}
