import type { Block, DraftBlock } from '@/corpus/document/block';
import { layOut } from '@/corpus/document/text';
import type { Random } from '@/corpus/evaluate/random';

export interface FilledArticle {
  readonly headline: string;
  readonly text: string;
  readonly blocks: readonly Block[];
}

const SUBJECTS = ['The council', 'A spokesman', 'Mayor Ana Pérez', 'The ministry', 'Dr. 李明'];
const VERBS = ['said', 'denied', 'confirmed', 'reported', 'told reporters'];
const OBJECTS = [
  'ridership fell 12 percent',
  'the bridge would close in May',
  '“we are on track”',
  'the plan 🚆 cost 4.2 million',
  'nobody had asked the residents',
  'the vote was the closest in 40 years',
];
const ENDS = ['on Friday', 'last year', 'in Port Hallen', 'after the storm', 'before the vote'];

/** Words for one annotation stand on about 60 characters, as in an article that is read closely. */
const SENTENCES_PER_ANNOTATION = 0.7;
const SENTENCES_PER_PARAGRAPH = 3;

/** An article long enough for so many annotations, with characters beyond the basic plane. */
export function makeArticle(random: Random, number: number, annotations: number): FilledArticle {
  const headline = `${random.pick(SUBJECTS)} ${random.pick(VERBS)} ${random.pick(OBJECTS)}, ${number}`;
  const sentences = Math.max(3, Math.ceil(annotations * SENTENCES_PER_ANNOTATION));
  const drafts: DraftBlock[] = [draft('headline', headline)];
  for (let made = 0; made < sentences; made += SENTENCES_PER_PARAGRAPH) {
    const paragraph = Array.from({ length: SENTENCES_PER_PARAGRAPH }, () => sentence(random));
    drafts.push(draft('paragraph', paragraph.join(' ')));
  }
  return { headline, ...layOut(drafts) };
}

function draft(role: DraftBlock['role'], text: string): DraftBlock {
  return { role, text, depth: 0, group: null, original: null };
}

function sentence(random: Random): string {
  return `${random.pick(SUBJECTS)} ${random.pick(VERBS)} that ${random.pick(OBJECTS)} ${random.pick(ENDS)}.`;
}
