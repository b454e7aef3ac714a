const DASH = /^(?:[—–―]|--+)$/;

/** Whether a token is a dash between words or clauses, however it is typed. */
export function isDash(lower: string): boolean {
  return DASH.test(lower);
}
