/** What an element's name, classes and attributes say about the words in it. */
export type Hint =
  | 'main'
  | 'byline'
  | 'date'
  | 'deck'
  | 'kicker'
  | 'caption'
  | 'pullquote'
  | 'around'
  | 'comments'
  | 'comment'
  | 'article';

const CLASSES: readonly (readonly [Hint, RegExp])[] = [
  ['pullquote', /^(?:[a-z-]*pull-?quote(?:s|-text)?|quote-?pull)$/],
  ['byline', /^(?:[a-z-]*by-?line(?:s|-[a-z]+)?|(?:article-|post-|entry-)?authors?(?:-names?)?)$/],
  ['date', /^(?:[a-z-]*(?:dateline|timestamp)|(?:entry-|post-|pub-?|published-?)?date|published)$/],
  ['deck', /^(?:[a-z-]*(?:deck|dek|standfirst|sub-?headline|sub-?title)|lede|article-summary)$/],
  ['kicker', /^(?:[a-z-]*(?:kicker|eyebrow|overline|rubric)|section-(?:label|name))$/],
  ['caption', /^(?:[a-z-]*caption(?:-text)?)$/],
  ['comments', /^(?:comments?-?(?:list|section|area|wrapper|container|thread)|comments|replies)$/],
  ['comment', /^(?:(?:reader-|user-)?comment(?:-item|-\d+)?)$/],
  ['article', /^(?:hentry|h-entry)$/],
  [
    'around',
    /^(?:(?:[a-z-]*-)?(?:share|sharing|social|related|newsletter|promo|advert(?:isement)?s?|ad|ads|sidebar|breadcrumbs?|menu|nav|navbar|navigation|cookies?|subscribe|subscription|paywall|tags|toolbar|widget|recommended|teaser|footer|masthead)(?:-(?:box|bar|links?|list|buttons?|wrapper|container))?)$/,
  ],
];

const NAMES: Readonly<Record<string, Hint>> = {
  main: 'main',
  article: 'article',
  nav: 'around',
  footer: 'around',
  aside: 'around',
  form: 'around',
  button: 'around',
  menu: 'around',
  select: 'around',
  address: 'byline',
  figcaption: 'caption',
  caption: 'caption',
  time: 'date',
};

const ROLES: Readonly<Record<string, Hint>> = {
  main: 'main',
  article: 'article',
  comment: 'comment',
  navigation: 'around',
  complementary: 'around',
  contentinfo: 'around',
  search: 'around',
  banner: 'around',
};

const PROPERTIES: Readonly<Record<string, Hint>> = {
  author: 'byline',
  datepublished: 'date',
  datemodified: 'date',
  alternativeheadline: 'deck',
  articlesection: 'kicker',
  caption: 'caption',
  comment: 'comment',
};

/** The hints of one element; those of its ancestors are not among them. */
export function hintsOf(element: Element, name: string): Hint[] {
  const byName = named(NAMES, name);
  if (!element.hasAttributes()) return byName === undefined ? [] : [byName];
  const hints: Hint[] = [];
  const add = (hint: Hint | undefined): void => {
    if (hint !== undefined && !hints.includes(hint)) hints.push(hint);
  };
  for (const token of tokensOf(element)) add(hintOfToken(token));
  if (name === 'a' && /\bauthor\b/i.test(element.getAttribute('rel') ?? '')) add('byline');
  add(named(ROLES, element.getAttribute('role')));
  add(named(PROPERTIES, element.getAttribute('itemprop')));
  const type = element.getAttribute('itemtype');
  if (type !== null) add(hintOfType(type));
  const isQuote = hints.includes('pullquote');
  if (!isQuote || byName !== 'around') add(byName);
  return hints.includes('comment') ? hints.filter((hint) => hint !== 'article') : hints;
}

function named(table: Readonly<Record<string, Hint>>, name: string | null): Hint | undefined {
  const key = name?.trim().toLowerCase() ?? '';
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function tokensOf(element: Element): string[] {
  const classes = element.getAttribute('class');
  const id = element.getAttribute('id');
  if (classes === null && id === null) return [];
  return `${classes ?? ''} ${id ?? ''}`.trim().split(/\s+/);
}

const KNOWN = new Map<string, Hint | null>();

/** The most tokens that are remembered from page to page. */
const MOST_KNOWN = 5000;

/** Sites write article__byline, article-byline and articleByline alike. */
function hintOfToken(token: string): Hint | undefined {
  const known = KNOWN.get(token);
  if (known !== undefined) return known ?? undefined;
  const plain = token
    .slice(0, 80)
    .replace(/([a-z])(?=[A-Z])/g, '$1-')
    .toLowerCase()
    .replace(/[_-]+/g, '-');
  const hint = CLASSES.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
  KNOWN.set(token, hint);
  return hint ?? undefined;
}

function hintOfType(type: string): Hint | undefined {
  if (/schema\.org\/Comment$/i.test(type)) return 'comment';
  return /schema\.org\/(?:\w*Article|Report|BlogPosting)$/i.test(type) ? 'article' : undefined;
}
