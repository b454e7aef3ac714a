'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useDesk } from '../desk/desk-context';

const ABOUT = ['project', 'projectMember', 'projectArticle', 'assignment', 'guide', 'tagSet'];

/** Has the page read again when somebody changed something of a project. */
export function RefreshOnProject() {
  const { follow } = useDesk();
  const router = useRouter();
  useEffect(
    () => follow((notices) => notices.some(({ entity }) => ABOUT.includes(entity)) && router.refresh()), // prettier-ignore
    [follow, router],
  );
  return null;
}
