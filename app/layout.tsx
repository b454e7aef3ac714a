import '@fontsource-variable/source-sans-3/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { PersonMenu } from '@/components/desk/person-menu';
import { Shell } from '@/components/desk/shell';
import { LateBell } from '@/components/notice/late-bell';
import { currentDesk } from '@/db/client';
import { latestEventSeq, listPeople } from '@/db/queries/reading';
import { isTeam } from '@/db/queries/people';
import { findCurrent, type SignedIn } from './server/actor';
import { EARLY_SCRIPT } from './server/early-script';

export const metadata: Metadata = {
  title: { default: 'Stet', template: '%s · Stet' },
  description: 'An editorial annotation and fact-check workbench',
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export default async function Layout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  const actor = await findCurrent();
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <script nonce={nonce} suppressHydrationWarning>
          {EARLY_SCRIPT}
        </script>
      </head>
      <body>
        {actor === null ? <main>{children}</main> : <Desk actor={actor}>{children}</Desk>}
      </body>
    </html>
  );
}

function Desk({ actor, children }: { actor: SignedIn; children: ReactNode }) {
  const desk = currentDesk();
  const { id, name, role } = actor;
  const who = isTeam(desk) ? (
    <>
      <LateBell />
      <a href="/account" title={`Signed in as ${name}, ${role}`}>
        <bdi>{name}</bdi>
      </a>
    </>
  ) : (
    <PersonMenu people={listPeople(desk)} />
  );
  return (
    <Shell me={{ id, name }} who={who} since={latestEventSeq(desk)}>
      {children}
    </Shell>
  );
}
