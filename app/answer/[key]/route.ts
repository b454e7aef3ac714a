import { BodyTooLargeError, readBody } from '@/app/server/body';
import { findForeign } from '@/app/server/guard';
import { addressOf, rates, TRIES_FROM, type Rate } from '@/app/server/rates';
import { ANSWER_KINDS, type Reply } from '@/corpus/outside/model';
import { answerPage, sentencePage, type Draft } from '@/corpus/outside/page';
import { currentDesk } from '@/db/client';
import { RefusedError } from '@/db/commands/errors';
import { takeReplies } from '@/db/commands/inquiries';
import { findOpenInquiry, listPassages, type Inquiry } from '@/db/queries/inquiries';
import { findArticle } from '@/db/queries/reading';

/** Nothing runs on this page, and nothing but its own form is sent from it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"; // prettier-ignore

/** Fifty passages with 2,000 characters each, as a form writes them. */
const BODY_LIMIT = 1024 * 1024;

/** Requests of one link. */
const OF_LINK: Rate = { most: 120, seconds: 600 };

const CLOSED = 'This link has expired, was revoked or never was: ask the desk for a new one.';

interface Context {
  readonly params: Promise<{ key: string }>;
}

type Entry = { readonly inquiry: Inquiry } | { readonly refusal: Response };

/** The passages of an inquiry with a form; the link's key is the right to them and to nothing else. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const entry = enter(request, (await params).key);
  return 'refusal' in entry ? entry.refusal : show(entry.inquiry, null, new Map(), 200);
}

/** Takes the form, then leads back to the page, which shows what is left. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { key } = await params;
  const entry = enter(request, key);
  if ('refusal' in entry) return entry.refusal;
  let form: URLSearchParams;
  try {
    form = new URLSearchParams(new TextDecoder().decode(await readBody(request, BODY_LIMIT)));
  } catch (error) {
    if (!(error instanceof BodyTooLargeError)) throw error;
    return html(413, sentencePage('This is too much for one answer: go back and shorten it.'));
  }
  const drafts = draftsOf(entry.inquiry, form);
  try {
    takeReplies(currentDesk(), key, repliesOf(drafts, form));
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    if (error.refused === 'missing') return html(404, sentencePage(CLOSED));
    return show(entry.inquiry, error.message, drafts, 422);
  }
  return new Response(null, { status: 303, headers: { ...HEADERS, location: `/answer/${key}` } });
}

function enter(request: Request, key: string): Entry {
  const foreign = findForeign(request);
  if (foreign !== null) return { refusal: html(403, sentencePage(foreign)) };
  const inquiry = findOpenInquiry(currentDesk(), key);
  const wait =
    inquiry === null
      ? rates().take(`links from ${addressOf(request.headers)}`, TRIES_FROM)
      : rates().take(`answers ${inquiry.id}`, OF_LINK);
  if (wait > 0) {
    const sentence = `Too many tries: wait ${Math.ceil(wait / 60)} minutes and try again.`;
    return { refusal: html(429, sentencePage(sentence), { 'retry-after': String(wait) }) };
  }
  return inquiry === null ? { refusal: html(404, sentencePage(CLOSED)) } : { inquiry };
}

function show(
  inquiry: Inquiry,
  problem: string | null,
  drafts: ReadonlyMap<string, Draft>,
  status: number,
): Response {
  const desk = currentDesk();
  const { open, settled } = listPassages(desk, inquiry);
  const headline = inquiry.showsHeadline
    ? (findArticle(desk, inquiry.articleId)?.headline ?? null)
    : null;
  const shown = { name: inquiry.name, headline, passages: open, settled, problem, drafts };
  return html(status, answerPage(shown));
}

function draftsOf({ annotationIds }: Inquiry, form: URLSearchParams): ReadonlyMap<string, Draft> {
  return new Map(
    annotationIds.map((id) => {
      const kind = ANSWER_KINDS.find((one) => one === form.get(`kind-${id}`)) ?? null;
      const words = (form.get(`words-${id}`) ?? '').replaceAll('\r\n', '\n');
      return [id, { kind, words }];
    }),
  );
}

/** Words without a choice are a comment. */
function repliesOf(drafts: ReadonlyMap<string, Draft>, form: URLSearchParams): readonly Reply[] {
  return [...drafts].flatMap(([annotationId, { kind, words }]) => {
    if (kind === null && words.trim() === '') return [];
    const hash = form.get(`hash-${annotationId}`) ?? '';
    return [{ annotationId, hash, kind: kind ?? 'comment', words }];
  });
}

const HEADERS = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow, noarchive',
  'cache-control': 'no-store',
};

function html(status: number, page: string, more: Record<string, string> = {}): Response {
  const type = { 'content-type': 'text/html; charset=utf-8' };
  return new Response(page, { status, headers: { ...HEADERS, ...type, ...more } });
}
