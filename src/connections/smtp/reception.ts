import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import { Temporal } from 'temporal-polyfill';
import { ANSWERS, Answer, answerFailure, answerRefusal } from '#connections/smtp/answer.js';
import { readBody } from '#connections/smtp/body.js';
import type { Crowd } from '#connections/smtp/crowd.js';
import type { Recipient, SmtpDelivery } from '#connections/smtp/delivery.js';
import type { Limits } from '#connections/smtp/limits.js';
import type { Log } from '#connections/smtp/log.js';
import type { Memory } from '#connections/smtp/memory.js';
import type { Refusal } from '#domain/refusal.js';

/** What stands behind the door while it is open. */
export type Reception = {
  /** Null for every address that is not ours. */
  readonly recipient: (address: string) => Promise<Recipient | null>;
  /** Resolves after the commit: null, or the refusal that the client is told. Faults are thrown. */
  readonly deliver: (delivery: SmtpDelivery) => Promise<Refusal | null>;
  readonly maxBytes: number;
  readonly log: Log;
  /** The instant of arrival, ISO 8601 in UTC. */
  readonly now?: () => string;
  readonly limits: Limits;
  readonly crowd: Crowd;
  readonly memory: Memory;
  closing: boolean;
};

/** smtp-server keeps one session object for each connection; the accepted recipients stay beside it. */
const accepted = new WeakMap<SMTPServerSession, Map<string, Recipient>>();

/** A new transaction begins: what the one before was addressed to is forgotten. */
export function beginMail(session: SMTPServerSession): void {
  accepted.delete(session);
}

/** Null takes the recipient in; else the answer. */
export async function takeRecipient(
  reception: Reception,
  address: string,
  session: SMTPServerSession,
): Promise<Answer | null> {
  const { limits, crowd, log } = reception;
  if (session.envelope.rcptTo.length >= limits.recipientsPerMail) return ANSWERS.tooManyRecipients();
  try {
    const recipient = await reception.recipient(address);
    if (recipient !== null) {
      const known = accepted.get(session) ?? new Map<string, Recipient>();
      accepted.set(session, known.set(address, recipient));
      return null;
    }
  } catch (error) {
    log.error({ correlation: session.id, err: error }, 'A recipient could not be looked up.');
    return answerFailure(error, session.id);
  }
  const guest = crowd.find(session.id);
  if (guest === undefined) return ANSWERS.unknownRecipient();
  guest.refusedRecipients += 1;
  return guest.refusedRecipients > limits.refusedRecipients
    ? ANSWERS.tooManyRefused()
    : ANSWERS.unknownRecipient();
}

/** Reads, hands over, and waits for the commit. Null is the 250; else the answer. Never rejects. */
export async function takeMail(
  reception: Reception,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
): Promise<Answer | null> {
  const { crowd, limits, maxBytes, memory } = reception;
  const guest = crowd.find(session.id);
  if (guest === undefined) {
    stream.resume();
    return ANSWERS.closing();
  }
  guest.doing = 'sending';
  let impatience: NodeJS.Timeout | null = null;
  const body = await readBody({
    stream,
    maxBytes,
    memory,
    makeRoom: () => crowd.dismissSlowest(ANSWERS.makeRoom(), 'sending', guest),
    refused: (answer) => {
      impatience = setTimeout(() => guest.dismiss(answer), limits.refusedData);
    },
    whenGone: (call) => {
      guest.whenGone = call;
    },
  });
  if (impatience !== null) clearTimeout(impatience);
  if (body === null) return ANSWERS.closing();
  guest.doing = 'being-kept';
  const answer = body instanceof Answer ? body : await keep(reception, session, body.bytes);
  if (!(body instanceof Answer)) body.release();
  crowd.handedIn(guest);
  // The answer to this mail goes out first: smtp-server sends it in the same turn in which it gets it.
  if (reception.closing) setImmediate(() => guest.dismiss(ANSWERS.closing()));
  return answer;
}

async function keep(
  reception: Reception,
  session: SMTPServerSession,
  bytes: Uint8Array,
): Promise<Answer | null> {
  try {
    const refusal = await reception.deliver(deliveryOf(reception, session, bytes));
    return refusal === null ? null : answerRefusal(refusal);
  } catch (error) {
    reception.log.error({ correlation: session.id, err: error }, 'A mail was not kept; the sender was told.');
    return answerFailure(error, session.id);
  }
}

function deliveryOf(reception: Reception, session: SMTPServerSession, bytes: Uint8Array): SmtpDelivery {
  const { mailFrom, rcptTo } = session.envelope;
  const known = accepted.get(session) ?? new Map<string, Recipient>();
  return {
    bytes,
    envelope: {
      mailFrom: mailFrom === false || mailFrom.address === '' ? null : mailFrom.address,
      rcptTo: rcptTo.map(({ address }) => address),
      clientAddress: session.remoteAddress,
      helo: session.hostNameAppearsAs,
      encrypted: session.secure,
      utf8: 'smtpUtf8' in session.envelope && session.envelope.smtpUtf8 === true,
    },
    recipients: rcptTo.flatMap(({ address }) => {
      const recipient = known.get(address);
      return recipient === undefined ? [] : [{ address, ...recipient }];
    }),
    receivedAt: reception.now?.() ?? Temporal.Now.instant().toString(),
    correlation: session.id,
  };
}
