'use client';

import Link from 'next/link';
import { useState } from 'react';
import type { ArticleSignature, Gate } from '@/corpus/coverage/model';
import { newId } from '../desk/command-client';
import { useDesk } from '../desk/desk-context';
import { useShortcuts } from '../desk/shortcuts';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { Fingerprint } from '../ui/fingerprint';
import { LocalTime } from '../ui/local-time';
import { Kbd } from '../ui/tag';
import styles from './coverage.module.css';

interface SignatureNoticeProps {
  readonly articleId: string;
  readonly revision: Gate['revision'];
  /** Newest first. */
  readonly signatures: readonly ArticleSignature[];
  readonly isReady: boolean;
  readonly maySign: boolean;
}

/** Whether the article is signed, what changed since, and the press that signs it. */
export function SignatureNotice(props: SignatureNoticeProps) {
  const { articleId, revision, signatures, isReady, maySign } = props;
  const { run, say } = useDesk();
  const standing = signatures.find(({ withdrawn }) => withdrawn === null);
  const sign = async () => {
    const outcome = await run({ name: 'signArticle', input: { id: newId(), articleId, revisionId: revision.id } }); // prettier-ignore
    if (outcome.ok) say(`Revision ${revision.number} is signed.`);
  };
  useShortcuts(maySign ? [{ keys: 's', name: 'Sign the article', group: 'Sign-off', run: sign }] : []);
  return (
    <section className={styles.section} aria-label="Signature">
      {standing === undefined ? (
        <p className={styles.notice}>Revision {revision.number} is not signed.</p>
      ) : (
        <Standing articleId={articleId} signature={standing} maySign={maySign} />
      )}
      {maySign && isReady && (
        <div>
          <Button look="primary" onClick={() => void sign()}>
            Sign revision {revision.number} <Kbd>s</Kbd>
          </Button>
        </div>
      )}
      {!maySign && <p className={styles.quiet}>An editor signs the article.</p>}
      <Earlier signatures={signatures.filter((one) => one !== standing)} />
    </section>
  );
} // prettier-ignore

interface StandingProps {
  readonly articleId: string;
  readonly signature: ArticleSignature;
  readonly maySign: boolean;
}

function Standing({ articleId, signature, maySign }: StandingProps) {
  const { person, at, revision, hash, changes } = signature;
  const hasChanged = changes.length > 0;
  return (
    <div className={styles.notice} data-tone={hasChanged ? 'bad' : 'good'} data-testid="signature">
      <p>
        <strong>{hasChanged ? 'Changed since sign-off' : 'Signed'}</strong>: <bdi>{person}</bdi> signed revision{' '}
        {revision}, <LocalTime at={at} />.
      </p>
      <Fingerprint of="the signed text" sha256={hash} />
      {hasChanged && (
        <ul className={styles.lines} aria-label="What changed">
          {changes.map((change) => (
            <li key={`${change.at} ${change.sentence}`}>
              <p dir="auto">{change.sentence}</p>
              <span className={styles.quiet}>
                <bdi>{change.person}</bdi>, <LocalTime at={change.at} />
              </span>
              <ChangeLink articleId={articleId} change={change} />
            </li>
          ))}
        </ul>
      )}
      {maySign && <Withdraw signature={signature} />}
    </div>
  );
} // prettier-ignore

function ChangeLink({
  articleId,
  change: { annotationId, compare },
}: {
  readonly articleId: string;
  readonly change: ArticleSignature['changes'][number];
}) {
  if (compare !== null) {
    const { from, to } = compare;
    return <Link data-line prefetch={false} href={`/articles/${articleId}/compare?from=${from}&to=${to}`}>Compare</Link>; // prettier-ignore
  }
  if (annotationId === null) return null;
  return <Link data-line prefetch={false} href={`/articles/${articleId}?annotation=${annotationId}`}>Open</Link>; // prettier-ignore
}

/** A signature is withdrawn with a reason, which stays on the page. */
function Withdraw({ signature: { id, version } }: { readonly signature: ArticleSignature }) {
  const { run } = useDesk();
  const [reason, setReason] = useState<string | null>(null);
  if (reason === null) {
    return (
      <div>
        <Button look="quiet" onClick={() => setReason('')}>
          Withdraw the signature…
        </Button>
      </div>
    );
  }
  const withdraw = () => void run({ name: 'withdrawSignature', input: { id, version, reason } });
  return (
    <form
      className={styles.row}
      onSubmit={(event) => {
        event.preventDefault();
        withdraw();
      }}
    >
      <TextField label="Why is it withdrawn?" value={reason} autoFocus required maxLength={2000} onChange={(event) => setReason(event.target.value)} />
      <Button type="submit" disabled={reason.trim() === ''}>
        Withdraw
      </Button>
    </form>
  );
} // prettier-ignore

function Earlier({ signatures }: { readonly signatures: readonly ArticleSignature[] }) {
  if (signatures.length === 0) return null;
  return (
    <details>
      <summary className={styles.quiet}>Earlier signatures</summary>
      <ul className={styles.lines}>
        {signatures.map(({ id, person, revision, at, withdrawn }) => (
          <li key={id} className={styles.quiet}>
            <p>
              <bdi>{person}</bdi> signed revision {revision}, <LocalTime at={at} />
              {withdrawn !== null && `; withdrawn: ${withdrawn.reason ?? ''}`}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
