import type { GuideBlock, GuideInline } from '@/corpus/project/guide';
import styles from './project.module.css';

/** A guide as it reads, made of React's own elements. */
export function GuideText({ blocks }: { readonly blocks: readonly GuideBlock[] }) {
  return (
    <div className={styles.guide} dir="auto">
      <Blocks blocks={blocks} />
    </div>
  );
}

function Blocks({ blocks }: { readonly blocks: readonly GuideBlock[] }) {
  return blocks.map((block, place) => <Block key={place} block={block} />);
}

function Block({ block }: { readonly block: GuideBlock }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = block.depth === 1 ? 'h3' : 'h4';
      return (
        <Heading>
          <Words words={block.words} />
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p>
          <Words words={block.words} />
        </p>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List>
          {block.items.map((item, place) => (
            <li key={place}>
              <Blocks blocks={item} />
            </li>
          ))}
        </List>
      );
    }
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.blocks} />
        </blockquote>
      );
    case 'code':
      return <pre>{block.text}</pre>;
    case 'table':
      return (
        <table>
          <tbody>
            {block.rows.map((row, line) => (
              <tr key={line}>
                {row.map((cell, place) => {
                  const Cell = line === 0 ? 'th' : 'td';
                  return (
                    <Cell key={place}>
                      <Words words={cell} />
                    </Cell>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      );
    case 'rule':
      return <hr />;
  }
}

function Words({ words }: { readonly words: readonly GuideInline[] }) {
  return words.map((word, place) => <Word key={place} word={word} />);
}

function Word({ word }: { readonly word: GuideInline }) {
  if (word.kind === 'text') return word.text;
  if (word.kind === 'code') return <code>{word.text}</code>;
  const inner = <Words words={word.words} />;
  if (word.kind === 'link') {
    return (
      <a href={word.href} rel="noreferrer" target="_blank">
        {inner}
      </a>
    );
  }
  const Element = { strong: 'strong', emphasis: 'em', struck: 's' } as const;
  const Look = Element[word.kind];
  return <Look>{inner}</Look>;
}
