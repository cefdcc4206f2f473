import { domainToASCII } from 'node:url';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { Conversation, hasHighBytes, PATIENCE, type Patience } from '#connections/outgoing/conversation.js';
import { type OutgoingServer, serverWords } from '#connections/outgoing/server.js';
import { tlsWords } from '#connections/outgoing/tls-words.js';

/**
 * What became of handing a mail to the submission server, in the server's own words. `taken` may have refused
 * some of the recipients: they are named. `unknown` means that the mail was sent whole and no answer came.
 */
export type Submitted =
  | { readonly went: 'taken'; readonly words: string; readonly refused: readonly RefusedAddress[] }
  | { readonly went: 'refused'; readonly words: string; readonly refused: readonly RefusedAddress[] }
  | { readonly went: 'later'; readonly words: string; readonly refused: readonly RefusedAddress[] }
  | { readonly went: 'unknown'; readonly words: string; readonly refused: readonly [] }
  | { readonly went: 'not-reached'; readonly words: string; readonly refused: readonly [] };

/** Words begin with the server's code: 5 means never, 4 means later (RFC 5321 4.2.1). */
type RefusedAddress = { readonly address: string; readonly words: string };

export type Submission = {
  readonly from: string;
  readonly to: readonly string[];
  /** The mail as it goes, byte for byte: a second attempt hands over the very same. */
  readonly bytes: Uint8Array;
};

/** Hands one mail over and resolves with what is known. It never throws for what a server or a line did. */
export async function submit(
  server: OutgoingServer,
  mail: Submission,
  patience: Patience = PATIENCE,
): Promise<Submitted> {
  const conversation = new Conversation(server, patience);
  try {
    await conversation.reach();
    await conversation.greet();
    await conversation.signIn();
    return await handOver(conversation, mail);
  } catch (error) {
    return failed(server, error as SMTPConnection.SMTPError, conversation.wasAllSent);
  } finally {
    conversation.close();
  }
}

/** The last step, over a line that stands. Rejects with what the server said. */
export async function handOver(conversation: Conversation, mail: Submission): Promise<Submitted> {
  if (hasHighBytes(mail.bytes) && !conversation.takes('8BITMIME'))
    return refused('The server takes only seven-bit mail (no 8BITMIME), and this one has other bytes.');
  const inAscii = (address: string) => conversation.takes('SMTPUTF8') || isAscii(address);
  const from = asciiDomain(mail.from);
  if (!inAscii(from)) return refused(`The server takes no address such as ${mail.from} (no SMTPUTF8).`);
  const named = mail.to.map((address) => ({ address, said: asciiDomain(address) }));
  const untakable = named
    .filter(({ said }) => !inAscii(said))
    .map(({ address }) => ({ address, words: 'The server takes no such address (no SMTPUTF8).' }));
  const takable = named.filter(({ said }) => inAscii(said));
  if (takable.length === 0)
    return refused('The server takes none of these addresses (no SMTPUTF8).', untakable);
  const own = (said: string) => takable.find((each) => each.said === said)?.address ?? said;
  const to = takable.map(({ said }) => said);
  const handed = await conversation.hand({ from, to }, mail.bytes);
  const rejected = (handed.rejectedErrors ?? []).map((error) => refusedBy(error, own));
  return { went: 'taken', words: oneLine(handed.response), refused: [...untakable, ...rejected] };
}

/** What a step that was rejected means for the mail. */
export function failed(
  server: OutgoingServer,
  error: SMTPConnection.SMTPError,
  wasAllSent: boolean,
): Submitted {
  const isAnswer = ABOUT_THE_MAIL.has(error.command ?? '') && error.responseCode !== undefined;
  if (isAnswer && !SIGN_IN_FIRST.has(error.responseCode ?? 0)) {
    const went = (error.responseCode ?? 0) >= 500 ? 'refused' : 'later';
    const rejected = (error.rejectedErrors ?? []).map((each) => refusedBy(each, (said) => said));
    return { went, words: oneLine(error.response ?? error.message), refused: rejected };
  }
  if (error.response === undefined && OWN_CHECKS.has(error.code ?? ''))
    return refused(oneLine(error.message));
  const words = brokenWords(server, error);
  return { went: wasAllSent ? 'unknown' : 'not-reached', words, refused: [] };
}

/** Why the line, its encryption or the sign-in failed, for people. */
export function brokenWords(server: OutgoingServer, error: SMTPConnection.SMTPError): string {
  const where = serverWords(server);
  const unsafe = tlsWords(server.host, error.message);
  if (unsafe !== null) return unsafe;
  const said = error.response === undefined ? null : oneLine(error.response);
  if (error.code === 'EAUTH')
    return said === null
      ? `${where} lets nobody sign in the way that Baton can.`
      : `${where} did not let ${server.user ?? 'Baton'} sign in: ${said}`;
  if (SIGN_IN_FIRST.has(error.responseCode ?? 0)) return `${where} wants a user and a password: ${said}`;
  if (said !== null) return `${where} said: ${said}`;
  return LINE[(error as { readonly code?: string }).code ?? '']?.(where) ?? plainWords(where, error.message);
}

// nodemailer writes its own code over that of the line, so the words of the system are what tells.
function plainWords(where: string, message: string): string {
  const known = Object.entries(LINE).find(([code]) => message.includes(code));
  if (known !== undefined) return known[1](where);
  if (/greeting never received/i.test(message)) return `${where} did not greet: it may be no mail server.`;
  if (/^timeout$/i.test(message)) return `${where} stopped answering.`;
  if (/closed/i.test(message)) return `${where} closed the line.`;
  return `${where}: ${oneLine(message)}`;
}

const LINE: Readonly<Record<string, (where: string) => string>> = {
  ENOTFOUND: (where) => `No address is known for ${where.replace(/:\d+$/, '')}.`,
  EAI_AGAIN: (where) => `The name of ${where.replace(/:\d+$/, '')} could not be looked up. Try again later.`,
  ECONNREFUSED: (where) => `Nothing listens at ${where}.`,
  EHOSTUNREACH: (where) => `There is no way to ${where} from here.`,
  ENETUNREACH: (where) => `There is no way to ${where} from here.`,
  ETIMEDOUT: (where) => `${where} did not answer in time.`,
  ECONNRESET: (where) => `${where} broke the line off.`,
  EPIPE: (where) => `${where} broke the line off.`,
};

/** What nodemailer finds wrong with a mail before it says anything to the server. */
const OWN_CHECKS: ReadonlySet<string> = new Set(['EMESSAGE', 'EENVELOPE']);
const ABOUT_THE_MAIL: ReadonlySet<string> = new Set(['MAIL FROM', 'RCPT TO', 'DATA']);
// RFC 4954: the server wants a sign-in first. That says nothing of this mail, and an admin can mend it.
const SIGN_IN_FIRST: ReadonlySet<number> = new Set([530, 534, 535, 538]);

function refused(words: string, addresses: readonly RefusedAddress[] = []): Submitted {
  return { went: 'refused', words, refused: addresses };
}

type Rejected = SMTPConnection.SMTPError & { readonly recipient?: string | undefined };

function refusedBy(error: Rejected, own: (said: string) => string): RefusedAddress {
  return { address: own(error.recipient ?? ''), words: oneLine(error.response ?? error.message) };
}

// A domain has an ASCII form (RFC 5890) that every server takes; the part before the @ has none.
function asciiDomain(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = domainToASCII(address.slice(at + 1));
  return domain === '' ? address : `${address.slice(0, at)}@${domain}`;
}

function isAscii(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what is meant.
  return /^[\x00-\x7f]*$/.test(text);
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
