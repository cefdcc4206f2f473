import { randomBytes } from 'node:crypto';
import pg, { type Client } from 'pg';
import { loginPassword, scramVerifier } from '#database/password.js';
import { openClient } from '#database/pool.js';
import { sqlState } from '#database/sql-state.js';
import { asLogin } from '#database/url.js';
import { Fault } from '#domain/fault.js';

/** One of Baton's own logins: its name, what it looks at first, and the URL it is reached by. */
export type Login = { readonly role: string; readonly url: string };

type Wanted = { readonly role: string; readonly searchPath: string };

/**
 * Makes one of Baton's logins where it is missing and sets its password where it no longer fits the secret,
 * over a connection that may create roles. It can log in afterwards, and can do nothing else yet.
 */
export async function ensureLogin(
  given: Client,
  givenUrl: string,
  secret: string,
  wanted: Wanted,
): Promise<Login> {
  const password = loginPassword(secret, wanted.role);
  const login = { role: wanted.role, url: asLogin(givenUrl, wanted.role, password) };
  const found = await given.query<{ rolsuper: boolean; rolbypassrls: boolean; rolconfig: string[] | null }>(
    'select rolsuper, rolbypassrls, rolconfig from pg_roles where rolname = $1',
    [wanted.role],
  );
  const role = pg.escapeIdentifier(wanted.role);
  const row = found.rows[0];
  if (row === undefined) {
    await createRole(given, role, password);
  } else {
    if (row.rolsuper || row.rolbypassrls) throw tooMighty(wanted.role);
    if (!(await canLogIn(login.url)))
      await given.query(`alter role ${role} login password '${verifier(password)}'`);
  }
  const setting = `search_path=${wanted.searchPath}`;
  if (row?.rolconfig?.includes(setting) !== true) {
    await given.query(`alter role ${role} set search_path = ${pg.escapeIdentifier(wanted.searchPath)}`);
  }
  return login;
}

/**
 * A login that the operator made: Baton sets only what it looks at first in this database, by itself, because
 * a start-up option would be refused by a pooler.
 */
export async function adoptLogin(url: string, searchPath: readonly string[]): Promise<Login> {
  const client = await openClient(url, 'baton start');
  try {
    const found = await client.query<{ role: string; database: string; setting: string }>(
      `select session_user as role, current_database() as database, current_setting('search_path') as setting`,
    );
    const row = found.rows[0];
    if (row === undefined)
      throw new Fault('database.unreachable', 'The database gave no answer.', { retry: 'soon' });
    if (row.setting !== searchPath.join(', ')) {
      const paths = searchPath.map((path) => pg.escapeIdentifier(path)).join(', ');
      const database = pg.escapeIdentifier(row.database);
      await client.query(`alter role current_user in database ${database} set search_path = ${paths}`);
    }
    return { role: row.role, url };
  } finally {
    await client.end();
  }
}

async function createRole(given: Client, role: string, password: string): Promise<void> {
  try {
    await given.query(
      `create role ${role} login nosuperuser nocreatedb nocreaterole noreplication password '${verifier(password)}'`,
    );
  } catch (error) {
    // Somebody else made it in the same moment (a server that serves another copy of this database).
    if (!['42710', '23505'].includes(sqlState(error) ?? '')) throw error;
  }
}

async function canLogIn(url: string): Promise<boolean> {
  try {
    await (await openClient(url, 'baton start')).end();
    return true;
  } catch (error) {
    // 28P01: the password does not fit. 28000: not allowed in. Everything else is no statement about the login.
    if (['28P01', '28000', '42501'].includes(sqlState(error) ?? '')) return false;
    throw error;
  }
}

function verifier(password: string): string {
  return scramVerifier(password, randomBytes(16));
}

function tooMighty(role: string): Fault {
  const because = `The login ${role} is a superuser or bypasses row level security, so it would see every workspace. Take that right from it, or drop it and start again.`;
  return new Fault('database.login-too-mighty', because, { retry: 'never' });
}
