/** Bytes that come in portions, taken in whatever lengths a reader asks for. */
export class ByteQueue {
  private held: Uint8Array = new Uint8Array();
  private ended = false;

  constructor(private readonly portions: AsyncIterator<Uint8Array>) {}

  /** What is held, at least `length` bytes of it where so many are to come. */
  async peek(length: number): Promise<Uint8Array> {
    if (this.held.length >= length) return this.held;
    const parts = [this.held];
    let size = this.held.length;
    while (size < length && !this.ended) {
      const next = await this.next();
      if (next === null) break;
      parts.push(next);
      size += next.length;
    }
    if (parts.length > 1) this.held = Buffer.concat(parts, size);
    return this.held;
  }

  /** The next `length` bytes; null, and nothing taken, where fewer are to come. */
  async take(length: number): Promise<Uint8Array | null> {
    const held = await this.peek(length);
    if (held.length < length) return null;
    const taken = held.slice(0, length);
    this.held = held.subarray(length);
    return taken;
  }

  /** Passes over bytes without holding them; false where fewer are to come. */
  async skip(length: number): Promise<boolean> {
    let left = length;
    while (left > this.held.length) {
      left -= this.held.length;
      this.held = new Uint8Array();
      const next = await this.next();
      if (next === null) return false;
      this.held = next;
    }
    this.held = this.held.subarray(left);
    return true;
  }

  private async next(): Promise<Uint8Array | null> {
    const next = await this.portions.next();
    if (next.done !== true) return next.value;
    this.ended = true;
    return null;
  }
}
