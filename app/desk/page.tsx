import type { Metadata } from 'next';
import { currentActor, type SignedIn } from '@/app/server/actor';
import { SetUpForm } from '@/components/account/set-up-form';
import { Team } from '@/components/account/team';
import { CollectionModes } from '@/components/collection/collection-modes';
import { Section, Soft } from '@/components/desk/page-shell';
import { People } from '@/components/desk/people';
import { SectionPage } from '@/components/desk/section-page';
import { chooseCollection } from '@/app/server/collections';
import { currentView } from '@/app/server/view';
import { mayRun } from '@/db/policies';
import { isTeam, listMembers } from '@/db/queries/people';
import { listPeople } from '@/db/queries/reading';
import stet from '@/package.json';
import styles from './desk.module.css';
import { Roles } from './roles';
import { SingleKeys } from './single-keys';

export const metadata: Metadata = { title: 'Desk' };

interface PageProps {
  readonly searchParams: Promise<{ readonly collection?: string | string[] }>;
}

export default async function Page({ searchParams }: PageProps) {
  const desk = await currentView();
  const actor = await currentActor();
  const team = isTeam(desk);
  const choice = chooseCollection(desk, (await searchParams).collection);
  return (
    <SectionPage
      path="/desk"
      choice={choice}
      lead="Who works here, how many people a check needs, and how Stet behaves in this browser."
    >
      <Section title="People">{team ? <OnTeam actor={actor} /> : <OnSolo actor={actor} />}</Section>
      <Section title="Collections">
        <CollectionModes
          collections={choice.collections}
          mayChange={mayRun(actor.role, 'setMode')}
        />
      </Section>
      <Section title="Settings">
        <SingleKeys />
        <Soft>
          Light, dark, or as your system has it: the sign beside your name in the top line.
        </Soft>
      </Section>
      <Section title="This desk">
        <dl className={styles.facts}>
          <dt>Version</dt>
          <dd>{stet.version}</dd>
          <dt>Database</dt>
          <dd>
            <code dir="ltr">{desk.path}</code>
          </dd>
        </dl>
        <Soft>
          {team
            ? 'This is a team desk: whoever uses it signs in.'
            : 'This is a solo desk: it listens on this machine only, and nobody else can reach it.'}
        </Soft>
      </Section>
    </SectionPage>
  );
}

interface PeopleProps {
  readonly actor: SignedIn;
}

async function OnSolo({ actor }: PeopleProps) {
  return (
    <>
      <Soft>
        Every mark, finding and sign-off carries the name of who made it. Choose who you are in this
        browser.
      </Soft>
      <People people={listPeople(await currentView())} />
      <Soft>
        To work with others on their own machines, give yourself an account: from then on everybody
        signs in, and all that was done keeps its names. Scripts use{' '}
        <a href="/account">access tokens</a>.
      </Soft>
      <SetUpForm name={actor.name} />
    </>
  );
}

async function OnTeam({ actor }: PeopleProps) {
  const members = listMembers(await currentView());
  return (
    <>
      <Soft>
        Every mark, finding and sign-off carries the name of who made it. You are signed in as{' '}
        <bdi>{actor.name}</bdi>, {actor.role}; <a href="/account">your account</a> has your
        password, sessions and access tokens.
      </Soft>
      {mayRun(actor.role, 'keepAccounts') ? (
        <Team members={members} />
      ) : (
        <>
          <ul className={styles.list} aria-label="People">
            {members.map(({ id, name, role }) => (
              <li key={id}>
                <bdi>{name}</bdi>
                <span className={styles.quiet}>{role}</span>
              </li>
            ))}
          </ul>
          <Soft>Only an admin can add people, change roles and make links for accounts.</Soft>
        </>
      )}
      <Roles />
    </>
  );
}
