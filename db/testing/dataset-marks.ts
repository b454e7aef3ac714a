import type { PartSpan, Terms } from '@/corpus/annotation/model';
import { newId } from '../ids';
import type { TestDesk } from './desk';

/**
 * Articles whose offsets differ by unit, or whose characters are made of several: beyond the basic
 * plane, joined emoji, combining marks, right to left, Chinese. Each has a quotation over two
 * paragraphs, a name after “said”, and a sentence that ends in “2025”.
 */
export const AWKWARD: readonly string[] = [
  'Mayor denies cuts 🚆\n\nThe plan 🚆🚆 is “on track\n\n“and on time,” said Rui Costa on Friday. Ridership fell 12% in 2025.\n',
  'Family 👩‍👩‍👧‍👦 wins prize\n\nThe flag 🏴󠁧󠁢󠁥󠁮󠁧󠁿 “waved 👍🏽 high\n\n“for all,” said Zoë on Friday. Crowds came in 2025.\n',
  'Cafe\u0301 closes\n\nThe cafe\u0301 is “re\u0301ally shut\n\n“for good,” said Ame\u0301lie on Friday. It opened in 2025.\n',
  'خبر عاجل\n\nقال العمدة إن “الخطة جاهزة\n\n“وقريبة,” said علي on Friday. 🚆 انتهت في 2025.\n',
  '市长否认削减\n\n𠮷野家说计划“正常\n\n“进行,” said 李明 on Friday. 客流量下降 in 2025.\n',
];

/** The ids of what `mark` made. */
export interface Marks {
  readonly articleId: string;
  readonly claim: string;
  readonly quote: string;
  readonly attribution: string;
}

/** Marks an article like those above: a checked claim, a quote of two pieces, an attribution. */
export function mark(
  desk: TestDesk,
  { articleId, revisionId, text }: { articleId: string; revisionId: string; text: string },
): Marks {
  const quote = quoteSpans(text);
  const [claim, quoted, attribution] = [newId(), newId(), newId()];
  const add = (id: string, kind: 'claim' | 'quote' | 'attribution', spans: PartSpan[]) =>
    desk.run({
      name: 'createAnnotation',
      input: { id, articleId, revisionId, kind, spans, attributes: {} },
    });
  add(claim, 'claim', [claimSpan(text)]);
  add(quoted, 'quote', quote);
  add(attribution, 'attribution', [...quote, ...sourceAndCue(text)]);
  desk.run({
    name: 'retagAnnotation',
    input: { id: claim, version: 1, attributes: { types: ['number', 'date'], flags: ['harm'] } },
  });
  const checkId = checkOfAnnotation(desk, claim);
  desk.run(
    { name: 'setStatus', input: { checkId, version: 1, status: 'checking' } },
    {
      name: 'recordFinding',
      input: { checkId, version: 2, finding: 'supported', rationale: 'Seen, "twice".' },
    },
  );
  return { articleId, claim, quote: quoted, attribution };
}

export function checkOfAnnotation({ desk }: TestDesk, annotationId: string): string {
  return desk.sqlite
    .prepare<[string], string>('SELECT id FROM "check" WHERE annotation_id = ?')
    .pluck()
    .get(annotationId)!;
}

/** Adds an item with this title and cites it in the check. */
export function cite(desk: TestDesk, checkId: string, terms: Terms, title: string): void {
  const evidenceItemId = newId();
  const { collectionId } = desk;
  const item = { kind: 'document', title, place: `${title}, shelf`, origin: title, terms } as const;
  desk.run(
    { name: 'addEvidence', input: { id: evidenceItemId, collectionId, ...item } },
    {
      name: 'citeEvidence',
      input: {
        ...{ id: newId(), checkId, evidenceItemId, stance: 'supports', primary: true },
        excerpt: `${title}, in words`,
      },
    },
  );
}

/** From the first quotation mark to the paragraph's end, and from the next to the closing one. */
function quoteSpans(text: string): PartSpan[] {
  const first = text.indexOf('“');
  const second = text.indexOf('“', first + 1);
  const pieces = [
    [first, second < 0 ? text.indexOf('”') + 1 : text.indexOf('\n\n', first)],
    ...(second < 0 ? [] : [[second, text.indexOf('”') + 1]]),
  ] as [number, number][];
  return pieces.map(([start, end], piece) => ({
    ...{ part: 'content', ordinal: 0, piece, start, end },
  }));
}

function sourceAndCue(text: string): PartSpan[] {
  const said = text.indexOf('said');
  const nameEnd = Math.min(
    ...[' on ', ' today'].map((word) => text.indexOf(word, said)).filter((at) => at > 0),
  );
  return [
    { part: 'source', ordinal: 0, piece: 0, start: said + 5, end: nameEnd },
    { part: 'cue', ordinal: 0, piece: 0, start: said, end: said + 4 },
  ];
}

function claimSpan(text: string): PartSpan {
  const last = text.lastIndexOf('. ') + 2;
  const start = last > 1 ? last : text.indexOf('\n\n') + 2;
  return { part: 'content', ordinal: 0, piece: 0, start, end: text.trimEnd().length - 1 };
}

/** The same marks in a layer of somebody's own. */
export function markInLayer(
  desk: TestDesk,
  article: Parameters<typeof mark>[1],
  layer: string,
): Marks {
  const marks = mark(desk, article);
  desk.desk.sqlite.prepare("UPDATE annotation SET layer = ? WHERE layer = 'shared'").run(layer);
  return marks;
}
