import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import type { Logger } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { type Access, openAccess } from '#access/access.js';
import { findKeys, freshWorkspace, type Keys } from '#access/key-file.js';
import { perform, type Room } from '#actions/perform.js';
import { addColleague } from '#actions/settings/colleague.js';
import { sayTime } from '#clocks/say.js';
import type { Config } from '#config.js';
import { sendPlain } from '#connections/outgoing/sender.js';
import { type Listener, openListener } from '#connections/smtp/listener.js';
import { type Ground, openGround } from '#database/ground.js';
import { type Notices, openNotices } from '#database/notice.js';
import { openQueue } from '#database/queue.js';
import { mustBind } from '#database/self-check.js';
import { Fault } from '#domain/fault.js';
import { mintId } from '#domain/id.js';
import { isRefusal } from '#domain/refusal.js';
import type { Subject } from '#domain/subject.js';
import { linkMail } from '#outputs/sign-in/link-mail.js';
import { readMail } from '#reading/mail/read-mail.js';
import { type Signer, signerFrom } from '#record/note.js';
import { SALT_BYTES } from '#record/seal.js';
import type { Desk } from '#server/desk.js';
import { readyChecks } from '#server/ready.js';
import { openDoors } from '#server/serve.js';
import { readFile } from '#sources/file.js';
import { closeMailDecoder, decodeMail } from '#sources/mail/decode.js';
import { fingerprint } from '#sources/mail/fingerprint.js';
import { headBlock } from '#sources/mail/head-block.js';
import { readHead } from '#sources/mail/read-head.js';
import { deliverTo } from '#sources/smtp.js';
import { Memory } from '#views/memory.js';
import { type FirstLook, keepIncoming } from '#worker/keep.js';
import type { Reader } from '#worker/read.js';
import { PLANS, startWorker, type Worker } from '#worker/run.js';

// What large providers accept in one mail.
const MOST_MAIL = 26_214_400;

/** What every command stands on: the database, the record's one writer, and who may come in. */
export type Core = {
  readonly config: Config;
  readonly keys: Keys;
  readonly ground: Ground;
  readonly room: Room;
  readonly access: Access;
  readonly reader: Reader;
  readonly signer: Signer;
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
  readonly now?: () => string;
};

/** Opens the database, checks that row level security binds, and wires what every command needs. */
export async function openCore({ config, log, beside, port, now }: Opening): Promise<Core> {
  const keys = findKeys(config.home, config.key, true);
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
    const weaknesses = await mustBind(ground.app, ground.auth, ground.mode);
    for (const each of weaknesses) log.warn({ code: each.code }, each.because);
    return await wire({
      config,
      log,
      keys,
      ground,
      url: config.url ?? `http://localhost:${port}`,
      port,
      now,
    });
  } catch (error) {
    await ground.close();
    throw error;
  }
}

type Wiring = {
  readonly config: Config;
  readonly log: Logger;
  readonly keys: Keys;
  readonly ground: Ground;
  readonly url: string;
  readonly port: number;
  readonly now: (() => string) | undefined;
};

async function wire({ config, log, keys, ground, url, port, now }: Wiring): Promise<Core> {
  const hostNames = [...new Set([new URL(url).hostname, hostname(), 'localhost'])];
  const access = openAccess({
    pool: ground.auth,
    secret: keys.access,
    baseUrl: url,
    origins: [`http://localhost:${port}`, `http://127.0.0.1:${port}`],
    hostNames,
    sendLink: async (email, link) => {
      if (config.outgoing !== null) await sendPlain(config.outgoing, linkMail(email, link));
    },
    onFirstAdmin: (admin) => recordFirstAdmin(room, admin),
    now: () => Temporal.Now.instant(),
    mint: mintId,
    log,
  });
  const workspace = (await access.workspaces())[0] ?? (await firstWorkspace(access));
  const core = {
    config,
    keys,
    ground,
    access,
    url,
    hostNames,
    reader: { decode: decodeMail, read: readMail },
    signer: signerFrom(`baton.${workspace}`, keys.signerSeed),
    onCommit: (_subjects: readonly Subject[], _errands: number) => undefined as void,
    close: () => ground.close(),
  };
  const room: Room = {
    pool: ground.app,
    workspace,
    wrap: keys.wrap,
    memory: new Memory(),
    mint: mintId,
    salt: () => randomBytes(SALT_BYTES),
    now: now ?? (() => Temporal.Now.instant().toString({ smallestUnit: 'millisecond' })),
    committed: (subjects, errands) => core.onCommit(subjects, errands),
  };
  return Object.assign(core, { room });
}

async function firstWorkspace(access: Access): Promise<string> {
  await access.addWorkspace(freshWorkspace());
  const made = (await access.workspaces())[0];
  if (made === undefined)
    throw new Fault('workspace.missing', 'The workspace could not be made.', { retry: 'never' });
  return made;
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

/** A running Baton: what `baton start` prints, and how it ends. */
export type Baton = {
  readonly core: Core;
  readonly url: string;
  readonly web: number | null;
  readonly smtp: number | null;
  readonly firstAdminLink: string | null;
  /** Stops taking in, finishes what runs, and gives everything back. */
  close(): Promise<void>;
};

/** Starts what BATON_ROLES names: the pages, the worker, the mail listener. Rejects with a Fault that says why not. */
export async function startBaton(config: Config, log: Logger, now?: () => string): Promise<Baton> {
  const roles = new Set(config.roles);
  const web = roles.has('web') ? await openPort(config.web) : null;
  const closing: (() => Promise<void>)[] = [];
  const closeAll = async () => {
    for (const close of closing.reverse())
      await close().catch((error: unknown) => log.error({ name: nameOf(error) }, 'Something did not close.'));
  };
  try {
    const core = await openCore({
      config,
      log,
      beside: 'refuse',
      port: web?.port ?? config.web.port,
      ...(now ? { now } : {}),
    });
    closing.push(core.close, closeMailDecoder);
    const notices = openNotices({ app: core.ground.app, listen: core.ground.listen, log });
    closing.push(() => notices.close());
    const worker = roles.has('worker') ? await beginWork(core, log) : null;
    if (worker !== null) closing.push(() => worker.stop());
    core.onCommit = (subjects, errands) => {
      for (const subject of subjects) notices.tell({ workspace: core.room.workspace, subject });
      if (errands > 0) worker?.wake();
    };
    notices.hear(() => worker?.wake());
    const listener = roles.has('smtp') ? await openMail(core, log) : null;
    if (listener !== null) closing.push(() => listener.close());
    if (web !== null) {
      const screens = fileURLToPath(new URL('../dist/web', import.meta.url));
      const doors = openDoors(
        deskFor(core, notices, log, listener?.port ?? null, existsSync(screens) ? screens : null),
      );
      web.open(doors.app.fetch);
      closing.push(() => web.close());
    }
    await core.ground.announce(web === null ? 'no pages' : core.url);
    const firstAdminLink = await core.access.firstAdminLink(core.room.workspace);
    return {
      core,
      url: core.url,
      web: web?.port ?? null,
      smtp: listener?.port ?? null,
      firstAdminLink,
      close: closeAll,
    };
  } catch (error) {
    await closeAll();
    await web?.close();
    throw error;
  }
}

async function beginWork(core: Core, log: Logger): Promise<Worker> {
  const { room, reader, access, signer } = core;
  const queue = await openQueue(core.ground.app, PLANS, log);
  return startWorker({ room, reader, access, queue, signer, log });
}

async function openMail(core: Core, log: Logger): Promise<Listener> {
  const { room, access, config, hostNames } = core;
  const deliver = deliverTo(async (_workspace, incoming) => {
    const to = incoming.envelope?.rcptTo[0] ?? 'intro@';
    const asking = { actor: 'baton' as const, how: `To ${to}, by mail`, operation: room.mint('operation') };
    return keepIncoming(room, incoming, lookAt(incoming.bytes), asking);
  });
  const listening = {
    port: config.smtp.port,
    host: config.smtp.bind,
    hostNames,
    maxBytes: MOST_MAIL,
    tls: null,
    log,
  };
  try {
    return await openListener({ ...listening, recipient: access.recipientOf, deliver });
  } catch (cause) {
    throw portTaken('BATON_SMTP_PORT', config.smtp.port, cause);
  }
}

function deskFor(
  core: Core,
  notices: Notices,
  log: Logger,
  smtp: number | null,
  screens: string | null,
): Desk {
  const { room, ground, access, reader, config, url } = core;
  const since = sayTime(Temporal.Now.instant(), Temporal.Now.timeZoneId());
  const mailHost = new URL(url).hostname;
  return {
    room,
    ground,
    access,
    reader,
    notices,
    log,
    open: (file) => {
      const read = readFile(file);
      return isRefusal(read) ? read : read.map((each) => each.incoming);
    },
    look: lookAt,
    place: {
      url,
      isUrlSet: config.url !== null,
      introAddresses: [...new Set([`intro@${mailHost}`, 'intro@localhost'])],
      listening:
        smtp === null ? 'This server takes no mail in.' : `Listening on port ${smtp} since ${since}.`,
      outgoing:
        config.outgoing === null
          ? {
              set: false,
              words: 'No outgoing server. Links and invitations are shown to copy. Set BATON_OUTGOING_URL.',
            }
          : { set: true, words: `Mail of Baton itself comes from ${config.outgoing.from}.` },
      screens,
    },
    ready: () => readyChecks(ground, config.home, Date.now),
  };
}

/** The head of a mail from its bytes, without decoding the rest. */
export function lookAt(bytes: Uint8Array): FirstLook {
  const block = headBlock(bytes);
  const headers = block === null ? '' : Buffer.from(bytes.subarray(0, block.bodyStart)).toString('latin1');
  return { contentHash: fingerprint(bytes), head: readHead(bytes), headers };
}

type Fetch = (request: Request, ...rest: never[]) => Response | Promise<Response>;

// The port is taken before anything else, so that a second start fails at once and links know where they lead.
function openPort({
  port,
  bind,
}: Config['web']): Promise<{ port: number; open: (fetch: Fetch) => void; close: () => Promise<void> }> {
  let handle: Fetch = () =>
    new Response('Baton is starting.', { status: 503, headers: { 'retry-after': '1' } });
  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch: ((...all: Parameters<Fetch>) => handle(...all)) as never, port, hostname: bind },
      (at) =>
        resolve({
          port: at.port,
          open: (fetch) => {
            handle = fetch;
          },
          close: () =>
            new Promise((done) => {
              server.close(() => done());
              // Lines of events never end by themselves.
              if ('closeAllConnections' in server)
                setTimeout(() => server.closeAllConnections(), 1_000).unref();
            }),
        }),
    );
    server.on('error', (cause: Error) => reject(portTaken('BATON_PORT', port, cause)));
  });
}

function portTaken(setting: string, port: number, cause: unknown): Fault {
  const because = `Port ${port} cannot be used: something else listens there, or it needs more rights. Set ${setting} to another.`;
  return new Fault('port.taken', because, { retry: 'never', cause });
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
