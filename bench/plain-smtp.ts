import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

// What Baton's listener stands on, taking mail in and throwing it away: a process of its own, killed by its parent.
const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  hideSTARTTLS: true,
  disableReverseLookup: true,
  logger: false,
  onData: (stream, _session, done) => {
    stream.resume();
    stream.on('end', () => done());
  },
});
server.listen(0, '127.0.0.1', () =>
  process.stdout.write(`${(server.server.address() as AddressInfo).port}\n`),
);
