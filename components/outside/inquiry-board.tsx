'use client';

import { useState } from 'react';
import type { InquiryLine } from '@/corpus/outside/model';
import { ArticleHeading } from '../article/article-heading';
import { useRefreshOnChange } from '../article/refresh-on-change';
import { useDesk } from '../desk/desk-context';
import { Button } from '../ui/button';
import { LocalTime } from '../ui/local-time';
import { Tag } from '../ui/tag';
import { AskForm, type AskFormProps } from './ask-form';
import styles from './outside.module.css';

interface InquiryBoardProps extends Omit<AskFormProps, 'onMade'> {
  readonly headline: string;
  readonly inquiries: readonly InquiryLine[];
  readonly mayAsk: boolean;
  /** Whether other machines reach this desk. */
  readonly isShared: boolean;
}

/** Asking people outside about an article by link, and the links that there are. */
export function InquiryBoard(props: InquiryBoardProps) {
  const { articleId, headline, inquiries, mayAsk, isShared } = props;
  const [link, setLink] = useState<{ name: string; address: string } | null>(null);
  useRefreshOnChange();
  return (
    <div className={styles.page}>
      <header>
        <ArticleHeading articleId={articleId} headline={headline} />
      </header>
      <section className={styles.section} aria-labelledby="ask">
        <h2 id="ask">Ask somebody outside</h2>
        <p className={styles.soft}>
          Whoever has the link sees the passages that you choose and nothing else of the desk. They
          can confirm, correct or comment on each, and see it again only when its words change.
        </p>
        {!isShared && (
          <p className={styles.soft}>
            This desk answers on this machine alone: a link works elsewhere only once the desk is
            shared.
          </p>
        )}
        {link !== null && (
          <div className={styles.once} role="status">
            <p>
              Send this link to <bdi>{link.name}</bdi>. It is not shown again.
            </p>
            <code data-testid="link">{link.address}</code>
          </div>
        )}
        {mayAsk ? (
          <AskForm {...props} onMade={setLink} />
        ) : (
          <p className={styles.soft}>A checker can ask.</p>
        )}
      </section>
      <section className={styles.section} aria-labelledby="links">
        <h2 id="links">Links</h2>
        {inquiries.length === 0 && <p className={styles.soft}>Nobody outside was asked yet.</p>}
        <ul className={styles.lines} aria-label="Links">
          {inquiries.map((inquiry) => (
            <Line key={inquiry.id} inquiry={inquiry} mayRevoke={mayAsk} />
          ))}
        </ul>
      </section>
    </div>
  );
}

const STATES = { open: 'Open', expired: 'Expired', revoked: 'Revoked' } as const;

function Line({ inquiry, mayRevoke }: { inquiry: InquiryLine; mayRevoke: boolean }) {
  const { run, say } = useDesk();
  const { id, version, name, isSource, state, askedBy, askedAt, expiresAt, passages, answered } =
    inquiry;
  const revoke = async () => {
    const { ok } = await run({ name: 'revokeInquiry', input: { id, version } });
    if (ok) say('The link is revoked. Undo opens it again.');
  };
  return (
    <li>
      <p>
        <bdi>{name}</bdi>
        {isSource && ', a source'}{' '}
        <Tag tone={state === 'open' ? 'calm' : 'plain'}>{STATES[state]}</Tag> {answered} of{' '}
        {passages} answered
        <span className={styles.soft}>
          {' '}
          · asked by <bdi>{askedBy}</bdi>, <LocalTime at={askedAt} /> · ends{' '}
          <LocalTime at={expiresAt} />
        </span>
      </p>
      {mayRevoke && state === 'open' && (
        <Button
          look="quiet"
          aria-label={`Revoke the link for ${name}`}
          onClick={() => void revoke()}
        >
          Revoke
        </Button>
      )}
    </li>
  );
}
