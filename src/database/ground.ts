import type { Client, Pool } from 'pg';
import { type Embedded, openEmbedded } from '#database/embedded/embedded.js';
import type { Log } from '#database/log.js';
import type { Login } from '#database/login.js';
import { migrateDatabase } from '#database/migrate.js';
import { loginPassword } from '#database/password.js';
import { openClient, openPool } from '#database/pool.js';
import { findLogins, type Logins, type Mode } from '#database/roles.js';
import { mustBind } from '#database/self-check.js';
import { isConnectionLost, sqlState } from '#database/sql-state.js';
import { asLogin, placeOf } from '#database/url.js';
import { Fault } from '#domain/fault.js';

export type GroundOptions = {
  /** Baton's own folder (BATON_HOME), absolute. Without a `databaseUrl` the embedded server lives in it. */
  readonly home: string;
  readonly databaseUrl: string | null;
  /** A way to the same database that is not through a pooler: for migrations, notices, backups. */
  readonly directUrl?: string | null;
  readonly appUrl: string | null;
  readonly authUrl: string | null;
  /** The installation's secret; the passwords of Baton's own logins are derived from it. */
  readonly secret: string;
  readonly reduced: boolean;
  readonly log: Log;
  /** Connections of the app's pool; the auth pool takes a third of it. */
  readonly poolSize?: number;
  /** What to do where another Baton runs on this home: a server refuses, a command joins it. */
  readonly beside?: 'refuse' | 'join';
};

/** Where Baton stands: one database, reached by logins that row level security binds. */
export type Ground = {
  readonly app: Pool;
  readonly auth: Pool;
  readonly mode: Mode;
  /** Only for what must be done as the owner or handed to another process; never logged. */
  readonly urls: { readonly owner: string; readonly app: string; readonly auth: string };
  readonly server: {
    readonly embedded: boolean;
    readonly version: string;
    readonly dataFolder: string | null;
    /** Where the Baton answers whose embedded server was joined, or null. */
    readonly joined: string | null;
  };
  /** A connection of its own as the app, for LISTEN. The caller ends it. */
  listen(): Promise<Client>;
  /** A connection of its own as the owner, for backups and checks. The caller ends it. */
  asOwner(): Promise<Client>;
  /** Says where this Baton answers, so that a second start on the same home can name it. */
  announce(address: string): Promise<void>;
  /** Gives all connections back and stops an embedded server that is ours. */
  close(): Promise<void>;
};

const POOL_SIZE = 12;

/**
 * Starts or reaches the database, makes or finds the logins, migrates as the owner, and opens the pools.
 * Throws a Fault with a sentence where it cannot stand.
 */
export async function openGround(options: GroundOptions): Promise<Ground> {
  const embedded = options.databaseUrl === null ? await openEmbedded(options) : null;
  try {
    const url = embedded?.url ?? options.directUrl ?? options.databaseUrl ?? '';
    const logins = await findLogins({ ...options, url }).catch((error) => {
      throw unreachable(error, url);
    });
    await migrateDatabase({
      ownerUrl: logins.owner.url,
      appRole: logins.app.role,
      authRole: logins.auth.role,
    });
    const ground = await layGround(options, throughPooler(options, logins), embedded, logins.app.url);
    await refuseUnguarded(ground, options.log);
    return ground;
  } catch (error) {
    await embedded?.close();
    throw error;
  }
}

/** Opens the pools of a database that is migrated already. `openGround` is what a server calls. */
export async function layGround(
  options: Pick<GroundOptions, 'log' | 'poolSize'>,
  logins: Logins,
  embedded: Embedded | null,
  listenUrl = logins.app.url,
): Promise<Ground> {
  const size = options.poolSize ?? POOL_SIZE;
  const app = openPool({ url: logins.app.url, size, name: 'baton app', log: options.log });
  const auth = openPool({
    url: logins.auth.url,
    size: Math.ceil(size / 3),
    name: 'baton auth',
    log: options.log,
  });
  const found = await app.query<{ version: string }>(`select current_setting('server_version') as version`);
  return {
    app,
    auth,
    mode: logins.mode,
    urls: { owner: logins.owner.url, app: logins.app.url, auth: logins.auth.url },
    server: {
      embedded: embedded !== null,
      version: found.rows[0]?.version ?? 'unknown',
      dataFolder: embedded?.dataFolder ?? null,
      joined: embedded?.address ?? null,
    },
    listen: () => openClient(listenUrl, 'baton listen'),
    asOwner: () => openClient(logins.owner.url, 'baton owner'),
    announce: async (address) => embedded?.announce(address),
    close: async () => {
      await Promise.all([app.end(), auth.end()]);
      await embedded?.close();
    },
  };
}

async function refuseUnguarded(ground: Ground, log: Log): Promise<void> {
  try {
    for (const { code, because } of await mustBind(ground.app, ground.auth, ground.mode))
      log.warn({ code }, because);
  } catch (error) {
    await Promise.all([ground.app.end(), ground.auth.end()]);
    throw error;
  }
  if (ground.mode === 'reduced') {
    log.warn(
      { mode: ground.mode },
      'Baton runs reduced: one login owns and serves, so row level security guards against mistakes only.',
    );
  }
}

// Only what serves goes through the pooler; the owner, LISTEN and the backup need sessions of their own.
function throughPooler(options: GroundOptions, logins: Logins): Logins {
  const { databaseUrl, directUrl, secret, appUrl } = options;
  if (databaseUrl === null || directUrl == null || appUrl !== null || logins.mode === 'reduced')
    return logins;
  const pooled = (login: Login): Login => ({
    role: login.role,
    url: asLogin(databaseUrl, login.role, loginPassword(secret, login.role)),
  });
  return { ...logins, app: pooled(logins.app), auth: pooled(logins.auth) };
}

function unreachable(error: unknown, url: string): unknown {
  if (error instanceof Fault) return error;
  const state = sqlState(error);
  const because = isConnectionLost(error)
    ? `The database at ${placeOf(url)} does not answer.`
    : `The database at ${placeOf(url)} did not let Baton begin: ${error instanceof Error ? error.message : 'no reason given'} (${state ?? 'no SQLSTATE'}).`;
  return new Fault('database.unreachable', because, {
    retry: isConnectionLost(error) ? 'soon' : 'never',
    cause: error,
  });
}
