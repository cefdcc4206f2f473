-- The passwords of outgoing servers, sealed under the workspace's key (AES-256-GCM). An entry names one by its
-- id; one that no entry uses any more is deleted.
CREATE TABLE baton.outgoing_secret (
  workspace uuid NOT NULL,
  secret text NOT NULL,
  sealed bytea NOT NULL,
  kept_at timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace, secret)
);
--> statement-breakpoint
SELECT baton.guard('baton.outgoing_secret'), baton.grant_app('baton.outgoing_secret', 'select, insert, delete');
