import type { Socket } from 'node:net';
import type { Answer } from '#connections/smtp/answer.js';

/** What a connection is about: talking, sending a mail, or waiting while its mail is being kept. */
export type Doing = 'talking' | 'sending' | 'being-kept';

export type Guest = {
  readonly id: string;
  doing: Doing;
  /** Milliseconds of the monotonic clock: when it connected, or when its last mail was done. */
  since: number;
  refusedRecipients: number;
  /** Called when the guest leaves or is dismissed, before anything else is asked of the memory it held. */
  whenGone: () => void;
  /** Says why and hangs up; what was said is flushed, then the socket is gone. */
  dismiss(answer: Answer): void;
};

/** Says the answer on that connection, and lets the socket go once it was flushed. */
export type HangUp = (id: string, socket: Socket, answer: Answer) => void;

/**
 * Everybody who is connected, the one who has gone longest without handing in a mail first. A crowd of slow
 * clients cannot shut the door: when there are too many, that first one leaves and the new one stays.
 */
export class Crowd {
  readonly #guests = new Map<string, Guest>();
  readonly #most: number;
  readonly #hangUp: HangUp;

  constructor(most: number, hangUp: HangUp) {
    this.#most = most;
    this.#hangUp = hangUp;
  }

  enter(id: string, socket: Socket, tooMany: Answer): Guest {
    const guest: Guest = {
      id,
      doing: 'talking',
      since: performance.now(),
      refusedRecipients: 0,
      whenGone() {},
      dismiss: (answer) => {
        this.#guests.delete(id);
        guest.whenGone();
        this.#hangUp(id, socket, answer);
      },
    };
    socket.once('close', () => {
      this.#guests.delete(id);
      guest.whenGone();
    });
    this.#guests.set(id, guest);
    if (this.#guests.size > this.#most) this.dismissSlowest(tooMany);
    return guest;
  }

  find(id: string): Guest | undefined {
    return this.#guests.get(id);
  }

  /** The mail is done: the guest is as welcome again as somebody who has just come. */
  handedIn(guest: Guest): void {
    guest.doing = 'talking';
    guest.since = performance.now();
    if (this.#guests.delete(guest.id)) this.#guests.set(guest.id, guest);
  }

  /** Lets the slowest leave, of those who are sending where that is asked. False where there is none. */
  dismissSlowest(answer: Answer, only: Doing | null = null, spare: Guest | null = null): boolean {
    for (const guest of this.#guests.values()) {
      if (guest.doing === 'being-kept' || guest === spare) continue;
      if (only !== null && guest.doing !== only) continue;
      guest.dismiss(answer);
      return true;
    }
    return false;
  }

  /** Everybody who came, or last handed in a mail, before that moment and is not waiting for us. */
  dismissOlderThan(moment: number, answer: Answer): void {
    for (const guest of [...this.#guests.values()]) {
      if (guest.since >= moment) return;
      if (guest.doing !== 'being-kept') guest.dismiss(answer);
    }
  }

  dismissTalking(answer: Answer): void {
    for (const guest of [...this.#guests.values()]) if (guest.doing === 'talking') guest.dismiss(answer);
  }

  dismissAll(answer: Answer): void {
    for (const guest of [...this.#guests.values()]) guest.dismiss(answer);
  }
}
