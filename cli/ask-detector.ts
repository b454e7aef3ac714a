import type { DetectorRequest } from '@/corpus/detect/external';
import { reasonOf } from './problems';

const MOST_BYTES = 20_000_000;

export type DetectorReply = { readonly answer: unknown } | { readonly refused: string };

/** Posts a text to a detector; every way in which that fails is one sentence. */
export async function askDetector(
  address: URL,
  request: DetectorRequest,
  timeoutMs: number,
): Promise<DetectorReply> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(request),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) return { refused: `The detector answered with status ${response.status}.` };
    const body = await readLimited(response);
    if (body === null) return { refused: 'The detector’s answer is larger than 20 MB.' };
    return { answer: JSON.parse(body) as unknown };
  } catch (error) {
    return { refused: sentenceOf(error, timeoutMs) };
  }
}

async function readLimited({ body }: Response): Promise<string | null> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > MOST_BYTES) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function sentenceOf(error: unknown, timeoutMs: number): string {
  if (error instanceof SyntaxError) return 'The detector’s answer is not JSON.';
  if (error instanceof Error && error.name === 'TimeoutError') {
    return `The detector did not answer within ${timeoutMs / 1000} seconds.`;
  }
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return `The detector could not be asked: ${reasonOf(cause)}.`;
}
