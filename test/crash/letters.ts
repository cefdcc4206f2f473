import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Dice } from './dice.js';

export type Letter = {
  readonly messageId: string;
  readonly bytes: Buffer;
  /** Of the bytes, lower-case hex. */
  readonly sha256: string;
};

const INTROS = fileURLToPath(new URL('../mails/intros/', import.meta.url));

/** Mails as they come to a partner manager: intros of many shapes, replies to them, and what is neither. */
export class Letters {
  readonly #dice: Dice;
  readonly #shapes = readdirSync(INTROS)
    .filter((name) => name.endsWith('.eml'))
    .sort()
    .map((name) => readFileSync(`${INTROS}${name}`));
  readonly #intros: string[] = [];
  #made = 0;

  constructor(dice: Dice) {
    this.#dice = dice;
  }

  next(): Letter {
    this.#made += 1;
    const id = `storm-${this.#made}-${this.#dice.between(1, 1e9)}@kestrel.example`;
    const kind = this.#dice.next();
    const bytes =
      kind < 0.35
        ? this.#shaped(id)
        : kind < 0.65
          ? this.#intro(id)
          : kind < 0.85 && this.#intros.length > 0
            ? this.#reply(id)
            : this.#news(id);
    return { messageId: id, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  }

  /** A whole mail of the collection, with a Message-ID of its own, so that it is another mail. */
  #shaped(id: string): Buffer {
    const text = this.#dice.pick(this.#shapes).toString('latin1').replace(/\r?\n/g, '\r\n');
    const own = text.replace(/^message-id:[^\r]*(\r\n[ \t][^\r]*)*/im, `Message-ID: <${id}>`);
    return Buffer.from(own.endsWith('\r\n') ? own : `${own}\r\n`, 'latin1');
  }

  #intro(id: string): Buffer {
    this.#intros.push(id);
    const site = this.#made;
    const body =
      `Dana, meet Joanna Reyes, who runs service operations at Halden Works ${site}. Their contract with the ` +
      `incumbent ends on 30 June, and they lose about ${site}0,000 EUR a year on double entry.\r\n\r\n` +
      'I have worked with her for six years. She expects a call this week.\r\n\r\nTheo\r\n';
    return written('Theo Brandt <theo@kestrel.example>', `Intro: Joanna at Halden ${site}`, id, null, body);
  }

  #reply(id: string): Buffer {
    const to = this.#dice.pick(this.#intros);
    const body = `Thanks, number ${this.#made}. Tuesday at ten works for me.\r\n\r\nJoanna\r\n`;
    return written('Joanna Reyes <joanna@halden.example>', 'Re: Intro: Joanna at Halden', id, to, body);
  }

  #news(id: string): Buffer {
    const body = `Issue ${this.#made} of our newsletter is out.\r\n.\r\n.. and lines that begin with a dot.\r\nUnsubscribe here.\r\n`;
    return written('News <news@bulletin.example>', `Partner weekly ${this.#made}`, id, null, body);
  }
}

function written(from: string, subject: string, id: string, answers: string | null, body: string): Buffer {
  const head = [
    `From: ${from}`,
    'To: Dana Whitfield <dana@northbeam.example>',
    `Subject: ${subject}`,
    `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${id}>`,
    ...(answers === null ? [] : [`In-Reply-To: <${answers}>`, `References: <${answers}>`]),
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`, 'utf8');
}
