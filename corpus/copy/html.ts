import { escapeLines as lines, escapeText as text } from './escape';
import type { CopyArticle, CopyEvidence, CopyNote } from './model';
import { webAddressOf } from '../verification/locator';
import { isShown, piecesOf } from './pieces';
import { redlineOf, type RedlinePart } from './redline';
import { dayOf, evidenceLine, headLines, noteLines } from './words';

/** Nothing runs, loads or is sent from a copy, wherever it is opened. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const STYLE = `
:root{color-scheme:light dark;--line:light-dark(#dcd8cd,#34373c);--soft:light-dark(#57534a,#b3aea3);--tint:light-dark(#fbeec2,#453a14);--bad:light-dark(#a3321c,#f0937c);--good:light-dark(#2b6637,#93d3a2)}
body{max-width:44rem;margin:2rem auto;padding:0 1rem;background:light-dark(#fff,#17181a);color:light-dark(#1d1b16,#e9e6df);font:1.0625rem/1.6 Georgia,'Noto Serif',serif;overflow-wrap:anywhere}
header,.notes,.foot{font:.875rem/1.5 system-ui,'Noto Sans',sans-serif}
header{padding-bottom:1rem;border-bottom:1px solid var(--line);color:var(--soft)}
header p,.notes p{margin:.15rem 0}
h1{font-size:1.9rem;line-height:1.2;margin:.6em 0}
h2{font-size:1.2rem;margin:1.4em 0 .4em}
.kicker,.byline,.credit,.caption{color:var(--soft);font:.9375rem/1.5 system-ui,'Noto Sans',sans-serif}
.deck{font-size:1.2rem}
.block_quote,.pullquote{padding-inline-start:1rem;border-inline-start:3px solid var(--line)}
.list_item{margin-inline-start:1.5rem}
mark{background:var(--tint);color:inherit}
sup a{font:600 .7em/1 system-ui,'Noto Sans',sans-serif;color:inherit;text-decoration:none;padding:0 .15em}
a{color:inherit}
.notes{margin-top:2.5rem;padding-top:1rem;border-top:1px solid var(--line)}
.notes ol{padding-inline-start:2rem}
.notes li{margin-bottom:.9rem;break-inside:avoid}
.notes blockquote{margin:.2rem 0 .2rem 1rem;color:var(--soft)}
.notes ul{margin:.2rem 0;padding-inline-start:1.2rem}
del{color:var(--bad)}
ins{color:var(--good);text-decoration:underline;text-underline-offset:.18em}
@page{margin:20mm}
@media print{:root{color-scheme:light}body{margin:0;max-width:none;padding:0;font-size:11pt}h1{font-size:20pt}h1,h2{break-after:avoid}.notes{break-before:page}p{orphans:2;widows:2}mark{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;

/** The article with numbered notes behind it, as one page that needs nothing else. */
export function notesHtml(article: CopyArticle): string {
  const body = piecesOf(article).map(({ block, pieces }) => {
    const words = pieces.map((piece) => {
      const text = lines(piece.text);
      const marked = piece.isNoted ? `<mark>${text}</mark>` : text;
      return marked + piece.closes.map((number) => `<sup><a id="m${number}" href="#n${number}">${number}</a></sup>`).join(''); // prettier-ignore
    });
    return blockHtml(block.role, words.join(''));
  });
  const notes = article.notes.length === 0 ? '<p>Nothing is marked in this article.</p>' : `<ol>${article.notes.map((note, index) => noteHtml(article.text, note, index + 1)).join('\n')}</ol>`; // prettier-ignore
  return page(article, `${body.join('\n')}\n<section class="notes"><h2>Notes</h2>${notes}</section>`); // prettier-ignore
}

/** The article with its corrections alone, each taken out or put in. */
export function redlineHtml(article: CopyArticle): string {
  const redline = redlineOf(article);
  const body = redline.blocks
    .filter(({ block }) => isShown(article, block))
    .map(({ block, parts }) => blockHtml(block.role, parts.map(partHtml).join('')));
  const count =
    redline.corrections === 1 ? 'One correction.' : `${redline.corrections} corrections.`;
  const left = redline.left.map((note) => `<li>${text(wordsOf(article.text, note))}: ${text(note.replacement ?? 'cut')}</li>`); // prettier-ignore
  const also = left.length === 0 ? '' : `<p>Overlapping others, and not drawn:</p><ul>${left.join('')}</ul>`; // prettier-ignore
  return page(article, `${body.join('\n')}\n<section class="notes"><p>${count}</p>${also}</section>`); // prettier-ignore
}

function page(article: CopyArticle, body: string): string {
  const head = headLines(article).map((line) => `<p dir="auto">${text(line)}</p>`);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${text(article.headline)}</title><style>${STYLE}</style></head>
<body><header>${head.join('')}</header>
<main>${body}</main></body></html>
`;
}

function blockHtml(role: string, words: string): string {
  const tag = role === 'headline' ? 'h1' : role === 'crosshead' ? 'h2' : 'p';
  return `<${tag} class="${role}" dir="auto">${words}</${tag}>`;
}

function noteHtml(article: string, note: CopyNote, number: number): string {
  const [first, ...rest] = noteLines(note);
  const said = rest.map((line) => `<p dir="auto">${lines(line)}</p>`).join('');
  const evidence = note.evidence.map(evidenceHtml).join('');
  const messages = note.messages.map(({ person, at, body }) => `<li dir="auto">${text(person)}, ${text(dayOf(at))}: ${lines(body)}</li>`); // prettier-ignore
  return `<li id="n${number}"><p><a href="#m${number}">“${text(wordsOf(article, note))}”</a></p><p><strong>${text(first ?? '')}</strong></p>${said}${list('Evidence', evidence)}${list('Discussion', messages.join(''))}</li>`;
}

function list(name: string, items: string): string {
  return items === '' ? '' : `<p>${name}:</p><ul>${items}</ul>`;
}

function evidenceHtml(evidence: CopyEvidence): string {
  const { place, excerpt } = evidence;
  const address = webAddressOf(place);
  const where = address !== null && !/["<>]/.test(address) ? `<a href="${text(address)}" rel="noreferrer nofollow">${text(place)}</a>` : text(place); // prettier-ignore
  const quoted = excerpt?.trim()
    ? `<blockquote dir="auto">${lines(excerpt.trim())}</blockquote>`
    : '';
  return `<li dir="auto">${text(evidenceLine(evidence))} ${where}${quoted}</li>`;
}

function partHtml({ kind, text: words }: RedlinePart): string {
  if (kind === 'same') return lines(words);
  const tag = kind === 'deleted' ? 'del' : 'ins';
  return `<${tag}>${lines(words)}</${tag}>`;
}

function wordsOf(article: string, { spans }: CopyNote): string {
  return spans.map(({ start, end }) => article.slice(start, end)).join(' … ');
}
