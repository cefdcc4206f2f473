import { problemOf, reach } from '#web/door/ask.js';
import { Refused, Unreached } from '#web/door/refused.js';

/**
 * Asks the server to do something that takes a while and says how it goes, a line of JSON at a time. Throws
 * Refused with its problem, or Unreached, also where the line breaks on the way.
 */
export async function follow<Line>(path: string, hear: (line: Line) => void): Promise<void> {
  const headers = { 'Idempotency-Key': crypto.randomUUID() };
  const response = await reach(path, { method: 'POST', headers });
  if (!response.ok) throw new Refused(problemOf(response, await response.text()));
  try {
    for await (const line of linesOf(response)) hear(JSON.parse(line) as Line);
  } catch (cause) {
    throw new Unreached(cause);
  }
}

async function* linesOf(response: Response): AsyncGenerator<string> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  while (reader !== undefined) {
    const { done, value } = await reader.read();
    if (done) break;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    yield* lines.filter((line) => line !== '');
  }
}
