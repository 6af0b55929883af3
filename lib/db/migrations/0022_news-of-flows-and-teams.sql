ALTER TABLE "flows" ADD COLUMN "updated_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "updated_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL;--> statement-breakpoint
-- What was there before is no news to lists that are open.
UPDATE "flows" SET updated_in = '0';--> statement-breakpoint
UPDATE "teams" SET updated_in = '0';--> statement-breakpoint
CREATE TRIGGER note_updating_transaction BEFORE UPDATE ON "flows" FOR EACH ROW
WHEN (to_jsonb(OLD) - 'asked' IS DISTINCT FROM to_jsonb(NEW) - 'asked') EXECUTE FUNCTION note_updating_transaction();
--> statement-breakpoint
CREATE TRIGGER note_updating_transaction BEFORE UPDATE ON "teams" FOR EACH ROW
WHEN (to_jsonb(OLD) - 'asked' IS DISTINCT FROM to_jsonb(NEW) - 'asked') EXECUTE FUNCTION note_updating_transaction();
