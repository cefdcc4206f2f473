import { hostname } from 'node:os';
import type { Logger } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { type Access, openAccess } from '#access/access.js';
import { findKeys, freshWorkspace, type Keys } from '#access/key-file.js';
import { perform, type Room } from '#actions/perform.js';
import { addColleague } from '#actions/settings/colleague.js';
import type { Config } from '#config.js';
import { holdsDatabase } from '#database/embedded/folders.js';
import { type Ground, openGround } from '#database/ground.js';
import { readOne } from '#database/workspace.js';
import { Fault } from '#domain/fault.js';
import { mintId } from '#domain/id.js';
import { isRefusal } from '#domain/refusal.js';
import type { Subject } from '#domain/subject.js';
import { readMail } from '#reading/mail/read-mail.js';
import { opensWith, SAMPLE, type Sampled } from '#record/arrivals/fetch.js';
import { type Signer, signerFrom } from '#record/note.js';
import { freshSalt } from '#record/salt.js';
import { decodeMail } from '#sources/mail/decode.js';
import { Memory } from '#views/memory.js';
import { type InForce, outgoingInForce } from '#worker/outgoing.js';
import type { Reader } from '#worker/read.js';
import { mailSignInLink } from '#worker/sign-in-link.js';

/** What every command stands on: the database, the record's one writer, and who may come in. */
export type Core = {
  readonly config: Config;
  readonly keys: Keys;
  readonly ground: Ground;
  readonly room: Room;
  readonly access: Access;
  readonly reader: Reader;
  readonly signer: Signer;
  /** The server that mail goes out through now. */
  readonly outgoing: () => Promise<InForce | null>;
  readonly url: string;
  /** Names under which this machine takes mail. */
  readonly hostNames: readonly string[];
  /** Set by whoever wants to hear of commits: the worker and the notices. */
  onCommit: (subjects: readonly Subject[], errands: number) => void;
  close(): Promise<void>;
};

type Opening = {
  readonly config: Config;
  readonly log: Logger;
  /** A server takes the folder for itself; a command joins the server that runs on it. */
  readonly beside: 'refuse' | 'join';
  /** The port that pages are served at, where it is known before BATON_URL is set. */
  readonly port: number;
  /** Whether an empty home or database becomes a Baton's; a command that only looks makes nothing. */
  readonly mayMake?: boolean;
  readonly now?: () => string;
};

/** Opens the database, checks that row level security binds, and wires what every command needs. */
export async function openCore({ config, log, beside, port, mayMake = true, now }: Opening): Promise<Core> {
  if (!mayMake && config.database.url === null && !holdsDatabase(config.home)) throw nothingYet(config.home);
  const keys = findKeys(config.home, config.key, mayMake);
  if (isRefusal(keys)) throw new Fault(keys.refused, keys.because, { retry: 'never' });
  const { url: databaseUrl, directUrl, appUrl, authUrl, reduced } = config.database;
  const ground = await openGround({
    home: config.home,
    databaseUrl,
    directUrl,
    appUrl,
    authUrl,
    reduced,
    secret: keys.database,
    log,
    beside,
  });
  try {
    return await wire({
      config,
      log,
      keys,
      ground,
      url: config.url ?? webAddress(ground.server.joined) ?? `http://localhost:${port}`,
      port,
      mayMake,
      now,
    });
  } catch (error) {
    await ground.close();
    throw error;
  }
}

function nothingYet(home: string): Fault {
  const because = `Nothing is kept in ${home} yet, so there is nothing to look at. Start Baton there, or restore a backup.`;
  return new Fault('home.empty', because, { retry: 'never' });
}

// A command beside a server writes links that lead to that server, whatever port it took.
function webAddress(announced: string | null): string | null {
  return announced !== null && URL.canParse(announced) ? announced : null;
}

type Wiring = {
  readonly config: Config;
  readonly log: Logger;
  readonly keys: Keys;
  readonly ground: Ground;
  readonly url: string;
  readonly port: number;
  readonly mayMake: boolean;
  readonly now: (() => string) | undefined;
};

async function wire({ config, log, keys, ground, url, port, mayMake, now }: Wiring): Promise<Core> {
  const outgoing = () => outgoingInForce(room, config.outgoing);
  const hostNames = [...new Set([new URL(url).hostname, hostname(), 'localhost'])];
  const access = openAccess({
    pool: ground.auth,
    secret: keys.access,
    baseUrl: url,
    origins: [`http://localhost:${port}`, `http://127.0.0.1:${port}`],
    hostNames,
    sendLink: (email, link) => mailSignInLink(room, outgoing, email, link),
    onFirstAdmin: (admin) => recordFirstAdmin(room, admin),
    now: () => Temporal.Now.instant(),
    mint: mintId,
    log,
  });
  const standing = (await access.workspaces())[0];
  if (standing === undefined && !mayMake) throw nothingYet(config.home);
  const workspace = standing ?? (await access.firstWorkspace(freshWorkspace()));
  await mustOpen(ground, workspace, keys);
  const core = {
    config,
    keys,
    ground,
    access,
    url,
    hostNames,
    reader: { decode: decodeMail, read: readMail },
    outgoing,
    signer: signerFrom(`baton.${workspace}`, keys.signerSeed),
    onCommit: (_subjects: readonly Subject[], _errands: number) => undefined as undefined,
    close: () => ground.close(),
  };
  const room: Room = {
    pool: ground.app,
    workspace,
    wrap: keys.wrap,
    memory: new Memory(),
    mint: mintId,
    salt: freshSalt,
    now: now ?? (() => Temporal.Now.instant().toString({ smallestUnit: 'millisecond' })),
    committed: (subjects, errands) => core.onCommit(subjects, errands),
  };
  return Object.assign(core, { room });
}

// Serving with another key would keep new mail under it and open none of the old.
async function mustOpen(ground: Ground, workspace: string, keys: Keys): Promise<void> {
  const rows = await readOne<Sampled>(ground.app, workspace, {
    name: 'sample_arrivals',
    text: SAMPLE,
    values: [],
  });
  if (opensWith(rows, keys.wrap)) return;
  const because =
    'This key does not open what is kept here. Put the right key file back, or set the right BATON_KEY; nothing was changed.';
  throw new Fault('key.other', because, { retry: 'never' });
}

// The entry comes first: nobody signs in whom the record does not know. Repeated, it finds the colleague there.
async function recordFirstAdmin(
  room: Room,
  admin: { person: `person_${string}`; name: string; email: string },
): Promise<void> {
  const asked = {
    person: admin.person,
    name: admin.name,
    email: admin.email,
    role: 'admin' as const,
    title: null,
  };
  const operation = `first admin ${admin.person}`;
  const done = await perform(room, {
    action: addColleague,
    asked,
    actor: admin.person,
    operation,
    body: asked,
  });
  if (isRefusal(done) && done.refused !== 'colleague.known') {
    throw new Fault(done.refused, done.because, { retry: 'never' });
  }
}
