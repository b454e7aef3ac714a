import { expect, test, vi } from 'vitest';
import { byteStream } from './byte-stream';

/** 100 texts of 70,000 characters, counting what was asked for and whether it was closed. */
function source() {
  const state = { made: 0, closed: false };
  function* texts(): Generator<string> {
    try {
      for (; state.made < 100; state.made++) yield '🚆'.repeat(35_000);
    } finally {
      state.closed = true;
    }
  }
  return { state, texts: texts() };
}

test('nothing is made before it is taken, but for one chunk', async () => {
  const { state, texts } = source();
  const reader = byteStream(texts).getReader();
  await reader.read();
  await new Promise((resolve) => setImmediate(resolve));
  expect(state.made).toBeLessThan(4);
  await reader.cancel();
  expect(state.closed).toBe(true);
});

test('the bytes are the texts in UTF-8', async () => {
  const response = new Response(byteStream(['a🚆', 'é', '']));
  expect(await response.text()).toBe('a🚆é');
});

test('an error of the source reaches the reader', async () => {
  function* broken(): Generator<string> {
    yield 'x'.repeat(70_000);
    throw new Error('torn');
  }
  await expect(new Response(byteStream(broken())).text()).rejects.toThrow('torn');
});

test('a reader that takes nothing is cut off, and the source closed', async () => {
  vi.useFakeTimers();
  try {
    const { state, texts } = source();
    const reader = byteStream(texts, 1000).getReader();
    await reader.read();
    await vi.advanceTimersByTimeAsync(1500);
    expect(state.closed).toBe(true);
    await expect(reader.read().then(() => reader.read())).rejects.toThrow('too long');
  } finally {
    vi.useRealTimers();
  }
});
