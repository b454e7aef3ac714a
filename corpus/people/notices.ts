import { figure } from '../wording/numbers';
import type { PersonName } from '../annotation/reading';

/** Why a person is told of something that somebody else did. */
export const NOTICE_KINDS = [
  'assigned',
  'handed_over',
  'mentioned',
  'disputed',
  'returned',
  'reopened',
  'answered',
  'confided',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** One line of what a person is told. */
export interface Notice {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly from: PersonName;
  readonly at: string;
  readonly articleId: string;
  readonly headline: string;
  /** The first annotation that it is about, with its words; null for a discussion that came with a file. */
  readonly annotation: { readonly id: string; readonly words: string } | null;
  /** How many checks it is about. */
  readonly count: number;
  readonly isRead: boolean;
}

export interface NoticePage {
  readonly notices: readonly Notice[];
  readonly unread: number;
  /** Give it back to get older ones; null at the end. */
  readonly nextCursor: string | null;
}

/** What happened, as the line says it after the name: "assigned 3 checks to you". */
export function noticeWords(kind: NoticeKind, count: number): string {
  const checks = count === 1 ? 'a check' : `${figure(count)} checks`;
  const words: Readonly<Record<NoticeKind, string>> = {
    assigned: `assigned ${checks} to you`,
    handed_over: `handed ${checks} over to you`,
    mentioned: 'mentioned you',
    disputed: `disputed ${count === 1 ? 'a check' : checks} of yours`,
    returned: `returned ${count === 1 ? 'a check' : checks} of yours`,
    answered: `answered your link on ${count === 1 ? 'a passage' : `${figure(count)} passages`}`,
    confided: `lets you see something confidential in ${checks}`,
    reopened: `changed the words of, or reopened, ${checks} of yours`,
  };
  return words[kind];
}
