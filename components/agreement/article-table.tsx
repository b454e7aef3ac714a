import Link from 'next/link';
import type { ArticleAgreement } from '@/corpus/agreement/report';
import { counted } from '@/corpus/wording/numbers';
import { layerLabel } from '../annotation/layer-label';
import figures from './figures.module.css';
import { caseAddress } from './choice';
import { decimals } from './figure';
import { Wide } from '../ui/wide';

interface ArticleTableProps {
  readonly collection: string;
  readonly articles: readonly { readonly agreement: ArticleAgreement; readonly headline: string }[];
}

/** Articles with how far their layers agree, each leading to its cases in the text. */
export function ArticleTable({ collection, articles }: ArticleTableProps) {
  return (
    <Wide label="Agreement by article">
      <table className={figures.figures}>
        <thead>
          <tr>
            <th scope="col">Article</th>
            <th scope="col">Layers</th>
            <th scope="col">Overlap F1</th>
            <th scope="col">Agreed</th>
          </tr>
        </thead>
        <tbody>
          {articles.map(({ agreement: { id, layers, overlap, agreed, cases }, headline }) => (
            <tr key={id}>
              <th scope="row">
                <Link prefetch={false} href={caseAddress(collection, id, null)} dir="auto">
                  {headline}
                </Link>
              </th>
              <td>{layers.map(layerLabel).join(', ')}</td>
              <td className={figures.value}>
                {overlap.value === null ? '–' : decimals(overlap.value)}
              </td>
              <td>
                {agreed} of {counted(cases, 'case')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}
