import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** What a line of the client is answered with; `drop` ends the line, `silence` leaves the client waiting. */
type Reply = string | 'drop' | 'silence';

type Script = {
  readonly greeting?: Reply;
  readonly offers?: readonly string[];
  /** By the first word of the command; a list is used up in order, the last one stays. */
  readonly replies?: Readonly<Record<string, Reply | readonly Reply[]>>;
  /** Once the final dot came. */
  readonly taken?: Reply;
  /** Ends the line after so many bytes of the mail. */
  readonly dropWithin?: number;
};

/** A mail server that says line for line what it is told to say, as broken as one can be. */
export async function scriptedServer(script: Script) {
  const heard: string[] = [];
  const mails: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    converse(socket, script, heard, mails);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    heard,
    mails,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function converse(socket: Socket, script: Script, heard: string[], mails: string[]): void {
  let rest = '';
  let mail: string | null = null;
  const used = new Map<string, number>();
  const answer = (reply: Reply) => {
    if (reply === 'drop') socket.destroy();
    else if (reply !== 'silence') socket.write(`${reply}\r\n`);
  };
  const replyTo = (verb: string): Reply => {
    const scripted = script.replies?.[verb];
    if (scripted === undefined) return USUAL(verb, script.offers ?? []);
    if (typeof scripted === 'string') return scripted;
    const place = used.get(verb) ?? 0;
    used.set(verb, place + 1);
    return scripted[Math.min(place, scripted.length - 1)] ?? 'drop';
  };
  answer(script.greeting ?? '220 mail.example ESMTP');
  socket.on('data', (bytes: Buffer) => {
    rest += bytes.toString('latin1');
    if (mail !== null) {
      mail += rest;
      rest = '';
      if (script.dropWithin !== undefined && mail.length > script.dropWithin) return socket.destroy();
      if (!mail.endsWith('\r\n.\r\n')) return undefined;
      mails.push(mail.slice(0, -3));
      mail = null;
      return answer(script.taken ?? '250 2.0.0 Ok: queued as 4bQ1');
    }
    for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
      const line = rest.slice(0, end);
      rest = rest.slice(end + 2);
      heard.push(line);
      const verb = line.split(/[ :]/, 1)[0]?.toUpperCase() ?? '';
      const reply = replyTo(verb);
      if (verb === 'DATA' && reply.startsWith('354')) mail = '';
      answer(reply);
    }
    return undefined;
  });
}

function USUAL(verb: string, offers: readonly string[]): Reply {
  switch (verb) {
    case 'EHLO':
      return ['mail.example', ...offers]
        .map((line, place, all) => `250${place < all.length - 1 ? '-' : ' '}${line}`)
        .join('\r\n');
    case 'DATA':
      return '354 Go ahead';
    case 'AUTH':
      return '235 2.7.0 Authentication successful';
    case 'QUIT':
      return '221 2.0.0 Bye';
    case 'STARTTLS':
      return '502 5.5.1 Not here';
    default:
      return '250 2.1.0 Ok';
  }
}
