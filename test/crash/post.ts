import { setTimeout as pause } from 'node:timers/promises';
import { createTransport, type Transporter } from 'nodemailer';
import type { Dice } from './dice.js';
import type { Letter, Letters } from './letters.js';

/** A mail that was sent, and what its sender was told. */
export type Sent = Letter & {
  attempts: number;
  /** 250s, and 201s where it was handed in by the API. */
  acks: number;
  /** A 5xx, which no mail of ours deserves. */
  refused: string | null;
};

/**
 * Sends mails as a mail server would: what got no answer, or a 4xx, is sent again until it got its 250. One in
 * five is sent a second time on purpose. Stops after the mail in hand once `storm` is aborted.
 */
export class Post {
  readonly sent: Sent[] = [];
  readonly #letters: Letters;
  readonly #dice: Dice;
  readonly #transport: Transporter;

  constructor(letters: Letters, dice: Dice, port: number) {
    this.#letters = letters;
    this.#dice = dice;
    this.#transport = createTransport({
      pool: true,
      host: '127.0.0.1',
      port,
      maxConnections: 4,
      // Sending again is done here, where it is counted.
      maxRequeues: 0,
      ignoreTLS: true,
      connectionTimeout: 5_000,
      socketTimeout: 20_000,
    });
  }

  get acks(): number {
    return this.sent.reduce((all, each) => all + each.acks, 0);
  }

  take(): Sent {
    const sent: Sent = { ...this.#letters.next(), attempts: 0, acks: 0, refused: null };
    this.sent.push(sent);
    return sent;
  }

  async work(storm: AbortSignal, pauseMs: number): Promise<void> {
    while (!storm.aborted) {
      const mail = this.take();
      await this.#deliver(mail);
      if (this.#dice.chance(0.2)) await this.#deliver(mail);
      await pause(this.#dice.between(0, 2 * pauseMs));
    }
  }

  close(): void {
    this.#transport.close();
  }

  async #deliver(mail: Sent): Promise<void> {
    for (;;) {
      mail.attempts += 1;
      try {
        const envelope = { from: 'theo@kestrel.example', to: 'intro@localhost' };
        await this.#transport.sendMail({ envelope, raw: mail.bytes });
        mail.acks += 1;
        return;
      } catch (error) {
        const { responseCode, response } = error as { responseCode?: number; response?: string };
        if (responseCode !== undefined && responseCode >= 500) {
          mail.refused = response ?? String(responseCode);
          return;
        }
        await pause(this.#dice.between(20, 150));
      }
    }
  }
}
