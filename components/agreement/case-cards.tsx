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
}

/** Each case with what every layer made of it. */
export function CaseCards({ article, cases }: CaseCardsProps) {
  return (
    <ol className={caseStyles.cards}>
      {cases.map((one) => (
        <li key={one.id} id={caseAnchor(one.id)} tabIndex={-1} data-case>
          <p className={caseStyles.cardHead}>
            <Tag kind={one.kind}>{KIND_LABELS[one.kind]}</Tag>{' '}
            <span className={styles.soft}>{differenceWords(one)}</span>{' '}
            <a className={styles.soft} href={`#${wordsAnchor(one.start)}`}>
              In the text
            </a>
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

function VariantLines({ text, variant }: { readonly text: string; readonly variant: Variant }) {
  const { layers, parts, values } = variant;
  return (
    <>
      <dt>{namesOf(layers)}</dt>
      <dd>
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
      </dd>
    </>
  );
}
