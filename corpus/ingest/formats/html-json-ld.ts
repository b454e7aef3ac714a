/** What a page's JSON-LD says about one article. Every field only where it is said. */
export interface LinkedArticle {
  readonly headline?: string | undefined;
  readonly deck?: string | undefined;
  readonly authors: readonly string[];
  readonly publisher?: string | undefined;
  readonly language?: string | undefined;
  readonly section?: string | undefined;
  readonly url?: string | undefined;
  readonly publishedAt?: string | undefined;
  readonly modifiedAt?: string | undefined;
  readonly rights?: string | undefined;
  readonly correction?: string | undefined;
  readonly keywords: readonly string[];
}

type Node = Readonly<Record<string, unknown>>;

/** The most objects that are looked at in one page. */
const MOST_NODES = 5000;

/**
 * The articles that a page's JSON-LD names, in order: NewsArticle, its subtypes and its like, alone,
 * in lists, in an @graph or inside other things. What is no JSON is passed over.
 */
export function linkedArticles(page: Document): LinkedArticle[] {
  const scripts = [...page.querySelectorAll('script')].filter(
    (script) => script.getAttribute('type')?.toLowerCase().includes('ld+json') === true,
  );
  const nodes = scripts.flatMap((script) => nodesIn(parsed(script.textContent ?? '')));
  const byId = new Map(
    nodes
      .filter(({ name, '@id': id }) => name !== undefined && typeof id === 'string')
      .map((node) => [textIn(node['@id']), node]),
  );
  return nodes.filter(isArticle).map((node) => articleOf(node, byId));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(
      text.replace(
        /^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|\]\]>)\s*$/g,
        '',
      ),
    ) as unknown;
  } catch {
    return null;
  }
}

/** All objects of a JSON value, the outer ones first. */
function nodesIn(root: unknown): Node[] {
  const queue: unknown[] = [root];
  const nodes: Node[] = [];
  for (let at = 0; at < queue.length && at < MOST_NODES; at++) {
    const value = queue[at];
    if (Array.isArray(value)) for (const item of value) queue.push(item);
    else if (isNode(value)) {
      nodes.push(value);
      for (const inner of Object.values(value)) if (typeof inner === 'object') queue.push(inner);
    }
  }
  return nodes;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isArticle(node: Node): boolean {
  const types = listOf(node['@type']).map((type) => textIn(type) ?? '');
  const isOne = types.some((type) => /(?:Article|^Report|BlogPosting)$/.test(type));
  return isOne && (node['headline'] !== undefined || node['datePublished'] !== undefined);
}

function articleOf(node: Node, byId: ReadonlyMap<string | undefined, Node>): LinkedArticle {
  const names = (value: unknown): string[] =>
    listOf(value).flatMap((one) => {
      const known = isNode(one) ? (byId.get(textIn(one['@id'])) ?? one) : one;
      const name = textIn(isNode(known) ? (known['name'] ?? one) : known);
      return name === undefined || /^https?:/.test(name) ? [] : [name];
    });
  const main = node['mainEntityOfPage'];
  return {
    headline: textIn(node['headline']),
    deck: textIn(node['alternativeHeadline']) ?? textIn(node['description']),
    authors: names(node['author'] ?? node['creator']),
    publisher: names(node['publisher'])[0],
    language: textIn(isNode(node['inLanguage']) ? node['inLanguage']['name'] : node['inLanguage']),
    section: textIn(listOf(node['articleSection'])[0]),
    url: textIn(node['url']) ?? textIn(isNode(main) ? main['@id'] : main),
    publishedAt: textIn(node['datePublished']),
    modifiedAt: textIn(node['dateModified']),
    rights: textIn(node['copyrightNotice']),
    correction: correctionIn(node['correction']),
    keywords: listOf(node['keywords']).flatMap((one) => keywordsIn(textIn(one))),
  };
}

function correctionIn(value: unknown): string | undefined {
  const first = listOf(value)[0];
  return textIn(isNode(first) ? (first['text'] ?? first['headline']) : first);
}

/** "harbour, cranes" as a list. */
export function keywordsIn(text: string | undefined): string[] {
  return (text ?? '')
    .split(/[,;]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value as readonly unknown[];
  return value === undefined || value === null ? [] : [value];
}

/** Text without tags and with its white space collapsed; undefined where there is none. */
function textIn(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.slice(0, 4000).replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : text;
}
