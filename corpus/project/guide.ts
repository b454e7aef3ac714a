import { lexer, type Token, type Tokens } from 'marked';
import { isSafeAddress } from '../document/formatting';

/** Words of a guide, with what they look like. */
export type GuideInline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis' | 'struck'; readonly words: readonly GuideInline[] }
  | { readonly kind: 'link'; readonly href: string; readonly words: readonly GuideInline[] };

/** A part of a guide. HTML in its Markdown is shown as the text it is; images by their words. */
export type GuideBlock =
  | { readonly kind: 'heading'; readonly depth: number; readonly words: readonly GuideInline[] }
  | { readonly kind: 'paragraph'; readonly words: readonly GuideInline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly GuideBlock[])[] } // prettier-ignore
  | { readonly kind: 'quote'; readonly blocks: readonly GuideBlock[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly GuideInline[])[])[] }
  | { readonly kind: 'rule' };

/** Reads a guide's Markdown; what it gives holds words alone, and addresses that are safe to follow. */
export function readGuide(markdown: string): readonly GuideBlock[] {
  return lexer(markdown, { gfm: true }).flatMap(blockOf);
}

function blockOf(token: Token): readonly GuideBlock[] {
  switch (token.type) {
    case 'heading':
      return [{ kind: 'heading', depth: (token as Tokens.Heading).depth, words: wordsOf(token) }];
    case 'list': {
      const { ordered, items } = token as Tokens.List;
      return [{ kind: 'list', ordered, items: items.map((item) => item.tokens.flatMap(blockOf)) }];
    }
    case 'blockquote':
      return [{ kind: 'quote', blocks: ((token as Tokens.Blockquote).tokens ?? []).flatMap(blockOf) }]; // prettier-ignore
    case 'code':
      return [{ kind: 'code', text: (token as Tokens.Code).text }];
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      return [{ kind: 'table', rows: [header, ...rows].map((row) => row.map(({ tokens }) => tokens.flatMap(inlineOf))) }]; // prettier-ignore
    }
    case 'hr':
      return [{ kind: 'rule' }];
    case 'space':
    case 'def':
      return [];
    default:
      return [{ kind: 'paragraph', words: wordsOf(token) }];
  }
}

/** The words of a token; its source where it has none, as HTML has. */
function wordsOf(token: Token): readonly GuideInline[] {
  const inner = (token as Partial<Tokens.Paragraph>).tokens;
  return inner === undefined ? [{ kind: 'text', text: token.raw }] : inner.flatMap(inlineOf);
}

function inlineOf(token: Token): readonly GuideInline[] {
  switch (token.type) {
    case 'strong':
      return [{ kind: 'strong', words: wordsOf(token) }];
    case 'em':
      return [{ kind: 'emphasis', words: wordsOf(token) }];
    case 'del':
      return [{ kind: 'struck', words: wordsOf(token) }];
    case 'codespan':
      return [{ kind: 'code', text: (token as Tokens.Codespan).text }];
    case 'br':
      return [{ kind: 'text', text: '\n' }];
    case 'image':
      return [{ kind: 'text', text: (token as Tokens.Image).text }];
    case 'link': {
      const { href } = token as Tokens.Link;
      const words = wordsOf(token);
      return isSafeAddress(href) ? [{ kind: 'link', href, words }] : words;
    }
    case 'escape':
      return [{ kind: 'text', text: (token as Tokens.Escape).text }];
    default:
      return (token as Partial<Tokens.Text>).tokens === undefined
        ? [{ kind: 'text', text: token.raw }]
        : wordsOf(token);
  }
}
