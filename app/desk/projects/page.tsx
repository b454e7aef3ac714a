import type { Metadata } from 'next';
import Link from 'next/link';
import { currentActor } from '@/app/server/actor';
import { chooseCollection } from '@/app/server/collections';
import { currentView } from '@/app/server/view';
import { Section, Soft } from '@/components/desk/page-shell';
import { CollectionPage } from '@/components/desk/section-page';
import { ArticleUses } from '@/components/project/article-uses';
import { GuideForm } from '@/components/project/guide-form';
import { MemberList } from '@/components/project/member-list';
import { RefreshOnProject } from '@/components/project/refresh-on-project';
import { SettingsForm } from '@/components/project/settings-form';
import { TagSetForm } from '@/components/project/tag-set-form';
import { readGuide } from '@/corpus/project/guide';
import type { Desk } from '@/db/client';
import { mayRun } from '@/db/policies';
import { findArticleProgress, findPersonProgress } from '@/db/queries/project-work';
import { countTagUses, findGuide, findProject, findTagSet, listGuideVersions, listProjectMembers } from '@/db/queries/projects'; // prettier-ignore
import { listPeople } from '@/db/queries/reading';

export const metadata: Metadata = { title: 'Projects' };

/** How many articles a page lists. */
const SHOWN = 100;

interface PageProps {
  readonly searchParams: Promise<{
    readonly collection?: string | string[];
    readonly guide?: string;
    readonly after?: string;
  }>;
}

export default async function ProjectsPage({ searchParams }: PageProps) {
  const desk = await currentView();
  const { role } = await currentActor();
  const { collection, guide, after = '' } = await searchParams;
  return (
    <CollectionPage
      path="/desk/projects"
      choice={chooseCollection(desk, collection)}
      lead="A collection can be a dataset project: people mark by a guide and a tag set, each in a layer of their own where it is blind, and articles are handed out to them."
    >
      {({ id }) => (
        <>
          <RefreshOnProject />
          <Project
            key={id}
            {...{ desk, after }}
            collectionId={id}
            guideNumber={/^\d{1,9}$/.test(guide ?? '') ? Number(guide) : undefined}
            mayChange={mayRun(role, 'setProject')}
          />
        </>
      )}
    </CollectionPage>
  );
}

interface ProjectProps {
  readonly desk: Desk;
  readonly collectionId: string;
  readonly guideNumber: number | undefined;
  readonly after: string;
  readonly mayChange: boolean;
}

function Project({ desk, collectionId, guideNumber, after, mayChange }: ProjectProps) {
  const project = findProject(desk, collectionId);
  const newest = findGuide(desk, collectionId);
  const guide = guideNumber === undefined ? newest : findGuide(desk, collectionId, guideNumber);
  const { version, tagSet } = findTagSet(desk, collectionId);
  const articles = findArticleProgress(desk, collectionId).filter(({ id }) => id > after);
  const shown = articles.slice(0, SHOWN);
  return (
    <>
      <Section title="How it is marked">
        <SettingsForm key={collectionId} {...{ project, mayChange }} />
      </Section>
      <Section title="Guide">
        <GuideForm
          {...{ collectionId, mayChange }}
          shown={guide === null || guide.body === '' ? null : { ...guide, blocks: readGuide(guide.body) }} // prettier-ignore
          newest={newest?.number ?? 0}
          versions={listGuideVersions(desk, collectionId)}
        />
      </Section>
      <Section title="Tag set">
        <TagSetForm
          key={collectionId}
          {...{ collectionId, version, tagSet, mayChange }}
          uses={countTagUses(desk, collectionId)}
        />
      </Section>
      {project.labelling === 'blind' && (
        <>
          <Section title="People">
            <MemberList
              {...{ collectionId, mayChange }}
              people={mayChange ? listPeople(desk) : []}
              progress={findPersonProgress(desk, collectionId)}
            />
          </Section>
          <Section title="Articles">
            <Soft>
              Training comes first and goes to everybody; the reserve is handed out when no work is
              left.
            </Soft>
            <ArticleUses
              {...{ mayChange }}
              articles={shown}
              members={listProjectMembers(desk, collectionId)}
            />
            {articles.length > shown.length && (
              <Link
                prefetch={false}
                href={`/desk/projects?collection=${collectionId}&after=${shown.at(-1)!.id}`}
              >
                More articles
              </Link>
            )}
          </Section>
        </>
      )}
    </>
  );
}
