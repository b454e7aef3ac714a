import PostalMime, { type Email } from 'postal-mime';
import type { DraftBlock } from '../../document/block';
import { ingestText } from '../ingest';
import { MAX_FILE_BYTES } from '../limits';
import type { IngestedArticle, IngestOutcome } from '../model';
import { articleOfBlocks } from './html-article';
import { isoMoment } from './html-dates';
import { blocksOfFragment } from './html-fragment';
import { given } from './html-metadata';
import type { FormatReader } from './reader';

const HEADER =
  /^(?:return-path|received|from|to|date|subject|message-id|mime-version|delivered-to|x-[\w-]+|dkim-signature|reply-to|cc):/i;
const NO_HEADLINE = /has no headline/;

/** Mails with a filed story. */
export const mailReader: FormatReader = {
  format: 'Mail (EML)',
  recognises(bytes, facts) {
    if (/\.eml$/i.test(facts.name) || /^message\/rfc822\b/i.test(facts.contentType ?? '')) {
      return true;
    }
    const start = new TextDecoder().decode(bytes.subarray(0, 8192));
    const head = start.split(/\r?\n\r?\n/, 1)[0]?.replace(/^From .*\r?\n/, '') ?? '';
    const lines = head.split(/\r?\n/).filter((line) => !/^[ \t]/.test(line));
    return HEADER.test(head) && lines.filter((line) => HEADER.test(line)).length >= 3;
  },
  async read(bytes) {
    if (bytes.length === 0) return refuse('The file is empty; there is nothing to import.');
    if (bytes.length > MAX_FILE_BYTES) {
      return refuse('The mail has more than 20 MB; save it without its attachments.');
    }
    try {
      return outcomeOf(await PostalMime.parse(bytes, { maxNestingDepth: 50 }));
    } catch {
      return refuse('This cannot be read as a mail; save it again as an .eml file.');
    }
  },
};

function outcomeOf(mail: Email): IngestOutcome {
  const found = fromText(mail) ?? fromHtml(mail);
  if (found === null) return refuse('The mail has no text; save its attachment and import that.');
  const names = mail.attachments.map(({ filename }) => filename ?? 'one without a name');
  const notes = names.length === 0 ? [] : [`Attachments were left out: ${names.join(', ')}.`];
  return { ok: true, text: '', encoding: 'Mail (EML)', notes, articles: found };
}

interface Sender {
  readonly subject: string | null;
  readonly name: string | null;
  readonly metadata: NonNullable<IngestedArticle['metadata']>;
}

function senderOf(mail: Email): Sender {
  const subject = mail.subject?.replace(/^(?:\s*(?:re|fwd?|aw|wg)\s*:)+/i, '').trim() ?? '';
  const name = mail.from?.name.trim() ?? '';
  const id = mail.messageId?.trim() ?? '';
  return {
    subject: subject === '' ? null : subject.replace(/\s+/g, ' '),
    name: name === '' ? null : name,
    metadata: given({
      externalId: id === '' ? undefined : id,
      publishedAt: isoMoment(mail.date),
    }),
  };
}

function fromText(mail: Email): IngestedArticle[] | null {
  const { body, around } = partedBody(mail.text ?? '');
  const { articles } = ingestText(body);
  if (articles.length === 0) return null;
  const sender = senderOf(mail);
  const signed = articles.map((article) => signedBy(withoutRanges(article), sender));
  const last = signed.pop()!;
  return [...signed, { ...last, blocks: [...last.blocks, ...around.map(furniture)] }];
}

/** The story, and the quoted lines and signature around it, a block for each stretch. */
function partedBody(text: string): { readonly body: string; readonly around: readonly string[] } {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const end = lines.findIndex((line) => /^-- ?$/.test(line));
  const body: string[] = [];
  const around: string[] = [];
  let before = '';
  for (const [at, line] of lines.entries()) {
    const kind = end !== -1 && at >= end ? 'signature' : line.startsWith('>') ? 'reply' : 'body';
    if (kind === 'body') body.push(line);
    else if (kind === before) around.push(`${around.pop() ?? ''}\n${line}`);
    else around.push(line);
    before = kind;
  }
  const stretches = around.map((stretch) => stretch.trim()).filter((stretch) => stretch !== '');
  return { body: body.join('\n'), around: stretches };
}

/** The text is not kept, so ranges in it say nothing. */
function withoutRanges(article: IngestedArticle): IngestedArticle {
  return { ...article, blocks: article.blocks.map((block) => ({ ...block, original: null })) };
}

/** What the mail says where the text says nothing. */
function signedBy(article: IngestedArticle, { subject, name, metadata }: Sender): IngestedArticle {
  const isBare = article.warnings.some((warning) => NO_HEADLINE.test(warning)) && subject !== null;
  const { publishedAt } = metadata;
  const sent = publishedAt === undefined ? null : sentOn(publishedAt);
  return {
    ...article,
    headline: isBare ? subject : article.headline,
    byline: article.byline ?? name,
    date: article.date ?? sent,
    blocks: isBare ? [headline(subject), ...article.blocks] : article.blocks,
    warnings: article.warnings.filter(
      (warning) => !(isBare && NO_HEADLINE.test(warning)) && !(sent && /^No date/.test(warning)),
    ),
    metadata,
  };
}

function sentOn(publishedAt: string): NonNullable<IngestedArticle['date']> {
  const reason = `From the day on which the mail was sent: “${publishedAt}”.`;
  return { value: publishedAt.slice(0, 10), basis: 'inferred', reason };
}

function fromHtml(mail: Email): IngestedArticle[] | null {
  const blocks = blocksOfFragment(mail.html ?? '', null) ?? [];
  if (blocks.length === 0) return null;
  const { subject, name, metadata } = senderOf(mail);
  const [first] = blocks;
  const hasOwn = first?.role === 'crosshead';
  const title = hasOwn ? first.text : subject;
  const body = hasOwn ? blocks.slice(1) : blocks;
  const facts = { headline: title, title: null, deck: null, byline: name, metadata };
  return [articleOfBlocks([...(title === null ? [] : [headline(title)]), ...body], facts, title)];
}

function headline(text: string): DraftBlock {
  return { role: 'headline', text, depth: 0, group: null, original: null };
}

function furniture(text: string): DraftBlock {
  return { role: 'furniture', text, depth: 0, group: null, original: null };
}

function refuse(refused: string): IngestOutcome {
  return { ok: false, refused };
}
