'use client';

import { useRef, useState, type ChangeEvent, type ReactNode } from 'react';
import { CONTENT_LABELS, type ArchivedCopy } from '@/corpus/verification/archive';
import { webAddressOf } from '@/corpus/verification/locator';
import type { Citation } from '@/corpus/verification/check-detail';
import { figure } from '@/corpus/wording/numbers';
import { useDesk } from '../desk/desk-context';
import { Button } from '../ui/button';
import { Fingerprint } from '../ui/fingerprint';
import { LocalTime } from '../ui/local-time';
import styles from './evidence.module.css';

interface ArchivedCopiesProps {
  readonly citation: Citation;
  /** What else is done with the citation, in the same row of buttons. */
  readonly children: ReactNode;
}

/** What the desk keeps of a cited item, and ways to keep more. */
export function ArchivedCopies({ citation, children }: ArchivedCopiesProps) {
  const { item, copies } = citation;
  const { busy, keep } = useKeeping(item.id);
  const field = useRef<HTMLInputElement>(null);
  const take = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (file !== undefined) void keep({ file: file.name }, file);
    target.value = '';
  };
  const url = webAddressOf(item.place);
  return (
    <>
      {copies.length > 0 && (
        <ul className={styles.copies} aria-label={`Archived copies of ${item.title}`}>
          {copies.map((copy) => (
            <CopyLine key={copy.id} copy={copy} />
          ))}
        </ul>
      )}
      <span className={styles.acts}>
        <Button
          look="quiet"
          disabled={busy !== null}
          aria-label={`Keep a file of ${item.title}`}
          onClick={() => field.current?.click()}
        >
          Keep a file
        </Button>
        {url !== null && (
          <Button
            look="quiet"
            disabled={busy !== null}
            aria-label={`Keep the page of ${item.title}`}
            onClick={() => void keep({ url }, null)}
          >
            Keep the page
          </Button>
        )}
        {children}
        <input
          ref={field}
          type="file"
          hidden
          aria-label={`File of ${item.title}`}
          onChange={take}
        />
      </span>
      {busy !== null && (
        <span className={styles.soft} role="status">
          {busy}
        </span>
      )}
    </>
  );
}

function CopyLine({ copy }: { readonly copy: ArchivedCopy }) {
  const { run, say } = useDesk();
  const { id, version, fileName, content, byteLength, sha256, url, keptAt, keptBy } = copy;
  const remove = async () => {
    const { ok } = await run({ name: 'removeCopy', input: { id, version } });
    if (ok) say('The archived copy is taken away. Undo brings it back.');
  };
  return (
    <li className={styles.copy}>
      <a href={`/api/archive/${id}`} download dir="auto">
        {fileName}
      </a>
      <span className={styles.soft}>
        {CONTENT_LABELS[content]}, {figure(Math.ceil(byteLength / 1024))} kB
        {url !== null && (
          <>
            , from <bdi>{url}</bdi>
          </>
        )}
        , kept by <bdi>{keptBy.name}</bdi>, <LocalTime at={keptAt} />
      </span>
      <Fingerprint of="the copy" sha256={sha256} />
      <span className={styles.acts}>
        <Button
          look="quiet"
          aria-label={`Take the archived copy ${fileName} away`}
          onClick={() => void remove()}
        >
          Take the copy away
        </Button>
      </span>
    </li>
  );
}

type From = { readonly file: string } | { readonly url: string };

/** Sends a file, or has a page fetched; `busy` says what is under way. */
function useKeeping(evidence: string) {
  const { say } = useDesk();
  const [busy, setBusy] = useState<string | null>(null);
  const keep = async (from: From, file: File | null) => {
    setBusy(file === null ? 'Fetching the page…' : `Keeping ${file.name}…`);
    try {
      const query = new URLSearchParams({ evidence, ...from });
      const response = await fetch(`/api/archive?${query}`, { method: 'POST', body: file });
      const { message } = (await response.json()) as { readonly message?: string };
      say(response.ok ? 'An archived copy is kept.' : (message ?? 'Nothing was kept.'));
    } catch {
      say('The desk cannot be reached, so nothing was kept: try again.');
    }
    setBusy(null);
  };
  return { busy, keep };
}
