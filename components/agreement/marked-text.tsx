import { drawnBlocks, type RoleBlock } from '@/corpus/agreement/drawn-blocks';
import type { MarkedWords } from '@/corpus/agreement/report';
import type { AgreementCase } from '@/corpus/agreement/cases';
import type { Kind } from '@/corpus/annotation/model';
import { namesOf } from './agreement-words';
import caseStyles from './cases.module.css';
import { caseAnchor, wordsAnchor } from './choice';

interface MarkedTextProps {
  readonly text: string;
  readonly blocks: readonly RoleBlock[];
  readonly kind: Kind;
  readonly marked: readonly MarkedWords[];
  readonly layers: readonly string[];
  /** The cases of this kind. */
  readonly cases: readonly AgreementCase[];
}

/** The article with how many of its layers marked each word; marked words lead to their case. */
export function MarkedText({ text, blocks, kind, marked, layers, cases }: MarkedTextProps) {
  const caseAt = (start: number) => cases.find((one) => one.start <= start && start < one.end);
  return (
    <div className={caseStyles.text}>
      {drawnBlocks(blocks, marked).map(({ block, runs }) => (
        <p key={block.start} data-role={block.role} dir="auto">
          {runs.map(({ start, end, by }) => {
            const words = text.slice(start, end);
            if (by.length === 0) return words;
            const told = `${by.length} of ${layers.length}: ${namesOf(by.map((place) => layers[place]!))}`;
            const about = caseAt(start);
            return (
              <a
                key={start}
                id={wordsAnchor(start)}
                className={caseStyles.marked}
                data-kind={kind}
                data-all={by.length === layers.length}
                href={about === undefined ? undefined : `#${caseAnchor(about.id)}`}
                title={told}
              >
                {words}
                {by.length < layers.length && (
                  <sub aria-label={told}>
                    {by.length}/{layers.length}
                  </sub>
                )}
              </a>
            );
          })}
        </p>
      ))}
    </div>
  );
}
