import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { sayTime } from '#clocks/say.js';
import type { Config } from '#config.js';
import { serverFromUrl, serverWords } from '#connections/outgoing/server.js';
import { type Listener, openListener } from '#connections/smtp/listener.js';
import { type Notices, openNotices } from '#database/notice.js';
import { openQueue } from '#database/queue.js';
import { MOST_ARRIVAL_BYTES } from '#domain/arrival.js';
import { isRefusal } from '#domain/refusal.js';
import type { Desk } from '#server/desk.js';
import type { Doors } from '#server/doors.js';
import { openPort, portTaken } from '#server/port.js';
import { readyChecks } from '#server/ready.js';
import { openDoors } from '#server/serve.js';
import { readFile } from '#sources/file.js';
import { closeMailDecoder } from '#sources/mail/decode.js';
import { lookAt } from '#sources/mail/first-look.js';
import { deliverTo } from '#sources/smtp.js';
import { type Core, openCore } from '#worker/core.js';
import { keepIncoming } from '#worker/keep.js';
import { submitterOf } from '#worker/outgoing.js';
import { PLANS, startWorker, type Worker } from '#worker/run.js';

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

/** What a demo stands on beside a start: doors of its own. A plain start is handed none, so there are none. */
export type Demo = { readonly openDoors: (doors: Doors, core: Core) => void };

/** Starts what BATON_ROLES names: the pages, the worker, the mail listener. Rejects with a Fault that says why not. */
export async function startBaton(
  config: Config,
  log: Logger,
  now?: () => string,
  demo?: Demo,
): Promise<Baton> {
  const roles = new Set(config.roles);
  // A port that is given is taken after the home, so that a second start is told who holds that; a free one is
  // taken first, because links must know where they lead.
  let web = roles.has('web') && config.web.port === 0 ? await openPort(config.web) : null;
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
    if (roles.has('web')) web ??= await openPort(config.web);
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
      const desk = deskFor(core, notices, log, listener?.port ?? null, existsSync(screens) ? screens : null);
      const doors = openDoors({ ...desk, place: { ...desk.place, demo: demo !== undefined } }, (opened) =>
        demo?.openDoors(opened, core),
      );
      web.open(doors.app.fetch);
      closing.push(web.close);
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
  const submitter = submitterOf(core.outgoing);
  return startWorker({ room, reader, access, queue, signer, submitter, log });
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
    maxBytes: MOST_ARRIVAL_BYTES,
    tls: null,
    log,
    now: room.now,
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
  const { room, ground, access, signer, reader, config, outgoing, url } = core;
  const since = sayTime(Temporal.Instant.from(core.room.now()), Temporal.Now.timeZoneId());
  const mailHost = new URL(url).hostname;
  return {
    room,
    ground,
    access,
    signer,
    reader,
    notices,
    log,
    open: (file) => {
      const read = readFile(file);
      return isRefusal(read) ? read : read.map(({ incoming, problems }) => ({ ...incoming, problems }));
    },
    look: lookAt,
    outgoing,
    place: {
      url,
      isUrlSet: config.url !== null,
      introAddresses: [...new Set([`intro@${mailHost}`, 'intro@localhost'])],
      listening:
        smtp === null ? 'This server takes no mail in.' : `Listening on port ${smtp} since ${since}.`,
      environmentServer:
        config.outgoing === null
          ? null
          : { server: serverWords(serverFromUrl(config.outgoing.url)), from: config.outgoing.from },
      screens,
      demo: false,
    },
    ready: () => readyChecks(ground, config.home, Date.now),
  };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
