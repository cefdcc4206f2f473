import { connect, type Socket } from 'node:net';

/**
 * Speaks SMTP by raw bytes, for the tests: a well-behaved library would correct what they need to send.
 * `say` sends and waits for the last line of the next answer, `heard` is everything the server said.
 */
export type RawClient = {
  readonly socket: Socket;
  say(bytes: string | Uint8Array): Promise<string>;
  answer(): Promise<string>;
  readonly heard: () => string;
  readonly closed: Promise<void>;
};

export function rawClient(port: number, host = '127.0.0.1'): RawClient {
  const socket = connect({ port, host });
  let text = '';
  let read = 0;
  let wake = () => {};
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.on('error', () => {});
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1');
    wake();
  });
  closed.then(() => wake());

  async function answer(): Promise<string> {
    for (;;) {
      const found = /^(?:\d{3}-.*\r\n)*\d{3}(?: .*)?\r\n/.exec(text.slice(read));
      if (found !== null) {
        read += found[0].length;
        return found[0].trimEnd();
      }
      if (socket.destroyed) return '';
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }

  return {
    socket,
    answer,
    say(bytes) {
      socket.write(bytes);
      return answer();
    },
    heard: () => text,
    closed,
  };
}

/** Goes as far as the 354, for one recipient. */
export async function toData(client: RawClient, recipient = 'intro@localhost'): Promise<void> {
  await client.answer();
  await client.say('EHLO partner.example\r\n');
  await client.say('MAIL FROM:<theo@cobaltridge.example>\r\n');
  await client.say(`RCPT TO:<${recipient}>\r\n`);
  await client.say('DATA\r\n');
}
