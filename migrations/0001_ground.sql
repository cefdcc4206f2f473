-- The ground: schemas, who may enter them, and the helpers that later migrations guard their tables with.
-- The logins are named at run time: `baton.app_role` and `baton.auth_role` are set on the connection that migrates.

create schema if not exists baton;
create schema if not exists auth;
--> statement-breakpoint
do $$
begin
  execute format('grant usage on schema baton to %I', current_setting('baton.app_role'));
  execute format('grant usage on schema auth to %I', current_setting('baton.auth_role'));
end
$$;
--> statement-breakpoint
-- Sets the workspace until the end of the transaction. Only for functions that load in one round trip;
-- everything else goes through src/database/workspace.ts.
create function baton.enter(entered uuid) returns void
  language sql volatile
  set search_path = pg_catalog
  as $$ select set_config('app.workspace', entered::text, true) $$;
--> statement-breakpoint
-- Row level security for one table, for the owner too. It fails closed: without a workspace the setting is
-- null or, after a transaction that had one, the empty text.
create function baton.guard(target regclass) returns void
  language plpgsql
  as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy workspace_only on %s using (workspace = nullif(current_setting(''app.workspace'', true), '''')::uuid) with check (workspace = nullif(current_setting(''app.workspace'', true), '''')::uuid)',
    target);
end
$$;
--> statement-breakpoint
create function baton.refuse_change() returns trigger
  language plpgsql
  as $$
begin
  raise exception '% keeps what happened, so % is refused.', tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation',
          hint = 'Append an entry that says what is so now.';
end
$$;
--> statement-breakpoint
-- Makes a table append-only for everybody, owner and superuser too. ENABLE ALWAYS, because a superuser with
-- session_replication_role = replica would pass an ordinary trigger.
create function baton.seal_off(target regclass) returns void
  language plpgsql
  as $$
begin
  execute format('create trigger refuse_change before update or delete on %s for each row execute function baton.refuse_change()', target);
  execute format('create trigger refuse_truncate before truncate on %s for each statement execute function baton.refuse_change()', target);
  execute format('alter table %s enable always trigger refuse_change', target);
  execute format('alter table %s enable always trigger refuse_truncate', target);
end
$$;
--> statement-breakpoint
-- Grants are given table by table: a default would hand out a table before its policy stands.
create function baton.grant_app(target regclass, privileges text) returns void
  language plpgsql
  as $$ begin execute format('grant %s on %s to %I', privileges, target, current_setting('baton.app_role')); end $$;
--> statement-breakpoint
create function baton.grant_auth(target regclass, privileges text) returns void
  language plpgsql
  as $$ begin execute format('grant %s on %s to %I', privileges, target, current_setting('baton.auth_role')); end $$;
--> statement-breakpoint
-- What must happen after a commit. `detail` holds ids, never content. `relayed_at` says that it became a job.
create table baton.errand (
  workspace uuid not null,
  id text not null,
  kind text not null,
  subject text not null,
  detail jsonb not null default '{}',
  not_before timestamptz not null,
  relayed_at timestamptz,
  primary key (workspace, id)
);
--> statement-breakpoint
create index errand_waiting on baton.errand (workspace, not_before) where relayed_at is null;
--> statement-breakpoint
create index errand_subject on baton.errand (workspace, subject);
--> statement-breakpoint
select baton.guard('baton.errand');
--> statement-breakpoint
select baton.grant_app('baton.errand', 'select, insert, update (relayed_at, not_before), delete');
