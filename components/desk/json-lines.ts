/** The lines of a response that streams one JSON value a line, as they come. */
export async function* jsonLines<Line>(response: Response): AsyncGenerator<Line> {
  const reader = response.body!.getReader();
  const decoder = new TextDecoder();
  let held = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const lines = (held + decoder.decode(value, { stream: true })).split('\n');
    held = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as Line;
  }
}
