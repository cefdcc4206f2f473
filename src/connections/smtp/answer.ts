import { Fault } from '#domain/fault.js';
import { isRefusal, type Refusal } from '#domain/refusal.js';

/** A negative answer as smtp-server takes it: the number and the sentence that the client is told. */
export class Answer extends Error {
  readonly responseCode: number;

  constructor(responseCode: number, sentence: string) {
    super(sentence);
    this.responseCode = responseCode;
  }
}

export const ANSWERS = {
  unknownRecipient: () =>
    new Answer(550, 'No mail for this address is taken in here, and nothing is passed on to other servers.'),
  tooManyRefused: () => new Answer(421, 'Too many addresses that are unknown here; closing.'),
  tooManyRecipients: () => new Answer(452, 'Too many recipients for one mail; send the rest as another.'),
  bareLineEnd: () =>
    new Answer(
      550,
      'This mail was refused: a line ends in a bare CR or LF instead of CRLF (RFC 5321 section 2.3.8), behind which a second mail can be hidden.',
    ),
  nul: () =>
    new Answer(550, 'This mail was refused: it holds a NUL byte (RFC 5321 section 4.5.2 forbids it).'),
  tooLarge: (maxBytes: number) =>
    new Answer(552, `This mail was refused: it is larger than the ${maxBytes} bytes that are taken in here.`),
  noMemory: () =>
    new Answer(452, 'Too many mails are arriving at once; this one is taken when it is sent again.'),
  makeRoom: () => new Answer(421, 'Too many connections, and this one was slow; please try again.'),
  tooSlow: () => new Answer(421, 'This connection took too long to hand in a mail; please try again.'),
  closing: () => new Answer(421, 'This server is being stopped; please try again soon.'),
} as const;

/** A rule of ours said no, for good. */
export function answerRefusal(refusal: Refusal): Answer {
  return new Answer(550, refusal.because);
}

/**
 * What a client is told when keeping failed. Anything but a fault that can never pass is a 4xx, so that the
 * sender keeps the mail; the cause goes to the log under the correlation and never to a stranger.
 */
export function answerFailure(failure: unknown, correlation: string): Answer {
  if (isRefusal(failure)) return answerRefusal(failure);
  const never = failure instanceof Fault && failure.retry === 'never';
  return never
    ? new Answer(
        554,
        `This mail cannot be kept here. Ask the people who run this server about ${correlation}.`,
      )
    : new Answer(451, `This mail was not kept just now; it is taken when it is sent again (${correlation}).`);
}
