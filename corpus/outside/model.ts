import type { Terms } from '../annotation/model';

/** What somebody outside may say of words that they are shown, and nothing else. */
export const ANSWER_KINDS = ['confirm', 'correct', 'comment'] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

/** How somebody was asked. */
export const CONTACT_WAYS = ['phone', 'mail', 'in_person', 'link', 'other'] as const;
export type ContactWay = (typeof CONTACT_WAYS)[number];

export const CONTACT_LABELS: Readonly<Record<ContactWay, string>> = {
  phone: 'By phone',
  mail: 'By mail',
  in_person: 'In person',
  link: 'By link',
  other: 'Another way',
};

/** That somebody was asked about the words of a check. */
export interface Contact {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly way: ContactWay;
  readonly askedAt: string;
  readonly question: string;
  readonly answer: string | null;
  readonly terms: Terms;
  /** Who asked. */
  readonly by: string;
  /** Who sees it, by id and name; null where everybody does. */
  readonly knownTo: readonly { readonly id: string; readonly name: string }[] | null;
}

/** How many passages one link shows at most, and how long it is good at most, in days. */
export const MOST_PASSAGES = 50;
export const MOST_DAYS = 60;

/** The most that is taken as the words of one answer, in UTF-16 units. */
export const MOST_WORDS = 2000;

/** The form of a link's key: 32 bytes as base64url. */
export const INQUIRY_KEY = /^[\w-]{43}$/;

/** A key for a link, of 256 random bits. */
export function newInquiryKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const letters = btoa(String.fromCharCode(...bytes));
  return letters.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Words that a link shows. */
export interface Passage {
  readonly annotationId: string;
  readonly words: string;
  /** Of the words, so that an answer is about the words that were seen. */
  readonly hash: string;
  /** The words that were answered, where they have changed since; null where nothing was answered. */
  readonly before: string | null;
}

/** What a person outside sent about one passage. */
export interface Reply {
  readonly annotationId: string;
  readonly hash: string;
  readonly kind: AnswerKind;
  /** May be empty for `confirm`. */
  readonly words: string;
}

/** What came back through a link, as the desk sees it. */
export interface InquiryAnswer {
  readonly id: string;
  readonly name: string;
  readonly kind: AnswerKind;
  readonly words: string | null;
  readonly at: string;
  /** The words that were shown, where they are others now; else null. */
  readonly shown: string | null;
}

/** A link, as the desk lists it. `state` is by the server's clock. */
export interface InquiryLine {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly isSource: boolean;
  readonly state: 'open' | 'expired' | 'revoked';
  readonly askedBy: string;
  readonly askedAt: string;
  readonly expiresAt: string;
  readonly passages: number;
  readonly answered: number;
}

/** Words that can be asked about, with the sources whose own they are. */
export interface Askable {
  readonly annotationId: string;
  readonly kind: 'claim' | 'quote' | 'attribution';
  readonly words: string;
  readonly sourceIds: readonly string[];
}

export const ANSWER_LABELS: Readonly<Record<AnswerKind, string>> = {
  confirm: 'Confirmed',
  correct: 'Corrected',
  comment: 'Commented',
};
