/** How often something may be done: `most` times within `seconds`, counted from the first time. */
export interface Rate {
  readonly most: number;
  readonly seconds: number;
}

interface Count {
  times: number;
  readonly until: number;
}

/** More keys than this at once are somebody's attempt to fill the memory: the oldest are forgotten. */
const MOST_KEYS = 20_000;

/** Counts what each key did, in this process. */
export class Rates {
  private readonly counts = new Map<string, Count>();

  constructor(private readonly now: () => number = Date.now) {}

  /** Counts one time. Returns 0 where it is allowed, else the seconds until it is again. */
  take(key: string, { most, seconds }: Rate): number {
    const now = this.now();
    const known = this.counts.get(key);
    if (known === undefined || known.until <= now) {
      this.counts.delete(key);
      this.counts.set(key, { times: 1, until: now + seconds * 1000 });
      this.forget(now);
      return 0;
    }
    known.times++;
    return known.times <= most ? 0 : Math.ceil((known.until - now) / 1000);
  }

  clear(key: string): void {
    this.counts.delete(key);
  }

  private forget(now: number): void {
    for (const [key, { until }] of this.counts) {
      if (until > now && this.counts.size <= MOST_KEYS) return;
      this.counts.delete(key);
    }
  }
}

const shared = globalThis as { stetRates?: Rates };

/** The server's own counts. */
export function rates(): Rates {
  shared.stetRates ??= new Rates();
  return shared.stetRates;
}

/** Passwords and codes tried for one account, and links and passwords tried from one address. */
export const TRIES: Rate = { most: 10, seconds: 600 };
export const TRIES_FROM: Rate = { most: 50, seconds: 600 };

/** Requests of one person: far more than hands can make. */
export const REQUESTS: Rate = { most: 3000, seconds: 60 };

/** A refusal with the time to wait. */
export function tooMany(seconds: number): Response {
  const minutes = Math.ceil(seconds / 60);
  const wait = seconds < 60 ? `${seconds} seconds` : `${minutes} minute${minutes === 1 ? '' : 's'}`;
  const message = `Too many tries: wait ${wait} and try again.`;
  return Response.json({ message }, { status: 429, headers: { 'retry-after': String(seconds) } });
}

/**
 * Where a request came from, as far as is known. Without a proxy in front a sender can invent it:
 * so nothing rests on it alone.
 */
export function addressOf(headers: Headers): string {
  return headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? 'unknown';
}
