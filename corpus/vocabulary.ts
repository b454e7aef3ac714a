import type { ClaimType, Flag, Kind, Part, SourceType, Speech, Terms } from './annotation/model';
import type { BlockRole } from './document/block';
import type {
  Disposition,
  EvidenceKind,
  Fidelity,
  Finding,
  Stance,
  Status,
} from './verification/model';
import type { Mode } from './verification/modes';

type Words<T extends string> = Readonly<Record<T, string>>;

export const KIND_LABELS: Words<Kind> = {
  claim: 'Claim',
  quote: 'Quote',
  attribution: 'Attribution',
};

export const PART_LABELS: Words<Part> = {
  content: 'Content',
  source: 'Source',
  cue: 'Cue',
  addressee: 'Addressee',
};

export const STATUS_LABELS: Words<Status> = {
  unchecked: 'Unchecked',
  checking: 'Checking',
  waiting: 'Waiting',
  checked: 'Checked',
  disputed: 'Disputed',
  returned: 'Returned',
  reopened: 'Reopened',
  signed_off: 'Signed off',
  not_for_check: 'Not for check',
  cut: 'Cut',
};

export function statusLabel(status: Status): string {
  return STATUS_LABELS[status];
}

/** The step to a status, as a button says it. */
export const STEP_LABELS: Words<Status> = {
  unchecked: 'Back to unchecked',
  checking: 'Start checking',
  waiting: 'Set waiting',
  checked: 'Mark checked',
  disputed: 'Dispute',
  returned: 'Return',
  reopened: 'Reopen',
  signed_off: 'Sign off',
  not_for_check: 'Not for check',
  cut: 'Cut',
};

export const FINDING_LABELS: Words<Finding> = {
  supported: 'Supported',
  supported_with_caveat: 'Supported, with a caveat',
  conflicting: 'Sources conflict',
  refuted_partly: 'Partly refuted',
  refuted: 'Refuted',
  insufficient: 'Not enough evidence',
  not_checkable: 'Not checkable',
};

export const FIDELITY_LABELS: Words<Fidelity> = {
  verbatim: 'Word for word',
  tidied: 'Tidied',
  trimmed: 'Trimmed',
  altered: 'Altered',
  out_of_context: 'Out of context',
  misattributed: 'Wrong speaker',
  not_found: 'Not found',
};

export const DISPOSITION_LABELS: Words<Disposition> = {
  stet: 'Stet (let it stand)',
  fix: 'Fix',
  soften: 'Soften',
  attribute: 'Attribute',
  add_context: 'Add context',
  cut: 'Cut',
  on_author: 'On author',
  tk: 'TK',
  legal: 'To legal',
  correction: 'Correction',
  clarification: 'Clarification',
  update: 'Update',
  retraction: 'Retraction',
};

export const TYPE_LABELS: Words<ClaimType> = {
  name: 'Name',
  title: 'Title',
  date: 'Date',
  place: 'Place',
  number: 'Number',
  poll: 'Poll',
  superlative: 'Superlative',
  quote: 'Quote',
  paraphrase: 'Paraphrase',
  position: 'Position',
  event: 'Event',
  cause: 'Cause',
  explain: 'Explanation',
  describe: 'Description',
  history: 'History',
  product: 'Product',
  image: 'Image',
  predict: 'Prediction',
  opinion: 'Opinion',
};

export const FLAG_LABELS: Words<Flag> = {
  allegation: 'Allegation',
  sensitive: 'Sensitive',
  load_bearing: 'Load-bearing',
  harm: 'Harm',
};

export const SPEECH_LABELS: Words<Speech> = {
  direct: 'Direct',
  indirect: 'Indirect',
  mixed: 'Mixed',
};

export const SOURCE_TYPE_LABELS: Words<SourceType> = {
  named_person: 'Named person',
  organisation: 'Organisation',
  document: 'Document',
  anonymous: 'Anonymous',
  group: 'Group',
  author: 'Author',
  social_account: 'Social account',
  implicit: 'Implicit',
};

export const TERMS_LABELS: Words<Terms> = {
  on_record: 'On the record',
  background: 'Background',
  deep_background: 'Deep background',
  off_record: 'Off the record',
};

export const EVIDENCE_KIND_LABELS: Words<EvidenceKind> = {
  recording: 'Recording',
  transcript: 'Transcript',
  document: 'Document',
  page: 'Web page',
  dataset: 'Dataset',
  photograph: 'Photograph',
  person: 'Person asked',
  speaker_confirmation: 'Speaker’s confirmation',
  other: 'Other',
};

export const STANCE_LABELS: Words<Stance> = {
  supports: 'Supports',
  refutes: 'Refutes',
  context: 'Context',
};

export const MODE_LABELS: Words<Mode> = {
  single: 'Single',
  four_eyes: 'Four eyes',
  blind_double: 'Blind double',
  panel: 'Panel',
};

export const ROLE_LABELS: Words<BlockRole> = {
  kicker: 'Kicker',
  headline: 'Headline',
  deck: 'Deck',
  byline: 'Byline',
  paragraph: 'Paragraph',
  crosshead: 'Crosshead',
  list_item: 'List item',
  block_quote: 'Block quote',
  pullquote: 'Pull quote',
  table_row: 'Table row',
  caption: 'Caption',
  credit: 'Credit',
  reader_comment: 'Reader comment',
  furniture: 'Furniture',
};
