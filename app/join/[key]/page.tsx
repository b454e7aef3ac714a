import type { Metadata } from 'next';
import { JoinBoard } from '@/components/account/join-board';
import { EmptyState } from '@/components/ui/tag';
import { currentDesk } from '@/db/client';
import { findInvitation } from '@/db/queries/accounts';

export const metadata: Metadata = { title: 'Your account' };

interface PageProps {
  readonly params: Promise<{ key: string }>;
}

export default async function JoinPage({ params }: PageProps) {
  const { key } = await params;
  const found = findInvitation(currentDesk(), key);
  if (found === null) {
    return (
      <EmptyState>
        <h1>This link has been used or has expired.</h1>
        <p>Ask an admin of the desk for a new one.</p>
      </EmptyState>
    );
  }
  return <JoinBoard linkKey={key} name={found.person.name} email={found.email} />;
}
