import type { Metadata } from 'next';
import Link from 'next/link';
import { currentActor } from '@/app/server/actor';
import { currentView } from '@/app/server/view';
import { CollectionTabs } from '@/components/desk/collection-tabs';
import { ArticleUses } from '@/components/project/article-uses';
import { GuideForm } from '@/components/project/guide-form';
import { MemberList } from '@/components/project/member-list';
import { RefreshOnProject } from '@/components/project/refresh-on-project';
import { SettingsForm } from '@/components/project/settings-form';
import { TagSetForm } from '@/components/project/tag-set-form';
import { EmptyState } from '@/components/ui/tag';
import { readGuide } from '@/corpus/project/guide';
import type { Desk } from '@/db/client';
import { mayRun } from '@/db/policies';
import { listCollections } from '@/db/queries/desk';
import { findArticleProgress, findPersonProgress } from '@/db/queries/project-work';
import { countTagUses, findGuide, findProject, findTagSet, listGuideVersions, listProjectMembers } from '@/db/queries/projects'; // prettier-ignore
import { listPeople } from '@/db/queries/reading';
import { Section, SectionPage, Soft } from '../section';

export const metadata: Metadata = { title: 'Projects' };

/** How many articles a page lists. */
const SHOWN = 100;

interface PageProps {
  readonly searchParams: Promise<{ collection?: string; guide?: string; after?: string }>;
}

export default async function ProjectsPage({ searchParams }: PageProps) {
  const desk = await currentView();
  const { role } = await currentActor();
  const { collection: wanted, guide, after = '' } = await searchParams;
  const collections = listCollections(desk);
  const collection = collections.find(({ id }) => id === wanted) ?? collections[0];
  return (
    <SectionPage title="Projects">
      <Soft>
        A collection can be a dataset project: people mark by a guide and a tag set, each in a layer
        of their own where it is blind, and articles are handed out to them.
      </Soft>
      <CollectionTabs path="/desk/projects" collections={collections} currentId={collection?.id} />
      <RefreshOnProject />
      {collection === undefined ? (
        <EmptyState>
          <p>There is no collection yet: import an article first.</p>
        </EmptyState>
      ) : (
        <Project
          key={collection.id}
          {...{ desk, after }}
          collectionId={collection.id}
          guideNumber={/^\d{1,9}$/.test(guide ?? '') ? Number(guide) : undefined}
          mayChange={mayRun(role, 'setProject')}
        />
      )}
    </SectionPage>
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
        <SettingsForm key={project.version} {...{ project, mayChange }} />
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
          key={version}
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
