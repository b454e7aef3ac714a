import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { currentActor } from '@/app/server/actor';
import styles from '@/components/agreement/agreement.module.css';
import { CaseCards } from '@/components/agreement/case-cards';
import { CaseKeys } from '@/components/agreement/case-keys';
import { layerLabel } from '@/components/annotation/layer-label';
import { MarkedText } from '@/components/agreement/marked-text';
import { agreementReport } from '@/corpus/agreement/report';
import { isAgreed } from '@/corpus/agreement/cases';
import { KINDS } from '@/corpus/annotation/model';
import { KIND_LABELS } from '@/corpus/vocabulary';
import { currentView } from '@/app/server/view';
import { asCompared } from '@/db/queries/compared-layers';
import { mayRun } from '@/db/policies';
import { findLayered } from '@/db/queries/layers';
import { counted } from '@/corpus/wording/numbers';

export const metadata: Metadata = { title: 'Agreement in an article' };

interface PageProps {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<{ collection?: string; kind?: string; all?: string }>;
}

export default async function ArticleAgreementPage({ params, searchParams }: PageProps) {
  const { id } = await params;
  const { collection = '', kind: wanted, all } = await searchParams;
  const [desk, { role }] = await Promise.all([currentView(), currentActor()]);
  const page = findLayered(desk, collection, id);
  if (page === null) notFound();
  const { headline, blocks } = page;
  const layered = asCompared(desk, collection)(page.layered);
  const { articles, cases } = agreementReport([layered], { resamples: 0 });
  const [article] = articles;
  const open = cases.filter((one) => !isAgreed(one));
  const kinds = KINDS.filter((kind) => cases.some((one) => one.kind === kind));
  const kind = kinds.find((one) => one === wanted) ?? open[0]?.kind ?? kinds[0] ?? 'claim';
  const shown = (all === 'yes' ? cases : open).filter((one) => one.kind === kind);
  const address = (words: Record<string, string>) =>
    `/datasets/agreement/${id}?${new URLSearchParams({ collection, kind, ...words }).toString()}`;
  return (
    <div className={styles.page}>
      <CaseKeys />
      <p>
        <Link prefetch={false} href={`/datasets/agreement?collection=${collection}`}>
          Agreement
        </Link>
      </p>
      <h1 className={styles.headline} dir="auto">
        {headline}
      </h1>
      <p className={styles.lead}>
        {article === undefined || article.layers.length < 2
          ? 'Only one layer has marked this article.'
          : `${article.layers.map(layerLabel).join(', ')}: ${article.agreed} of ${counted(article.cases, 'case')} agreed.`}
      </p>
      <nav className={styles.tabs} aria-label="Kind">
        {kinds.map((one) => (
          <Link
            key={one}
            prefetch={false}
            href={address({ kind: one })}
            aria-current={one === kind ? 'true' : undefined}
          >
            {KIND_LABELS[one]}s {open.filter((entry) => entry.kind === one).length}/
            {cases.filter((entry) => entry.kind === one).length}
          </Link>
        ))}
        <Link prefetch={false} href={address(all === 'yes' ? {} : { all: 'yes' })}>
          {all === 'yes' ? 'Only where they differ' : 'Also where they agree'}
        </Link>
      </nav>
      <div className={styles.columns}>
        <MarkedText
          text={layered.text}
          blocks={blocks}
          kind={kind}
          marked={article?.marked[kind] ?? []}
          layers={article?.layers ?? []}
          cases={shown}
        />
        <CaseCards article={layered} cases={shown} mayDecide={mayRun(role, 'adjudicate')} />
      </div>
    </div>
  );
}
