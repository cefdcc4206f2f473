-- The same guarantees for less work at each append.

-- `ahead` in SQL is folded into the statement that calls it; a call of PL/pgSQL twice for each saved deal is not.
-- Only the failing case calls anything.
CREATE FUNCTION baton.behind(standing bigint, coming bigint) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RAISE EXCEPTION 'This was decided on an older state (% before %).', coming, standing USING ERRCODE = '40001';
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION baton.ahead(standing bigint, coming bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN coming < standing THEN baton.behind(standing, coming) ELSE coming END
$$;
--> statement-breakpoint
DO $$
BEGIN
  EXECUTE format('GRANT EXECUTE ON FUNCTION baton.behind(bigint, bigint), baton.ahead(bigint, bigint) TO %I', current_setting('baton.app_role'));
END $$;
--> statement-breakpoint
-- Errands are gone when they are done, so there are never many: a third index costs more than it finds.
DROP INDEX baton.errand_subject;
