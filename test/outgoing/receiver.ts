import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export type Received = {
  readonly from: string;
  readonly to: readonly string[];
  readonly bytes: Buffer;
  readonly user: string | null;
};

/** A real mail server on this machine that keeps what it takes. It has a certificate that nobody signed. */
export async function openReceiver(options: SMTPServerOptions = {}, host = '127.0.0.1') {
  const mails: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, { envelope, user }, taken) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        const to = envelope.rcptTo.map((each) => each.address);
        mails.push({ from, to, bytes: Buffer.concat(pieces), user: typeof user === 'string' ? user : null });
        taken();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  server.listen(0, host);
  await once(server.server, 'listening');
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    /** The text of a mail, with the line ends of quoted-printable taken out. */
    text: (mail: Received | undefined) =>
      (mail?.bytes.toString('utf8') ?? '').replaceAll('=\r\n', '').replaceAll('=3D', '='),
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}
