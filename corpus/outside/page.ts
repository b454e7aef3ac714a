import { escapeLines, escapeText } from '../copy/escape';
import type { AnswerKind, Passage } from './model';

const STYLE = `
:root{color-scheme:light dark;--line:light-dark(#dcd8cd,#34373c);--soft:light-dark(#57534a,#b3aea3);--bad:light-dark(#a3321c,#f0937c);--focus:light-dark(#1457c4,#8ab8ff);--paper:light-dark(#fbfaf7,#17181a);--surface:light-dark(#fff,#1e2023)}
*{box-sizing:border-box}
body{max-width:40rem;margin:0 auto;padding:1.5rem 1rem 3rem;background:var(--paper);color:light-dark(#1d1b16,#e9e6df);font:1rem/1.5 system-ui,'Noto Sans',sans-serif;overflow-wrap:anywhere}
h1{font-size:1.4rem;line-height:1.25;margin:0 0 .75rem}
p{margin:.5rem 0}
.soft{color:var(--soft);font-size:.875rem}
.problem{padding:.5rem .75rem;border-inline-start:3px solid var(--bad)}
fieldset{min-width:0;margin:1.5rem 0;padding:1rem;border:1px solid var(--line);border-radius:6px;background:var(--surface)}
legend{padding:0 .35rem;font-weight:600}
blockquote{margin:0 0 .75rem;font:1.125rem/1.5 Georgia,'Noto Serif',serif}
label.choice{display:flex;gap:.6rem;align-items:center;min-height:2.75rem}
input[type=radio]{width:1.2rem;height:1.2rem;margin:0;flex:none}
textarea{display:block;width:100%;min-height:5rem;margin-top:.35rem;padding:.5rem;border:1px solid light-dark(#8f897b,#6d7078);border-radius:4px;background:var(--paper);color:inherit;font:inherit}
button{min-height:2.75rem;padding:.5rem 1.25rem;border:0;border-radius:6px;background:light-dark(#a3321c,#f0937c);color:light-dark(#fff,#231512);font:inherit;font-weight:600;cursor:pointer}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
`;

/** What a person outside has chosen and typed, as it was sent. */
export interface Draft {
  readonly kind: AnswerKind | null;
  readonly words: string;
}

interface Shown {
  readonly name: string;
  /** Null where the desk does not tell it. */
  readonly headline: string | null;
  readonly passages: readonly Passage[];
  /** How many passages were answered and stand as they were. */
  readonly settled: number;
  /** Why what was sent was not taken; null where nothing was refused. */
  readonly problem: string | null;
  /** What was sent, by annotation, so that nothing is typed twice. */
  readonly drafts: ReadonlyMap<string, Draft>;
}

/** The page behind an open link: the passages with a form, and nothing else of the desk. */
export function answerPage({ name, headline, passages, settled, problem, drafts }: Shown): string {
  const about = headline === null ? '' : `<p dir="auto">From “${escapeText(headline)}”</p>`;
  const told = problem === null ? '' : `<p class="problem" role="alert">${escapeText(problem)}</p>`;
  const stands = settled === 0 ? '' : `<p role="status">Thank you. ${settled === 1 ? 'One passage is' : `${settled} passages are`} answered.</p>`; // prettier-ignore
  const head = `<h1>Questions for <bdi>${escapeText(name)}</bdi></h1>${about}`;
  if (passages.length === 0) {
    const none = settled === 0 ? '<p>There is nothing here to answer now.</p>' : '';
    return page(`${head}${told}${stands}${none}<p class="soft">If the words change, this link shows what changed, for as long as it is open.</p>`); // prettier-ignore
  }
  const fields = passages.map((passage, index) => passageHtml(passage, index + 1, drafts.get(passage.annotationId))); // prettier-ignore
  return page(`${head}${told}${stands}
<p>Please say of each passage whether it is right. You may leave out what you cannot answer.</p>
<form method="post">${fields.join('')}<button type="submit">Send the answers</button></form>
<p class="soft">Your answers go to the people who check this text. This link is for you alone: whoever has it can read these passages and answer them.</p>`);
}

/** A page of one sentence. */
export function sentencePage(sentence: string): string {
  return page(`<h1>${escapeText(sentence)}</h1>`);
}

const CHOICES: Readonly<Record<AnswerKind, string>> = {
  confirm: 'This is right',
  correct: 'This is wrong: the right words are below',
  comment: 'I have a comment',
};

function passageHtml(passage: Passage, number: number, draft: Draft | undefined): string {
  const { annotationId: id, words, hash, before } = passage;
  const choices = (Object.keys(CHOICES) as AnswerKind[]).map((kind) => {
    const checked = draft?.kind === kind ? ' checked' : '';
    return `<label class="choice"><input type="radio" name="kind-${id}" value="${kind}"${checked}> ${CHOICES[kind]}</label>`;
  });
  const changed = before === null ? '' : `<p class="soft">These words have changed since you answered. They were:</p><blockquote class="soft" dir="auto">${escapeLines(before)}</blockquote><p class="soft">They are now:</p>`; // prettier-ignore
  return `<fieldset><legend>Passage ${number}</legend>${changed}<blockquote dir="auto">${escapeLines(words)}</blockquote>
<input type="hidden" name="hash-${id}" value="${hash}">${choices.join('')}
<label>The right words, or your comment<textarea name="words-${id}" maxlength="2000" dir="auto">
${escapeText(draft?.words ?? '')}</textarea></label></fieldset>`;
}

function page(body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow, noarchive">
<title>Questions</title><style>${STYLE}</style></head>
<body><main>${body}</main></body></html>
`;
}
