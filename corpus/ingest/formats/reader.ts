import type { IngestOutcome } from '../model';

/** What a reader is told beside the bytes. */
export interface FileFacts {
  /** The file's own name, for its ending and for messages. */
  readonly name: string;
  /** The address it was fetched from; null for a file. */
  readonly url: string | null;
  /** The type and charset that a server or mail declared: "text/html; charset=iso-8859-1". */
  readonly contentType: string | null;
}

/**
 * One format: knows its own files, and reads them into articles. `read` never throws for any
 * bytes: what cannot be read is refused with one sentence that says what is wrong and what to do.
 */
export interface FormatReader {
  /** As a person says it: "HTML", "Word (DOCX)". */
  readonly format: string;
  /** Looks at the first bytes and the name alone. */
  recognises(bytes: Uint8Array, facts: FileFacts): boolean;
  read(bytes: Uint8Array, facts: FileFacts): Promise<IngestOutcome>;
}
