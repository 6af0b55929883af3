-- Nobody wrote down what a request was about: what was shown by those of before stays shown, both of what a flow can hide.
ALTER TABLE "reveals" ADD COLUMN "shows_assessment" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "reveals" ADD COLUMN "shows_colleagues" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "reveals" ALTER COLUMN "shows_assessment" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "reveals" ALTER COLUMN "shows_colleagues" DROP DEFAULT;--> statement-breakpoint
CREATE TRIGGER note_updating_transaction BEFORE UPDATE ON "reveals" FOR EACH ROW
WHEN (to_jsonb(OLD) IS DISTINCT FROM to_jsonb(NEW)) EXECUTE FUNCTION note_updating_transaction();
--> statement-breakpoint
ALTER TABLE "interviews" ADD COLUMN "in_flow_since" timestamp with time zone;--> statement-breakpoint
-- Of what came from no flow before this nobody knows.
UPDATE "interviews" SET in_flow_since = (
  SELECT max((departure ->> 'at')::timestamptz) FROM jsonb_each(left_flows) AS flow (id, departure))
WHERE left_flows <> '{}';
--> statement-breakpoint
CREATE FUNCTION note_flow_since() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.in_flow_since = now();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER note_flow_since BEFORE UPDATE ON "interviews" FOR EACH ROW
WHEN (OLD.flow_id IS DISTINCT FROM NEW.flow_id) EXECUTE FUNCTION note_flow_since();
--> statement-breakpoint
ALTER TABLE "vote_versions" ADD COLUMN "written_at" timestamp with time zone;--> statement-breakpoint
UPDATE "vote_versions" SET written_at = cast_at;--> statement-breakpoint
ALTER TABLE "vote_versions" ALTER COLUMN "written_at" SET DEFAULT clock_timestamp();--> statement-breakpoint
ALTER TABLE "vote_versions" ALTER COLUMN "written_at" SET NOT NULL;
