/** How long work goes on before other requests have their turn, in milliseconds. */
const TURN = 50;

/** Stops with the signal's reason when the client has gone away. */
export async function* inTurns<T>(items: Iterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  let turn = Date.now();
  for (const item of items) {
    yield item;
    if (Date.now() - turn < TURN) continue;
    await new Promise((resolve) => setImmediate(resolve));
    signal.throwIfAborted();
    turn = Date.now();
  }
}
