import type { Finding, Status } from '@/corpus/verification/model';
import { FINDING_LABELS, STATUS_LABELS } from '@/corpus/vocabulary';
import { Tag, type Tone } from '../ui/tag';

const STATUS_TONES: Readonly<Record<Status, Tone>> = {
  unchecked: 'plain',
  checking: 'calm',
  waiting: 'wait',
  checked: 'calm',
  disputed: 'bad',
  returned: 'wait',
  reopened: 'wait',
  signed_off: 'good',
  not_for_check: 'plain',
  cut: 'plain',
};

const FINDING_TONES: Readonly<Record<Finding, Tone>> = {
  supported: 'good',
  supported_with_caveat: 'good',
  conflicting: 'wait',
  refuted_partly: 'bad',
  refuted: 'bad',
  insufficient: 'wait',
  not_checkable: 'plain',
};

export function StatusTag({ status }: { readonly status: Status }) {
  return <Tag tone={STATUS_TONES[status]}>{STATUS_LABELS[status]}</Tag>;
}

export function FindingTag({ finding }: { readonly finding: Finding }) {
  return <Tag tone={FINDING_TONES[finding]}>{FINDING_LABELS[finding]}</Tag>;
}
