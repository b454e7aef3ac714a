import { notFound, redirect } from 'next/navigation';
import { currentDesk } from '@/db/client';
import { findJoinedInto } from '@/db/commands/live-article';

/** For an article that is not on the desk: leads to the one that it was joined to, else 404. */
export function leaveForJoined(articleId: string, rest: string): never {
  const into = findJoinedInto(currentDesk(), articleId);
  if (into === null) notFound();
  redirect(`/articles/${into.id}${rest}`);
}
