import { lookup } from 'node:dns/promises';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { Conversation, PATIENCE, type Patience } from '#connections/outgoing/conversation.js';
import { type OutgoingServer, serverWords } from '#connections/outgoing/server.js';
import { brokenWords, failed, handOver, type Submission } from '#connections/outgoing/submit.js';

/** The steps of a try, in order. Each later one stands on the one before. */
const TRIAL_STEPS = ['found', 'reached', 'encrypted', 'signed-in', 'taken'] as const;
type TrialStep = (typeof TRIAL_STEPS)[number];

/** How one step went: `not-needed` where the server was set without it, `not-tried` after one that failed. */
export type Tried = {
  readonly step: TrialStep;
  readonly went: 'yes' | 'no' | 'not-needed' | 'not-tried';
  readonly words: string;
  /** What the server itself said, where it did. */
  readonly said: string | null;
  /** Milliseconds, or null where nothing was done. */
  readonly took: number | null;
};

type Outcome = Pick<Tried, 'words'> & Partial<Pick<Tried, 'went' | 'said'>>;

/**
 * Tries a server out with one mail, and tells of each step as it ends. Never throws for what a server did. A
 * mail whose outcome is unknown counts as not taken, and its words say so.
 */
export async function tryOut(
  server: OutgoingServer,
  mail: Submission,
  tell: (tried: Tried) => void,
  patience: Patience = PATIENCE,
): Promise<readonly Tried[]> {
  const done: Tried[] = [];
  const take = async (step: TrialStep, run: () => Promise<Outcome>) => {
    const tried = done.some((each) => each.went === 'no') ? notTried(step) : await timed(step, run);
    done.push(tried);
    tell(tried);
  };
  let conversation: Conversation | null = null;
  const open = () => {
    conversation ??= new Conversation(server, patience);
    return conversation;
  };
  const broke = (error: unknown): Outcome => ({ went: 'no', ...brokenOutcome(server, error) });
  try {
    await take('found', () => find(server).catch(broke));
    await take('reached', () => reach(server, open()).catch(broke));
    await take('encrypted', () => encrypt(open()).catch(broke));
    await take('signed-in', () => signIn(server, open()).catch(broke));
    await take('taken', () => hand(server, open(), mail));
  } finally {
    // TypeScript does not see that `open` assigned it.
    (conversation as Conversation | null)?.close();
  }
  return done;
}

async function find({ host }: OutgoingServer): Promise<Outcome> {
  const addresses = await lookup(host, { all: true });
  const first = addresses[0]?.address ?? '';
  if (first === host) return { words: `${host} is an address` };
  const further = addresses.length - 1;
  return { words: `${host} is ${first}${further > 0 ? ` and ${further} more` : ''}` };
}

async function reach(server: OutgoingServer, conversation: Conversation): Promise<Outcome> {
  await conversation.reach();
  return { words: `Reached ${serverWords(server)}` };
}

async function encrypt(conversation: Conversation): Promise<Outcome> {
  await conversation.greet();
  const encrypted = conversation.encrypted;
  if (encrypted === null) return { went: 'not-needed', words: 'Not encrypted, as it is set' };
  const until =
    encrypted.validTo === null
      ? 'its certificate is not checked on this machine'
      : `certificate good until ${DAY.format(Date.parse(encrypted.validTo))}`;
  return { words: `Encrypted, ${encrypted.protocol.replace('TLSv', 'TLS ')}, ${until}` };
}

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

async function signIn({ user }: OutgoingServer, conversation: Conversation): Promise<Outcome> {
  if (user === null) return { went: 'not-needed', words: 'Nobody signs in: no user is set' };
  await conversation.signIn();
  return { words: `Signed in as ${user}` };
}

async function hand(server: OutgoingServer, conversation: Conversation, mail: Submission): Promise<Outcome> {
  const submitted = await handOver(conversation, mail).catch((error: SMTPConnection.SMTPError) =>
    failed(server, error, conversation.wasAllSent),
  );
  const { went, words: said } = submitted;
  if (went === 'taken') return { words: 'Taken', said };
  if (went === 'refused') return { went: 'no', words: 'Refused', said };
  if (went === 'later') return { went: 'no', words: 'Not now', said };
  const words = went === 'unknown' ? `Whether the server took it is not known. ${said}` : said;
  return { went: 'no', words };
}

function brokenOutcome(server: OutgoingServer, error: unknown): Pick<Tried, 'words' | 'said'> {
  return { words: brokenWords(server, error as SMTPConnection.SMTPError), said: null };
}

async function timed(step: TrialStep, run: () => Promise<Outcome>): Promise<Tried> {
  const began = performance.now();
  const { went = 'yes', words, said = null } = await run();
  const took = went === 'not-needed' ? null : Math.round(performance.now() - began);
  return { step, went, words, said, took };
}

function notTried(step: TrialStep): Tried {
  return { step, went: 'not-tried', words: NOT_TRIED[step], said: null, took: null };
}

const NOT_TRIED: Readonly<Record<TrialStep, string>> = {
  found: 'Its name was not looked up',
  reached: 'It was not reached',
  encrypted: 'Nothing was encrypted',
  'signed-in': 'Nobody signed in',
  taken: 'Nothing was sent',
};
