import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/**
 * One SMTP connection that sends mail after mail. Each command and each mail leaves in one piece and at once:
 * what nodemailer writes in several pieces waits 40 ms for a delayed acknowledgement of TCP, which is not what is
 * measured here.
 */
export class Sender {
  readonly #socket: Socket;
  #heard = '';
  #wake: () => void = () => undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (piece) => {
      this.#heard += piece.toString('latin1');
      this.#wake();
    });
    socket.on('close', () => this.#wake());
  }

  static async open(port: number): Promise<Sender> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    const sender = new Sender(socket);
    await sender.#answer('220');
    await sender.#say('EHLO kestrel.example', '250');
    return sender;
  }

  async send(mail: Buffer): Promise<void> {
    await this.#say('MAIL FROM:<theo@kestrel.example>', '250');
    await this.#say('RCPT TO:<intro@localhost>', '250');
    await this.#say('DATA', '354');
    const stuffed = mail.toString('latin1').replace(/^\./gm, '..');
    this.#socket.write(`${stuffed}.\r\n`, 'latin1');
    await this.#answer('250');
  }

  close(): void {
    this.#socket.destroy();
  }

  async #say(command: string, expected: string): Promise<void> {
    this.#socket.write(`${command}\r\n`);
    await this.#answer(expected);
  }

  async #answer(expected: string): Promise<void> {
    // The last line of an answer has a space behind its number (RFC 5321 section 4.2.1).
    for (;;) {
      const whole = /^(?:\d{3}-[^\n]*\n)*(\d{3}) [^\n]*\n/.exec(this.#heard);
      if (whole !== null) {
        this.#heard = this.#heard.slice(whole[0].length);
        if (whole[1] !== expected) throw new Error(`Expected ${expected}: ${whole[0].trim()}`);
        return;
      }
      if (this.#socket.destroyed) throw new Error('The connection was lost.');
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}
