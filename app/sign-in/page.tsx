import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { findCurrent } from '@/app/server/actor';
import { isLoopback, originOf } from '@/app/server/address';
import { SignInBoard } from '@/components/account/sign-in-board';
import { EmptyState } from '@/components/ui/tag';

export const metadata: Metadata = { title: 'Sign in' };

interface PageProps {
  readonly searchParams: Promise<{ next?: string | string[] }>;
}

export default async function SignInPage({ searchParams }: PageProps) {
  const next = ownPath((await searchParams).next);
  if ((await findCurrent()) !== null) redirect(next);
  const host = (await headers()).get('host') ?? '';
  if (!isLoopback(host) && !originOf(host).startsWith('https:')) return <NoEncryption />;
  return <SignInBoard next={next} />;
}

function NoEncryption() {
  return (
    <EmptyState>
      <h1>Passwords are not taken over an open line.</h1>
      <p>
        Put a server that speaks https in front of Stet and name its address in STET_ORIGIN, for
        example STET_ORIGIN=https://stet.example.
      </p>
    </EmptyState>
  );
}

/** A path of this desk, never another site's address. */
function ownPath(wanted: string | string[] | undefined): string {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])/.test(wanted)) return '/';
  const base = 'http://desk.invalid';
  const url = URL.canParse(wanted, base) ? new URL(wanted, base) : null;
  return url?.origin === base ? `${url.pathname}${url.search}` : '/';
}
