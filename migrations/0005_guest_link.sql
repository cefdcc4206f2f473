-- Links of guests: which deal one opens, and until when. Whose it is stands on the deal's record, and the door
-- checks both. The token is an HMAC over the id; only its hash is kept.
create table auth.guest_link (
  id text primary key,
  workspace uuid not null,
  deal text not null,
  token_hash bytea not null unique,
  made_at timestamptz not null
);
--> statement-breakpoint
select baton.grant_auth('auth.guest_link'::regclass, 'select, insert, update, delete');
