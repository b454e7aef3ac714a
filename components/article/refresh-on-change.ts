import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useDesk } from '../desk/desk-context';

const QUIET_MS = 400;
const LONGEST_MS = 3000;

/** Reads the page again after anybody’s changes of articles: once they pause, and at least every three seconds. */
export function useRefreshOnChange(): void {
  const { follow } = useDesk();
  const router = useRouter();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let waitingSince = 0;
    const refresh = () => {
      waitingSince = 0;
      router.refresh();
    };
    const stop = follow((notices) => {
      if (notices.every(({ articleId }) => articleId === null)) return;
      clearTimeout(timer);
      waitingSince ||= Date.now();
      const left = waitingSince + LONGEST_MS - Date.now();
      timer = setTimeout(refresh, Math.max(0, Math.min(QUIET_MS, left)));
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [follow, router]);
}
