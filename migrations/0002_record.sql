-- The record, what arrives, and the saved views. Every table names its workspace first.

CREATE TABLE baton.record_entry (
  workspace uuid NOT NULL,
  subject text NOT NULL,
  number bigint NOT NULL,
  kind text NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  occurred_at text NOT NULL,
  actor text NOT NULL,
  digest bytea NOT NULL,
  seal bytea NOT NULL,
  PRIMARY KEY (workspace, subject, number),
  CHECK (number > 0)
);
--> statement-breakpoint
-- Which chains grew lately: what the signer of checkpoints asks. BRIN, because rows come in order of time.
CREATE INDEX record_entry_recorded_at ON baton.record_entry USING brin (recorded_at) WITH (pages_per_range = 8);
--> statement-breakpoint
CREATE TABLE baton.record_content (
  workspace uuid NOT NULL,
  subject text NOT NULL,
  number bigint NOT NULL,
  salt bytea NOT NULL,
  text text NOT NULL,
  PRIMARY KEY (workspace, subject, number)
);
--> statement-breakpoint
-- One answer for each operation id, whatever is sent again.
CREATE TABLE baton.operation (
  workspace uuid NOT NULL,
  operation text NOT NULL,
  body_hash bytea NOT NULL,
  answer text NOT NULL,
  made_at timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace, operation)
);
--> statement-breakpoint
CREATE TABLE baton.checkpoint (
  workspace uuid NOT NULL,
  subject text NOT NULL,
  number bigint NOT NULL,
  note text NOT NULL,
  signed_at timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace, subject, number)
);
--> statement-breakpoint
CREATE TABLE baton.arrival (
  workspace uuid NOT NULL,
  arrival text NOT NULL,
  content_hash bytea NOT NULL,
  message_id text,
  sha256 bytea NOT NULL,
  bytes integer NOT NULL,
  wrapped_key bytea NOT NULL,
  sealed bytea NOT NULL,
  kept_at timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace, arrival),
  CONSTRAINT arrival_content_once UNIQUE (workspace, content_hash)
);
--> statement-breakpoint
CREATE INDEX arrival_message_id ON baton.arrival (workspace, message_id);
--> statement-breakpoint
-- What was decoded, once: `mail` (the decoded mail as JSON) and the words that evidence counts in.
CREATE TABLE baton.arrival_part (
  workspace uuid NOT NULL,
  arrival text NOT NULL,
  part text NOT NULL,
  sha256 bytea NOT NULL,
  sealed bytea NOT NULL,
  PRIMARY KEY (workspace, arrival, part)
);
--> statement-breakpoint
CREATE TABLE baton.delivery (
  workspace uuid NOT NULL,
  delivery text NOT NULL,
  arrival text NOT NULL,
  received_at timestamptz(3) NOT NULL,
  sealed bytea NOT NULL,
  PRIMARY KEY (workspace, delivery)
);
--> statement-breakpoint
CREATE INDEX delivery_arrival ON baton.delivery (workspace, arrival);
--> statement-breakpoint
-- Which deal a Message-ID belongs to. The key is what stops two deals from one thread.
CREATE TABLE baton.thread (
  workspace uuid NOT NULL,
  message_id text NOT NULL,
  deal text NOT NULL,
  PRIMARY KEY (workspace, message_id)
);
--> statement-breakpoint
-- Message-IDs that a mail answers, kept for the mail that comes before what it answers.
CREATE TABLE baton.mention (
  workspace uuid NOT NULL,
  message_id text NOT NULL,
  arrival text NOT NULL,
  PRIMARY KEY (workspace, message_id, arrival)
);
--> statement-breakpoint
CREATE TABLE baton.view_arrival (
  workspace uuid NOT NULL,
  arrival text NOT NULL,
  number bigint NOT NULL,
  box text NOT NULL,
  arrived_at timestamptz(3) NOT NULL,
  deal text,
  summary jsonb NOT NULL,
  PRIMARY KEY (workspace, arrival)
);
--> statement-breakpoint
CREATE INDEX view_arrival_box ON baton.view_arrival (workspace, box, arrived_at DESC);
--> statement-breakpoint
CREATE TABLE baton.view_deal (
  workspace uuid NOT NULL,
  deal text NOT NULL,
  record_number bigint NOT NULL,
  notebook_number bigint NOT NULL,
  state text NOT NULL,
  owner text,
  due_at timestamptz(3),
  ring_at timestamptz(3),
  summary jsonb NOT NULL,
  PRIMARY KEY (workspace, deal)
);
--> statement-breakpoint
CREATE INDEX view_deal_ring ON baton.view_deal (workspace, ring_at) WHERE ring_at IS NOT NULL;
--> statement-breakpoint
CREATE INDEX view_deal_state ON baton.view_deal (workspace, state, due_at);
--> statement-breakpoint
CREATE TABLE baton.view_workspace (
  workspace uuid NOT NULL,
  number bigint NOT NULL,
  state jsonb NOT NULL,
  PRIMARY KEY (workspace)
);
--> statement-breakpoint
-- A saved view never goes back: a writer who did not see what stands there already is told to decide again.
CREATE FUNCTION baton.ahead(standing bigint, coming bigint) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF coming < standing THEN
    RAISE EXCEPTION 'This was decided on an older state (% before %).', coming, standing USING ERRCODE = '40001';
  END IF;
  RETURN coming;
END $$;
--> statement-breakpoint
SELECT baton.guard('baton.record_entry'), baton.guard('baton.record_content'), baton.guard('baton.operation'),
       baton.guard('baton.checkpoint'), baton.guard('baton.arrival'), baton.guard('baton.arrival_part'),
       baton.guard('baton.delivery'), baton.guard('baton.thread'), baton.guard('baton.mention'),
       baton.guard('baton.view_arrival'), baton.guard('baton.view_deal'), baton.guard('baton.view_workspace');
--> statement-breakpoint
SELECT baton.seal_off('baton.record_entry'), baton.seal_off('baton.record_content'), baton.seal_off('baton.checkpoint');
--> statement-breakpoint
DO $$
DECLARE app text := current_setting('baton.app_role');
BEGIN
  EXECUTE format('GRANT SELECT, INSERT ON baton.record_entry, baton.record_content, baton.operation, baton.checkpoint,
    baton.arrival, baton.arrival_part, baton.delivery, baton.thread, baton.mention TO %I', app);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON baton.view_arrival, baton.view_deal, baton.view_workspace TO %I', app);
  EXECUTE format('GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA baton TO %I', app);
END $$;
