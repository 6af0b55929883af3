DROP INDEX "interviews_updated";--> statement-breakpoint
ALTER TABLE "interviews" ADD COLUMN "first_seen_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL;--> statement-breakpoint
ALTER TABLE "interviews" ADD COLUMN "updated_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL;--> statement-breakpoint
CREATE INDEX "interviews_updated_in" ON "interviews" USING btree ("updated_in");--> statement-breakpoint
CREATE FUNCTION note_updating_transaction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.updated_in := pg_current_xact_id();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER note_updating_transaction BEFORE UPDATE OF updated_at ON "interviews"
FOR EACH ROW EXECUTE FUNCTION note_updating_transaction();
--> statement-breakpoint
-- Those that left before were told by their time, to lists that this version asks to be read anew.
UPDATE "interviews" SET left_teams = (
  SELECT jsonb_object_agg(id, jsonb_build_object('at', left_at, 'in', '0')) FROM jsonb_each(left_teams) AS team (id, left_at)
) WHERE left_teams <> '{}';
--> statement-breakpoint
-- A list is told for 24 hours what has left it; the hour more is for clocks that differ.
CREATE OR REPLACE FUNCTION note_left_team() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT coalesce(jsonb_object_agg(id, departure), '{}')
    || jsonb_build_object(OLD.team_id, jsonb_build_object('at', now(), 'in', pg_current_xact_id()::text)) INTO NEW.left_teams
  FROM jsonb_each(OLD.left_teams) AS team (id, departure)
  WHERE id IS DISTINCT FROM NEW.team_id AND (departure ->> 'at')::timestamptz > now() - interval '25 hours';
  RETURN NEW;
END $$;
