import pg, { type Client } from 'pg';
import { adoptLogin, ensureLogin, type Login } from '#database/login.js';
import { openClient } from '#database/pool.js';
import { Fault } from '#domain/fault.js';

/** `reduced` says that one login does everything: row level security guards against mistakes, not against it. */
export type Mode = 'full' | 'reduced';

export type Logins = {
  readonly mode: Mode;
  readonly owner: Login;
  readonly app: Login;
  readonly auth: Login;
};

export type Given = {
  /** What DATABASE_URL says, or the direct one where the database stands behind a pooler. */
  readonly url: string;
  readonly appUrl: string | null;
  readonly authUrl: string | null;
  readonly secret: string;
  /** The operator accepts that one login does everything. */
  readonly reduced: boolean;
};

type Standing = {
  readonly role: string;
  readonly database: string;
  readonly mayCreate: boolean;
  /** Who owns the schema `baton`, where it stands already. */
  readonly keeper: string | null;
  /** 150020 is 15.20. */
  readonly version: number;
  readonly encoding: string;
};

// "baton" and one more than the lock of the migrations.
const BOOTSTRAP_LOCK = '422558494575';

/**
 * Finds or makes the three logins, by what the given one may do: one that may create roles makes them, named
 * after the database; a plain one owns the tables itself and needs the operator's other logins.
 */
export async function findLogins(given: Given): Promise<Logins> {
  const client = await openClient(given.url, 'baton start');
  try {
    await client.query('select pg_advisory_lock($1::bigint)', [BOOTSTRAP_LOCK]);
    const standing = await look(client);
    mustSuit(standing);
    if (standing.mayCreate && standing.keeper !== standing.role)
      return await makeLogins(client, given, standing);
    return await takeLogins(given, standing);
  } finally {
    await client.end();
  }
}

async function look(client: Client): Promise<Standing> {
  const found = await client.query<Standing>(
    `select r.rolname as role, current_database() as database, r.rolsuper or r.rolcreaterole as "mayCreate",
            (select pg_get_userbyid(nspowner) from pg_namespace where nspname = 'baton') as keeper,
            current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding
       from pg_roles r where r.rolname = session_user`,
  );
  const standing = found.rows[0];
  if (standing === undefined)
    throw new Fault('database.unreachable', 'The database gave no answer.', { retry: 'soon' });
  return standing;
}

function mustSuit({ version, encoding, database }: Standing): void {
  if (version < 150_000) {
    const because = `This PostgreSQL is version ${Math.floor(version / 10_000)}; Baton needs 15 or newer.`;
    throw new Fault('database.too-old', because, { retry: 'never' });
  }
  if (encoding !== 'UTF8') {
    const because = `The database ${database} keeps text as ${encoding}, which would mangle names. Make one with: create database ${database} encoding 'UTF8' template template0`;
    throw new Fault('database.not-utf8', because, { retry: 'never' });
  }
}

async function makeLogins(client: Client, given: Given, standing: Standing): Promise<Logins> {
  const stem = stemOf(standing);
  const ensure = (name: string, searchPath: string): Promise<Login> =>
    ensureLogin(client, given.url, given.secret, { role: `${stem}_${name}`, searchPath });
  const owner = await ensure('owner', 'baton');
  const app = await ensure('app', 'baton');
  const auth = await ensure('auth', 'auth');
  await letIn(client, standing.database, owner, [app, auth]);
  return { mode: 'full', owner, app, auth };
}

/**
 * The logins are named after the database, because names are shared by a whole server. A database that was
 * renamed or copied keeps the ones that its tables already belong to.
 */
function stemOf(standing: Standing): string {
  const { keeper, database } = standing;
  if (keeper?.endsWith('_owner')) return keeper.slice(0, -'_owner'.length);
  if (keeper !== null) {
    const because = `Baton's tables in ${database} belong to the login ${keeper}. Give that login in DATABASE_URL.`;
    throw new Fault('database.other-owner', because, { retry: 'never' });
  }
  // A name ends at 63 bytes, and PostgreSQL would cut it silently.
  if (Buffer.byteLength(database) > 57) {
    const because = `The database's name, ${database}, is too long for the logins named after it: use 57 bytes at most.`;
    throw new Fault('database.name-too-long', because, { retry: 'never' });
  }
  return database;
}

async function letIn(
  client: Client,
  database: string,
  owner: Login,
  served: readonly Login[],
): Promise<void> {
  const found = await client.query<{ open: boolean }>(
    `select bool_and(has_database_privilege(role, current_database(), 'connect'))
            and has_database_privilege($1, current_database(), 'create')
            and not exists (select 1 from pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
                             where d.datname = current_database() and a.grantee = 0) as open
       from unnest($2::text[]) as role`,
    [owner.role, [owner.role, ...served.map((login) => login.role)]],
  );
  if (found.rows[0]?.open === true) return;
  const name = pg.escapeIdentifier(database);
  const all = [owner, ...served].map((login) => pg.escapeIdentifier(login.role)).join(', ');
  await client.query(
    `revoke connect, temporary on database ${name} from public;
     grant connect on database ${name} to ${all};
     grant create, temporary on database ${name} to ${pg.escapeIdentifier(owner.role)};`,
  );
}

async function takeLogins(given: Given, standing: Standing): Promise<Logins> {
  const owner = await adoptLogin(given.url, given.appUrl === null ? ['baton', 'auth'] : ['baton']);
  if (given.appUrl !== null) {
    const app = await adoptLogin(given.appUrl, given.authUrl === null ? ['baton', 'auth'] : ['baton']);
    const auth = given.authUrl === null ? app : await adoptLogin(given.authUrl, ['auth']);
    return { mode: 'full', owner, app, auth };
  }
  if (!given.reduced) throw needsLogins(standing);
  return { mode: 'reduced', owner, app: owner, auth: owner };
}

function needsLogins(standing: Standing): Fault {
  const { role, database } = standing;
  const because =
    `The login ${role} may not create others, and Baton must not serve as the owner of its tables. Make two logins in your host's console ` +
    `(create role ${database}_app login password '…'; create role ${database}_auth login password '…'; ` +
    `grant connect on database ${database} to ${database}_app, ${database}_auth;) and give them as BATON_APP_DATABASE_URL and BATON_AUTH_DATABASE_URL, ` +
    'or accept the weaker guard of one login with BATON_REDUCED=1.';
  return new Fault('database.one-login', because, { retry: 'never' });
}
