import type { Pool } from 'pg';
import type { Mode } from '#database/roles.js';
import { Fault } from '#domain/fault.js';
import type { Problem } from '#domain/problem.js';

/** Something about the database that does not bind as it should. With `refuse`, Baton must not serve on it. */
export type Weakness = Problem & { readonly severity: 'refuse' | 'warn' };

/** Schemas outside row level security, each with its reason. Nothing else of Baton's may stand outside. */
const UNGUARDED_SCHEMAS: Readonly<Record<string, string>> = {
  auth: 'It is asked before a workspace is known (sign-ins, sessions, links, keys): ids and hashes, for the auth login alone.',
  jobs: 'Its tables are the queue’s own and have no workspace: ids alone, and the worker opens the workspace.',
  migrations: 'It says which migrations ran, and the owner alone may look.',
};

/**
 * Asks the catalogue whether row level security and the append-only tables would bind the logins that serve.
 * Tables that are not there yet are no weakness.
 */
export async function selfCheck(app: Pool, auth: Pool, mode: Mode): Promise<readonly Weakness[]> {
  const found = [
    ...(await ask(app, LOGIN)),
    ...(await ask(app, TABLES)),
    ...(await ask(app, KEYS)),
    ...(await ask(app, VIEWS_AND_FUNCTIONS)),
    ...(await ask(app, SEALED)),
    ...(await ask(app, OUTSIDE, [Object.keys(UNGUARDED_SCHEMAS)])),
    ...(await ask(app, APP_IN_AUTH)),
    ...(await ask(auth, AUTH_IN_RECORD)),
    ...(await ask(auth, MIGHTY)),
  ];
  const shared = (await user(app)) === (await user(auth));
  return found.map((weakness) => ({ ...weakness, severity: severityOf(weakness.code, mode, shared) }));
}

/** Throws the first reason not to serve, as a Fault; the warnings are returned. */
export async function mustBind(app: Pool, auth: Pool, mode: Mode): Promise<readonly Weakness[]> {
  const found = await selfCheck(app, auth, mode);
  const refusals = found.filter((weakness) => weakness.severity === 'refuse');
  if (refusals.length === 0) return found;
  const because = `The database would not keep workspaces apart, so Baton does not serve on it. ${refusals.map((weakness) => weakness.because).join(' ')}`;
  throw new Fault('database.not-guarded', because, { retry: 'never' });
}

// With one login the owner serves, which the operator accepted. Where app and auth share a login, no wall
// stands between record and sign-ins, but workspaces are kept apart all the same.
function severityOf(code: string, mode: Mode, shared: boolean): Weakness['severity'] {
  if (code === 'table.outside') return 'warn';
  const ofOwner = ['login.owner', 'record.changeable'].includes(code);
  const ofSharing = ['login.sees-auth', 'login.sees-record'].includes(code);
  return (mode === 'reduced' && ofOwner) || (shared && ofSharing) ? 'warn' : 'refuse';
}

async function user(pool: Pool): Promise<string | null> {
  return (await pool.query<{ name: string }>('select session_user as name')).rows[0]?.name ?? null;
}

async function ask(pool: Pool, question: string, values: unknown[] = []): Promise<readonly Problem[]> {
  return (await pool.query<Problem>(question, values)).rows.map(({ code, because }) => ({ code, because }));
}

const MIGHTY = `
select 'login.mighty' as code,
       format('The login %s is a superuser, bypasses row level security or may create roles.', rolname) as because
  from pg_roles where rolname = session_user and (rolsuper or rolbypassrls or rolcreaterole)`;

const LOGIN = `${MIGHTY}
union all
select 'login.disguised', format('The session of %s runs as %s, which it can lay off.', session_user, current_user)
 where session_user <> current_user
union all
select distinct 'login.owner', format('The login %s owns %s, or may act as its owner.', session_user, c.oid::regclass)
  from pg_class c where c.relnamespace = to_regnamespace('baton') and c.relkind in ('r', 'p')
   and pg_has_role(session_user, c.relowner, 'member')`;

const TABLES = `
with own as (
  select c.* from pg_class c where c.relnamespace = to_regnamespace('baton') and c.relkind in ('r', 'p', 'f')
)
select 'table.unguarded' as code, format('Row level security is not forced on %s.', oid::regclass) as because
  from own where not (relrowsecurity and relforcerowsecurity)
union all
select 'table.no-workspace', format('The table %s has no column workspace of type uuid that is never null.', oid::regclass)
  from own where not exists (
    select 1 from pg_attribute a where a.attrelid = own.oid and a.attname = 'workspace'
       and a.atttypid = 'uuid'::regtype and a.attnotnull)
union all
select 'table.policy', format('The policies of %s are not the one that compares the workspace.', own.oid::regclass)
  from own left join pg_policies p on p.schemaname = 'baton' and p.tablename = own.relname
 group by own.oid
having count(*) <> 1
    or bool_or(p.qual is distinct from p.with_check)
    or bool_or(p.cmd is distinct from 'ALL')
    or bool_or(coalesce(p.qual, '') !~ '^\\(workspace = \\(NULLIF\\(current_setting\\(''app.workspace''::text, true\\), ''''::text\\)\\)::uuid\\)$')`;

const KEYS = `
select 'table.key' as code, format('The unique key %s does not start with the workspace.', i.indexrelid::regclass) as because
  from pg_index i join pg_class c on c.oid = i.indrelid
  left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
 where c.relnamespace = to_regnamespace('baton') and i.indisunique and a.attname is distinct from 'workspace'
union all
select 'table.no-key', format('The table %s has no primary key.', c.oid::regclass)
  from pg_class c where c.relnamespace = to_regnamespace('baton') and c.relkind in ('r', 'p')
   and not exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary)`;

const VIEWS_AND_FUNCTIONS = `
select 'view.definer' as code, format('The view %s reads with its owner''s rights: make it security_invoker.', c.oid::regclass) as because
  from pg_class c where c.relnamespace = to_regnamespace('baton') and c.relkind = 'v'
   and not coalesce(c.reloptions && array['security_invoker=true', 'security_invoker=on'], false)
union all
select 'view.materialized', format('The materialized view %s stands outside row level security.', c.oid::regclass)
  from pg_class c where c.relnamespace = to_regnamespace('baton') and c.relkind = 'm'
union all
select 'function.definer', format('The function %s runs with its owner''s rights.', p.oid::regprocedure)
  from pg_proc p where p.pronamespace = to_regnamespace('baton') and p.prosecdef`;

const SEALED = `
with sealed as (select to_regclass('baton.record_entry') as entry)
select 'record.changeable' as code, format('The login %s may change or empty the record.', session_user) as because
  from sealed where entry is not null
   and (has_table_privilege(session_user, entry, 'update, delete, truncate') or has_any_column_privilege(session_user, entry, 'update'))
union all
select 'record.unsealed', format('The record %s does not refuse %s for everybody.', entry, what)
  from sealed, (values ('changes', 'refuse_change'), ('being emptied', 'refuse_truncate')) as needed (what, name)
 where entry is not null
   and not exists (select 1 from pg_trigger t where t.tgrelid = entry and t.tgname = name and t.tgenabled = 'A')
union all
select 'table.seal-off', format('The trigger %s on %s does not fire always.', t.tgname, t.tgrelid::regclass)
  from pg_trigger t join pg_class c on c.oid = t.tgrelid
 where c.relnamespace = to_regnamespace('baton') and t.tgname in ('refuse_change', 'refuse_truncate') and t.tgenabled <> 'A'`;

const OUTSIDE = `
select 'table.outside' as code, format('The login %s may use %s, which stands outside row level security.', session_user, c.oid::regclass) as because
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
 where n.nspname not in ('baton', 'pg_catalog', 'information_schema') and n.nspname !~ '^pg_' and n.nspname <> all($1::text[])
   and c.relkind in ('r', 'p', 'm', 'f') and has_schema_privilege(session_user, n.oid, 'usage')
   and has_table_privilege(session_user, c.oid, 'select, insert, update, delete')`;

const APP_IN_AUTH = `
select 'login.sees-auth' as code, format('The login %s, which serves the record, may enter the schema auth.', session_user) as because
 where has_schema_privilege(session_user, to_regnamespace('auth'), 'usage')`;

const AUTH_IN_RECORD = `
select 'login.sees-record' as code, format('The login %s, which serves sign-ins, may enter the schema baton.', session_user) as because
 where has_schema_privilege(session_user, to_regnamespace('baton'), 'usage')`;
