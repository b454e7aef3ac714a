import '@fontsource-variable/source-sans-3/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { EARLY_SCRIPT } from './server/early-script';
import { Shell } from '@/components/desk/shell';
import { currentDesk } from '@/db/client';
import { latestEventSeq, listPeople } from '@/db/queries/reading';
import { currentActor } from './server/actor';

export const metadata: Metadata = {
  title: { default: 'Stet', template: '%s · Stet' },
  description: 'An editorial annotation and fact-check workbench',
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export default async function Layout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  const desk = currentDesk();
  const { id, name } = await currentActor();
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <script nonce={nonce} suppressHydrationWarning>
          {EARLY_SCRIPT}
        </script>
      </head>
      <body>
        <Shell me={{ id, name }} people={listPeople(desk)} since={latestEventSeq(desk)}>
          {children}
        </Shell>
      </body>
    </html>
  );
}
