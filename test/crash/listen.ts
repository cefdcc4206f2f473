/** A page that hears of changes: server-sent events, as a browser reads them. */
export type Listening = {
  /** Resolves with the milliseconds since `from` (of performance.now) once this chain was named. */
  heard(subject: string, from: number): Promise<number>;
  close(): void;
};

export async function listen(url: string, key: string): Promise<Listening> {
  const over = new AbortController();
  const answer = await fetch(`${url}/api/v1/events`, {
    headers: { authorization: `Bearer ${key}` },
    signal: over.signal,
  });
  if (answer.status !== 200 || answer.body === null) throw new Error(`No events: ${answer.status}`);
  const named = new Map<string, number>();
  const waiting = new Map<string, (at: number) => void>();
  const open = opening();
  void read(answer.body, (event, data) => {
    if (event === 'open') open.resolve();
    if (event !== 'changed') return;
    for (const subject of (JSON.parse(data) as { subjects: string[] }).subjects) {
      named.set(subject, performance.now());
      waiting.get(subject)?.(performance.now());
    }
  }).catch(() => undefined);
  await open.promise;
  return {
    heard: async (subject, from) => {
      const before = named.get(subject);
      if (before !== undefined && before >= from) return before - from;
      return new Promise((resolve) => waiting.set(subject, (at) => resolve(at - from)));
    },
    close: () => over.abort(),
  };
}

function opening(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

async function read(
  body: ReadableStream<Uint8Array>,
  hear: (event: string, data: string) => void,
): Promise<void> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(piece, { stream: true });
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const lines = text.slice(0, end).split('\n');
      const field = (name: string) =>
        lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? '';
      hear(field('event'), field('data'));
      text = text.slice(end + 2);
    }
  }
}
