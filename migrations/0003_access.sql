-- Who may come in. What must be known before a workspace is: sign-ins, links, keys and addresses, as ids and
-- hashes. Only the auth login reads it; row level security does not apply, since no workspace is set yet.
-- The first four tables are better-auth's own, as its compileMigrations() writes them; a test holds them to it.

create table auth."user" ("id" text not null primary key, "name" text not null, "email" text not null unique, "emailVerified" boolean not null, "image" text, "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz default CURRENT_TIMESTAMP not null);
--> statement-breakpoint
create table auth."session" ("id" text not null primary key, "expiresAt" timestamptz not null, "token" text not null unique, "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz not null, "ipAddress" text, "userAgent" text, "userId" text not null references auth."user" ("id") on delete cascade);
--> statement-breakpoint
create table auth."account" ("id" text not null primary key, "accountId" text not null, "providerId" text not null, "userId" text not null references auth."user" ("id") on delete cascade, "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz, "scope" text, "password" text, "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz not null);
--> statement-breakpoint
create table auth."verification" ("id" text not null primary key, "identifier" text not null, "value" text not null, "expiresAt" timestamptz not null, "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz default CURRENT_TIMESTAMP not null);
--> statement-breakpoint
create index "session_userId_idx" on auth."session" ("userId");
--> statement-breakpoint
create index "account_userId_idx" on auth."account" ("userId");
--> statement-breakpoint
create index "verification_identifier_idx" on auth."verification" ("identifier");
--> statement-breakpoint
-- The directory: relay and heartbeat take the workspaces from here.
create table auth.workspace (
  id uuid primary key,
  made_at timestamptz not null
);
--> statement-breakpoint
-- `person` is the id of auth."user" and of the colleague in the workspace's own entries.
create table auth.member (
  workspace uuid not null,
  person text not null unique,
  role text not null check (role in ('admin', 'member')),
  active boolean not null default true,
  signed_in_at timestamptz,
  primary key (workspace, person)
);
--> statement-breakpoint
-- The token is an HMAC over the id, so that a retry of a mail writes the same link; only its hash is kept.
create table auth.sign_in_link (
  id uuid primary key,
  token_hash bytea not null unique,
  person text not null,
  why text not null check (why in ('asked', 'invited', 'terminal')),
  made_at timestamptz not null,
  ends_at timestamptz not null,
  used_at timestamptz,
  replaced_at timestamptz
);
--> statement-breakpoint
create index sign_in_link_person on auth.sign_in_link (person) where used_at is null and replaced_at is null;
--> statement-breakpoint
-- The link that a start prints while nobody has signed in: one for a workspace, the newest.
create table auth.first_admin (
  workspace uuid primary key,
  token_hash bytea not null,
  made_at timestamptz not null,
  used_at timestamptz
);
--> statement-breakpoint
-- How often something was tried since a moment; `who` is a hash of an address or of a client.
create table auth.attempt (
  what text not null,
  who bytea not null,
  since timestamptz not null,
  times integer not null,
  primary key (what, who)
);
--> statement-breakpoint
create table auth.inbound_address (
  address text primary key,
  workspace uuid not null,
  purpose text not null
);
--> statement-breakpoint
-- `begins` is the start of the key, for people to tell keys apart. No person means a key made at the terminal.
create table auth.api_key (
  id text primary key,
  workspace uuid not null,
  person text,
  role text not null check (role in ('admin', 'member')),
  name text not null,
  hash bytea not null unique,
  begins text not null,
  made_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
--> statement-breakpoint
do $$
declare
  target text;
begin
  foreach target in array array['auth."user"', 'auth."session"', 'auth."account"', 'auth."verification"', 'auth.workspace',
    'auth.member', 'auth.sign_in_link', 'auth.first_admin', 'auth.attempt', 'auth.inbound_address', 'auth.api_key'] loop
    perform baton.grant_auth(target::regclass, 'select, insert, update, delete');
  end loop;
end
$$;
