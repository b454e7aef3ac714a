import type { Random } from '@/corpus/evaluate/random';

/** A shape that pages of news sites have. */
export interface Shape {
  readonly name: string;
  /** A page whose headline ends with its number. */
  page(random: Random, number: number): string;
}

const WORDS =
  'the harbour county said on Monday that ferry crews would wait for a new wall while mayor and engineers looked at cracks in two piers which had cost more crowns than anybody in town expected after storm'.split(
    ' ',
  );

/** Words in running text, the first with a capital. */
function words(random: Random, count: number): string {
  const drawn = Array.from({ length: count }, () => random.pick(WORDS)).join(' ');
  return drawn[0]!.toUpperCase() + drawn.slice(1);
}

function repeat(count: number, make: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => make(at)).join('\n');
}

/** A paragraph with emphasis, a link and a quotation. */
function prose(random: Random): string {
  const said = (count: number) => words(random, count);
  return `${said(45)}, <em>${said(3)}</em>, <a href="/story/${random.below(100)}">${said(4)}</a>. “${said(14)},” she said.`;
}

function linkedData(type: string, headline: string): string {
  const data = { '@type': type, headline, datePublished: '2026-11-20T08:00:00Z', author: { name: 'Nell Odgers' } }; // prettier-ignore
  return `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
}

const STYLES = `<style>${repeat(120, (at) => `.c${at}{margin:${at}px}`)}</style>`;
const SCRIPTS = `<script>${repeat(200, (at) => `window.x${at}=${at};`)}</script>`;

/** Head, navigation, article, pull quote, related cards, comments, scripts. */
const semantic: Shape = {
  name: 'semantic article',
  page(random, number) {
    const said = (count: number) => words(random, count);
    const headline = `${said(8)} ${number}`;
    return `<!doctype html><html lang="en"><head><title>${headline} | Coast Press</title>
<meta property="og:site_name" content="Coast Press">${linkedData('NewsArticle', headline)}${STYLES}${SCRIPTS}</head><body>
<header><nav><ul>${repeat(40, (at) => `<li class="nav-item"><a href="/section/${at}">${said(2)}</a></li>`)}</ul></nav></header>
<main><article><h1>${headline}</h1><p class="byline">By <a href="/nell">Nell Odgers</a></p>
<figure><img src="/a.jpg" alt=""><figcaption>${said(12)}.</figcaption></figure>
${repeat(28, (at) => `${at % 7 === 6 ? `<h2>${said(4)}</h2>` : ''}<p>${prose(random)}</p>`)}
<blockquote><p>${said(25)}.</p></blockquote></article>
<aside class="related">${repeat(12, (at) => `<div class="card"><a href="/r/${at}"><img src="/t.jpg" alt=""><h3>${said(9)}</h3></a><span class="time">2 hours ago</span></div>`)}</aside>
<section id="comments">${repeat(20, () => `<div class="comment"><p class="author">${said(1)} says:</p><p>${said(30)}.</p></div>`)}</section></main>
<footer>${repeat(30, (at) => `<a href="/f/${at}">${said(2)}</a>`)}</footer></body></html>`;
  },
};

/** Paragraphs that are divs in divs, classes without meaning, advertisements between, data in JSON. */
const divs: Shape = {
  name: 'div soup',
  page(random, number) {
    const said = (count: number) => words(random, count);
    const headline = `${said(9)} ${number}`;
    const wrapped = (inner: string) => `<div class="css-a1"><div class="css-b2">${inner}</div></div>`; // prettier-ignore
    return `<!DOCTYPE html><html lang="en"><head><title>${headline} - Lantern</title>${linkedData('NewsArticle', headline)}${STYLES}</head><body><div id="__root">
${wrapped(repeat(60, (at) => `<div class="css-n${at % 7}"><a href="/s/${at}"><span class="css-i"></span><span>${said(2)}</span></a></div>`))}
<div class="css-m"><div class="css-h" role="heading" aria-level="1"><span>${headline}</span></div><div class="css-d"><span>20 November 2026</span></div>
${repeat(24, (at) => `<div class="css-p"><div class="css-q"><span>${prose(random)}</span></div></div>${at % 5 === 4 ? `<div class="css-ad"><div>Advertisement</div><div>${said(9)}</div></div>` : ''}`)}</div>
${wrapped(repeat(40, (at) => `<div class="css-t"><a href="/t/${at}"><div class="css-u"><img src="/t/${at}.jpg" alt=""></div><div>${said(8)}</div></a></div>`))}
</div><script id="__DATA__" type="application/json">${JSON.stringify({ props: Array.from({ length: 300 }, (_, at) => ({ id: at, slug: `story-${at}` })) })}</script></body></html>`;
  },
};

/** Tables that lay out the page, capitals, <FONT>, paragraphs between line breaks. */
const breaks: Shape = {
  name: 'tables and line breaks',
  page(random, number) {
    const said = (count: number) => words(random, count);
    const headline = `${said(7)} ${number}`;
    return `<HTML><HEAD><TITLE>${headline}</TITLE></HEAD><BODY BGCOLOR="#FFFFFF"><TABLE WIDTH=640><TR><TD WIDTH=120 VALIGN=TOP><FONT SIZE=1>
${repeat(40, (at) => `<A HREF="s${at}.html">${said(3)}</A><BR>`)}</FONT></TD><TD VALIGN=TOP><FONT SIZE=5><B>${headline}</B></FONT><BR>
<FONT SIZE=2>By NELL ODGERS<BR>November 20, 2026</FONT><P><FONT FACE="Times">
${repeat(30, () => `${prose(random)}<BR><BR>`)}</FONT><HR><CENTER><FONT SIZE=1>Copyright 2026</FONT></CENTER></TD></TR></TABLE></BODY></HTML>`;
  },
};

/** Entries with a time, a crosshead and a share box each. */
const live: Shape = {
  name: 'live blog',
  page(random, number) {
    const said = (count: number) => words(random, count);
    const headline = `${said(8)} ${number}`;
    const entry = (at: number) =>
      `<article class="block" id="b${at}"><p class="block-time"><time datetime="2026-11-20T${10 + (at % 10)}:00:00Z">${10 + (at % 10)}.00</time></p><h2>${said(5)}</h2><p>${prose(random)}</p><p>${prose(random)}</p><div class="block-share"><ul><li><a href="?b${at}">Share</a></li></ul></div></article>`;
    return `<!doctype html><html lang="en"><head><title>${headline} | Coast Press</title>${linkedData('LiveBlogPosting', headline)}${STYLES}${SCRIPTS}</head><body>
<header><nav>${repeat(25, (at) => `<a href="/section/${at}">${said(1)}</a>`)}</nav></header><main><h1>${headline}</h1><p class="standfirst">${said(18)}</p>
<div class="key-events"><ol>${repeat(30, (at) => `<li><a href="#b${at}">${said(6)}</a></li>`)}</ol></div>
<div class="entries">${repeat(40, entry)}</div></main><footer><p>Coast Press</p></footer></body></html>`;
  },
};

/** A page of AMP's own elements. */
const amp: Shape = {
  name: 'AMP',
  page(random, number) {
    const said = (count: number) => words(random, count);
    const headline = `${said(8)} ${number}`;
    return `<!doctype html><html ⚡ lang="en"><head><title>${headline}</title>${linkedData('NewsArticle', headline)}<style amp-custom>${repeat(400, (at) => `.a${at}{padding:${at % 9}px}`)}</style></head><body>
<amp-sidebar layout="nodisplay"><ul>${repeat(30, (at) => `<li><a href="/s/${at}">${said(2)}</a></li>`)}</ul></amp-sidebar><article><header><h1>${headline}</h1><p class="author">By Nell Odgers</p></header>
<amp-img src="/a.jpg" width="1200" height="675" layout="responsive"><noscript><img src="/a.jpg" alt=""></noscript></amp-img><div class="article-body">
${repeat(20, (at) => `<p>${prose(random)}</p>${at % 4 === 3 ? '<amp-ad width="300" height="250" type="doubleclick"><div placeholder>Advertisement</div></amp-ad>' : ''}`)}</div>
<amp-carousel type="carousel">${repeat(8, (at) => `<a href="/n/${at}"><span>${said(7)}</span></a>`)}</amp-carousel></article>
<amp-consent layout="nodisplay"><div><p>${said(20)}</p><button>Accept</button></div></amp-consent></body></html>`;
  },
};

export const SHAPES: readonly Shape[] = [semantic, divs, breaks, live, amp];
