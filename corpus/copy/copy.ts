import { madeDiscreet } from './discreet';
import { notesHtml, redlineHtml } from './html';
import type { CopyArticle, CopyFormat, CopyKind } from './model';

export interface CopyChoice {
  readonly format: CopyFormat;
  readonly kind: CopyKind;
  readonly isDiscreet: boolean;
}

const TYPES: Readonly<Record<CopyFormat, string>> = {
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** The bytes of a copy and what they are. Word's writer is loaded when it is first needed. */
export async function makeCopy(
  article: CopyArticle,
  { format, kind, isDiscreet }: CopyChoice,
): Promise<{ readonly bytes: Uint8Array; readonly contentType: string }> {
  const shown = isDiscreet ? madeDiscreet(article) : article;
  const contentType = TYPES[format];
  if (format === 'html') {
    const html = kind === 'notes' ? notesHtml(shown) : redlineHtml(shown);
    return { bytes: new TextEncoder().encode(html), contentType };
  }
  const { notesDocx, redlineDocx } = await import('./docx');
  const bytes = await (kind === 'notes' ? notesDocx(shown) : redlineDocx(shown));
  return { bytes, contentType };
}

/** A name for the file, of letters that every system takes. */
export function copyName({ headline }: CopyArticle, { format, kind }: CopyChoice): string {
  const plain = headline.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const slug = plain.match(/[\p{L}\p{N}]+/gu)?.join('-').slice(0, 60).replace(/-$/, '') ?? 'article'; // prettier-ignore
  return `${slug}${kind === 'redline' ? '-redline' : ''}.${format}`;
}
