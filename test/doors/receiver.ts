import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A real mail server that takes what is handed to it, until it is told to do otherwise. */
export type Receiver = {
  readonly url: string;
  readonly taken: ParsedMail[];
  /** Refuses these addresses at RCPT with 550. */
  readonly refuses: Set<string>;
  /** Takes the bytes and drops the line before it answers, this many times. */
  drops: number;
  /** Answers 451 at RCPT, this many times. */
  later: number;
  close(): Promise<void>;
};

export async function openReceiver(): Promise<Receiver> {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo({ address }, _session, done) {
      if (receiver.later > 0) {
        receiver.later -= 1;
        done(Object.assign(new Error('4.7.1 try again later'), { responseCode: 451 }));
      } else if (receiver.refuses.has(address))
        done(Object.assign(new Error('5.1.1 no such user'), { responseCode: 550 }));
      else done();
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        receiver.taken.push(await simpleParser(Buffer.concat(chunks)));
        if (receiver.drops > 0) {
          receiver.drops -= 1;
          for (const connection of server.connections) {
            if ((connection as { id?: string }).id === session.id)
              (connection as { _socket: { destroy(): void } })._socket.destroy();
          }
          return;
        }
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  const receiver: Receiver = {
    url: `smtp://127.0.0.1:${port}`,
    taken: [],
    refuses: new Set(),
    drops: 0,
    later: 0,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return receiver;
}
