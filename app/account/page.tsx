import type { Metadata } from 'next';
import { currentActor } from '@/app/server/actor';
import { AccessTokenSection } from '@/components/account/access-token-section';
import { PasswordSection } from '@/components/account/password-section';
import { SessionList } from '@/components/account/session-list';
import { TwoFactorSection } from '@/components/account/two-factor-section';
import { PageShell, Section, Soft } from '@/components/desk/page-shell';
import { currentDesk } from '@/db/client';
import { listAccessTokens, listSessions } from '@/db/queries/accounts';
import { findMember } from '@/db/queries/people';

export const metadata: Metadata = { title: 'You' };

export default async function AccountPage() {
  const { id, name, role, sessionId } = await currentActor();
  const desk = currentDesk();
  const member = findMember(desk, id);
  return (
    <PageShell
      title={<bdi>{name}</bdi>}
      lead={`Your role on this desk: ${role}.${member?.email ? ` You sign in as ${member.email}.` : ''}`}
    >
      {sessionId !== undefined && (
        <>
          <Section title="Where you are signed in">
            <SessionList sessions={listSessions(desk, id)} ownId={sessionId} />
          </Section>
          <Section title="Authenticator">
            <TwoFactorSection key={String(member?.twoFactor)} on={member?.twoFactor === true} />
          </Section>
          <Section title="Password">
            <PasswordSection />
          </Section>
        </>
      )}
      <Section title="Access tokens">
        <Soft>
          A token lets a script do in your name what it may and what your role allows. Revoke it
          when the script is not used any more.
        </Soft>
        <AccessTokenSection tokens={listAccessTokens(desk, id)} />
      </Section>
    </PageShell>
  );
}
