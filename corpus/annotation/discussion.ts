import type { Carried } from '../anchoring/carry';
import type { Span } from '../spans/span';

export interface DiscussionMessage {
  readonly id: string;
  /** A person of the desk, or the name as it stands in the file; "" where there is none. */
  readonly author: string;
  readonly isFromFile: boolean;
  /** ISO 8601; in the writer's own time where it came from a file. Null where the file says none. */
  readonly at: string | null;
  readonly body: string;
}

/** What people said of words of an article, beginning with a remark in the file it came from. */
export interface Discussion {
  readonly id: string;
  readonly version: number;
  readonly resolved: boolean;
  /** The words that it is about, as they stood last; "" where the file named none. */
  readonly words: string;
  /** What became of the words on the newest revision. */
  readonly outcome: Carried['outcome'];
  /** Where they stand on the newest revision, in the order of the text; none where they are gone. */
  readonly spans: readonly Span[];
  readonly messages: readonly DiscussionMessage[];
}
