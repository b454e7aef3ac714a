import Link from 'next/link';
import type { AgreementCase } from '@/corpus/agreement/cases';
import type { LayeredArticle } from '@/corpus/agreement/layers';
import { variantsOf, type Variant } from '@/corpus/agreement/variants';
import { KIND_LABELS, PART_LABELS } from '@/corpus/vocabulary';
import { Tag } from '../ui/tag';
import { attributeLabel, namesOf, valueLabel } from './agreement-words';
import styles from './agreement.module.css';
import caseStyles from './cases.module.css';
import { caseAnchor, wordsAnchor } from './choice';
import { differenceWords } from './difference-words';

interface CaseCardsProps {
  readonly article: LayeredArticle;
  readonly cases: readonly AgreementCase[];
  /** Whether each case leads to where it is decided. */
  readonly mayDecide: boolean;
}

/** Each case with what every layer made of it. */
export function CaseCards({ article, cases, mayDecide }: CaseCardsProps) {
  return (
    <ol className={caseStyles.cards}>
      {cases.map((one) => (
        <li key={one.id} id={caseAnchor(one.id)} tabIndex={-1} data-case>
          <p className={caseStyles.cardHead}>
            <Tag kind={one.kind}>{KIND_LABELS[one.kind]}</Tag>{' '}
            <span className={styles.soft}>{differenceWords(one)}</span>{' '}
            <a className={styles.soft} href={`#${wordsAnchor(one.start)}`}>
              In the text
            </a>{' '}
            {mayDecide && (
              <Link
                className={styles.soft}
                prefetch={false}
                href={`/articles/${article.id}/adjudicate#${one.members[0]?.annotation ?? ''}`}
              >
                Decide this
              </Link>
            )}
          </p>
          <dl>
            {variantsOf(article, one).map((variant) => (
              <VariantLines key={variant.layers.join()} text={article.text} variant={variant} />
            ))}
          </dl>
        </li>
      ))}
    </ol>
  );
}

function VariantLines({ text, variant }: VariantProps) {
  return (
    <>
      <dt>{namesOf(variant.layers)}</dt>
      <dd>
        <VariantWords text={text} variant={variant} />
      </dd>
    </>
  );
}

interface VariantProps {
  readonly text: string;
  readonly variant: Pick<Variant, 'layers' | 'parts' | 'values'>;
}

/** The words of each part, those that not all layers have underlined, and what is said of them. */
export function VariantWords({ text, variant: { parts, values } }: VariantProps) {
  return (
    <>
      {parts.map(({ part, pieces }) => (
        <span key={part} className={caseStyles.part} data-part={part}>
          {part !== 'content' && <span className={styles.soft}>{PART_LABELS[part]}: </span>}
          {pieces.map(({ start, runs }, place) => (
            <bdi key={start}>
              {place > 0 && ' … '}
              {runs.map((run) =>
                run.shared ? (
                  text.slice(run.start, run.end)
                ) : (
                  <em key={run.start} title="Not in all layers">
                    {text.slice(run.start, run.end)}
                  </em>
                ),
              )}
            </bdi>
          ))}
        </span>
      ))}
      {values.map(([name, value]) => (
        <span key={name} className={caseStyles.part}>
          <span className={styles.soft}>{attributeLabel(name)}: </span>
          {value === null ? 'nothing said' : valueLabel(name, String(value))}
        </span>
      ))}
    </>
  );
}
